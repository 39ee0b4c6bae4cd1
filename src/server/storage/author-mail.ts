import type { EventKind } from '#domain/reports/event.ts'
import type { AuthorId, EventId, Id, ReportId } from '#domain/shared/id.ts'
import { readAuthor } from './authors.ts'
import type { Tx } from './database.ts'
import { insertMail } from './mail-log.ts'

type Maker = { now(): Date; newId<Of extends string>(): Id<Of> }

/** What a letter to the author tells of, and how often it was sent before. */
type Telling = {
  readonly report: ReportId
  readonly author: AuthorId
  readonly event: EventId
  readonly kind: EventKind
  readonly attempt?: number
}

/** Asks for a letter to the author and writes down that it waits; whoever left no address is told nothing. */
export async function tellAuthor(world: Maker, tx: Tx, { author, kind, attempt = 0, ...about }: Telling): Promise<void> {
  const address = (await readAuthor(tx, author))?.email
  if (!address) return
  const mail = { ...about, id: world.newId<'mail'>(), template: kind, address, recipient: 'author', attempt } as const
  await insertMail(tx, mail, world.now())
  await tx.later('mail.to-author', { tenant: tx.tenant, ...about, ...(attempt > 0 && { attempt }) })
}
