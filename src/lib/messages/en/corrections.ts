import type { corrections as italian } from '../it/corrections.ts'

export const corrections: typeof italian = {
  back: 'Back to the report',
  place: {
    link: 'Correct the place',
    title: 'Correct the place of report no. {number}',
    intro: 'The area is found by itself. The place as it was stays in the history.',
    where: 'Where it is',
    help: 'Street and house number, or a point on the map.',
    point: 'Or the coordinates',
    pointHelp: 'Latitude and longitude in degrees, for example: 44.40750, 8.93370',
    save: 'Save the place',
    unknown: 'without a place',
  },
  text: {
    link: 'Change the text that everyone reads',
    title: 'Change the text of report no. {number}',
    intro:
      'Take out what is not for everyone: names, telephone numbers, number plates, insults. The text as it was sent stays in the history, for staff alone. The author sees that the text was changed and why.',
    subject: 'Title',
    description: 'Text',
    why: 'Why you change it',
    whyHelp: 'The author reads it. For example: it held the telephone number of somebody else.',
    save: 'Save the text',
    before: 'Before: “{title}”\n{description}',
  },
  refusal: {
    point_wrong: 'Write latitude and longitude in degrees, for example: 44.40750, 8.93370.',
    why_missing: 'Write why you change the text: the author reads it.',
    why_too_long: 'The reason may have 500 characters at most.',
  },
}
