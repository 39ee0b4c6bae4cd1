import type { Mailer } from '#server/gateways/mail.ts'
import type { RemoteMedia } from '#server/gateways/remote-media.ts'
import type { World } from '#server/world.ts'
import type { Everywhere } from './everywhere.ts'

/** What jobs may touch besides the world: the ways out. */
export type Outside = {
  readonly world: World
  readonly everywhere: Everywhere
  readonly mailer: Mailer
  readonly fetchMedia: RemoteMedia
  /** Public address of the installation, for links in mails where a body has no host of its own. */
  readonly origin: string
  /** Logs what went wrong and is no reason to stop. */
  readonly onFault: (fault: unknown) => void
}
