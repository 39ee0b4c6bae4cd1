import type { Mailer } from '#server/gateways/mail.ts'
import type { RemoteMedia } from '#server/gateways/remote-media.ts'
import type { Handlers } from '#server/jobs/queue.ts'
import type { World } from '#server/world.ts'
import type { Everywhere } from './everywhere.ts'
import { fetchMedia } from './fetch-media.ts'
import { mailToAuthor } from './mail-to-author.ts'
import { sweepDrafts } from './sweep-drafts.ts'
import { sweepFiles } from './sweep-files.ts'
import { timeOutWaiting } from './time-out-waiting.ts'

/** What jobs may touch besides the world: the ways out. */
export type Outside = {
  readonly world: World
  readonly everywhere: Everywhere
  readonly mailer: Mailer
  readonly fetchMedia: RemoteMedia
  /** Public address of the installation, for links in mails where a body has no host of its own. */
  readonly origin: string
}

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
