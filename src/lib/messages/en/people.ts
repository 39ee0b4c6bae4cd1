import type { people as italian } from '../it/people.ts'

export const people: typeof italian = {
  insteadOf: ' in place of {person}, who is absent',
  role: {
    administrator: 'Administration',
    desk: 'Contact desk (URP)',
    office_manager: 'Office manager',
    office_operator: 'Office operator',
    observer: 'Observer',
    analyst: 'Analyst',
  },
  contacts: { field: { name: 'name', email: 'e-mail', phone: 'phone' } },
  letter: {
    subject: 'Invitation to work with {body}',
    heading: 'You can work on the reports of {body}',
    greeting: 'Dear {name},',
    lead: '{body} has given you access to the staff area.',
    leadBy: '{inviter} has given you access to the staff area of {body}.',
    roles: 'With these roles',
    password: {
      button: 'Choose your password',
      hint: 'The link is good once and for a week. It is yours alone: do not forward it to anybody.',
    },
    signIn: { button: 'Sign in', hint: 'Use the address and the password that you already have.' },
    why: 'If you do not know what this is about, you can ignore this message: without you nothing happens.',
  },
}
