import type { groups as italian } from '../it/groups.ts'

export const groups: typeof italian = {
  neutral: { greeting: 'Dear citizen', person: 'the person who reported', removed: '[…]' },
}
