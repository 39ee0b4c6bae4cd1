import type { Jobs } from '#server/jobs/catalogue.ts'
import type { Outside } from './outside.ts'

/** Tells the author by mail what happened, once. */
export async function mailToAuthor(_outside: Outside, _payload: Jobs['mail.to-author']): Promise<void> {
  throw new Error('not written yet')
}
