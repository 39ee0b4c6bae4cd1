import type { people as italian } from '../it/people.ts'

export const people: typeof italian = {
  insteadOf: ' in place of {person}, who is absent',
  contacts: { field: { name: 'name', email: 'e-mail', phone: 'phone' } },
}
