import type { Jobs } from '#server/jobs/catalogue.ts'
import type { Outside } from './handlers.ts'

/** Fetches a picture that an Open311 client named. */
export async function fetchMedia(_outside: Outside, _payload: Jobs['media.fetch']): Promise<void> {
  throw new Error('not written yet')
}
