import type { terms as italian } from '../it/terms.ts'

export const terms: typeof italian = {
  term: { first_reply: 'first reply', resolution: 'resolution' },
  letter: {
    subject: {
      term_warned: 'Due soon: report no. {number}, {title}',
      term_late: 'Late: report no. {number}, {title}',
      term_very_late: 'Very late: report no. {number}, {title}',
    },
    lead: {
      term_warned: 'Four fifths of the time that the body gave itself for the {term} are over.',
      term_late: 'The time that the body gave itself for the {term} is over.',
      term_very_late: 'Three times the time that the body gave itself for the {term} is over.',
    },
    greeting: 'Dear {name},',
    rows: { number: 'Number', title: 'Title', office: 'Office', owner: 'Owner', due: 'Due' },
    button: 'Open the report',
    hint: 'It opens in the staff area.',
    why: 'You get this message because you work in the office that has it.',
  },
}
