import type { Dictionary } from '../dictionary.ts'

export const questions: Dictionary['questions'] = {
  yes: 'Yes',
  no: 'No',
  between: 'A number from {least} to {most}.',
  atLeast: 'A number of {least} or more.',
  atMost: 'A number of up to {most}.',
  example: 'For example: {example}.',
  referral: 'There is another way for this',
  contact: 'Contact:',
  recordedAllTheSame: 'It can be recorded all the same, if need be.',
  notSent: 'The report does not go on from here. If your answer was another, correct it and carry on.',
}
