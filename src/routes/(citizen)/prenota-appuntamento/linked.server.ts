import type { Linked } from '#server/queries/appointments/appointment-links.ts'

/** What private links are made with, for the address by which a page was asked for. */
export function linkedBy({ directory, installation }: App.Locals, { origin }: URL): Linked {
  return { directory, origin, secret: installation.world.secret }
}
