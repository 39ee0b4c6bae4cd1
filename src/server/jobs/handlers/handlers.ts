import type { Handlers } from '#server/jobs/queue.ts'
import { fetchMedia } from './fetch-media.ts'
import { mailToAuthor } from './mail-to-author.ts'
import type { Outside } from './outside.ts'
import { sweepDrafts } from './sweep-drafts.ts'
import { sweepFiles } from './sweep-files.ts'
import { timeOutWaiting } from './time-out-waiting.ts'

/** How each job of the catalogue is done. */
export function createHandlers(outside: Outside): Handlers {
  const { world, everywhere } = outside
  return {
    'mail.to-author': (payload) => mailToAuthor(outside, payload),
    'media.fetch': (payload) => fetchMedia(outside, payload),
    'waiting.time-out': (payload) => timeOutWaiting(world, payload),
    'sweep.drafts': () => sweepDrafts(world, everywhere),
    'sweep.files': async () => {
      await sweepFiles(world, everywhere)
    },
  }
}
