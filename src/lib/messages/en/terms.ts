import type { terms as italian } from '../it/terms.ts'

export const terms: typeof italian = {
  term: { first_reply: 'first reply', resolution: 'resolution' },
}
