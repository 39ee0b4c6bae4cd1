import type { Dictionary } from '../dictionary.ts'

export const ratings: Dictionary['ratings'] = {
  pageQuestion: 'How clear is the information on this page?',
  serviceQuestion: 'How easy was it to use this service?',
  legend: 'Rate the page from 1 to 5 stars',
  star: { one: 'Rate {n} star out of 5', other: 'Rate {n} stars out of 5' },
  negative: {
    question: 'Where did you have the most difficulty?',
    answers: {
      unclear: 'Sometimes the instructions were not clear',
      incomplete: 'Sometimes the instructions were not complete',
      lost: 'Sometimes I could not tell whether I was proceeding correctly',
      technical: 'I had technical problems',
      other: 'Other',
    },
  },
  positive: {
    question: 'What did you like best?',
    answers: {
      clear: 'The instructions were clear',
      complete: 'The instructions were complete',
      confident: 'I always knew that I was proceeding correctly',
      smooth: 'I had no technical problems',
      other: 'Other',
    },
  },
  more: 'Would you like to add more details?',
  detail: 'Detail',
  detailHelp: 'At most 200 characters',
  firstStep: 'Step 1 of 2',
  secondStep: 'Step 2 of 2',
  back: 'Back',
  next: 'Next',
  thanks: 'Thank you, your opinion will help us to improve the service!',
  result: '{average} out of 5 · {rated}',
  rated: { one: '{n} rating', other: '{n} ratings' },
  resultNote: 'in the last 12 months',
  improvements: 'What we changed',
  again: {
    title: 'Your rating has not been sent yet',
    starsMissing: 'Choose from 1 to 5 stars',
    tooMany: 'Many ratings came from this connection. Try again in an hour: what you wrote is still here.',
    backTo: 'Back to the page',
  },
}
