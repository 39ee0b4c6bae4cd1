import type { EventActor, EventDetail } from '#domain/reports/event.ts'
import { type Beginning, type NewReport, newReport } from '#domain/reports/new-report.ts'
import type { Report } from '#domain/reports/report.ts'
import type { AccountId, ApiKeyId, EventId, Id } from '#domain/shared/id.ts'
import { groupsOfAuthor } from './author-groups.ts'
import type { Tx } from './database.ts'
import type { Directory } from './directory.ts'
import { addEvent } from './events.ts'
import { tellRules } from './follow-rules.ts'
import { insertReport } from './reports.ts'
import { routingBody } from './routing-body.ts'

type Maker = { now(): Date; newId<Of extends string>(): Id<Of> }

/** What somebody asks for assistance with. */
export type AskedAbout = Pick<EventDetail, 'serviceCategory' | 'service'>

/** How a new report came, besides what it says. */
export type Entry = {
  readonly event: EventId
  readonly by: EventActor
  readonly about?: AskedAbout | undefined
  readonly submissionKey: string
  readonly recordedBy: AccountId | null
  readonly apiKey: ApiKeyId | null
}

/** Writes a new report as the rules of the body have it, with the beginning of its history. */
export async function receiveReport(
  world: Maker,
  tx: Tx,
  directory: Directory,
  beginning: Beginning,
  { event, by, about, ...entry }: Entry,
): Promise<NewReport> {
  const { publication, blockedWords = [] } = directory.tenant.settings
  const now = world.now()
  const authorGroups = await groupsOfAuthor(tx, directory, beginning.author)
  const made = newReport({ ...beginning, authorGroups }, { routing: routingBody(directory), publication, blockedWords }, now)
  const { report } = made
  await insertReport(tx, report, entry)
  const happened = { id: event, report: report.id, version: 1, at: now, actor: by }
  // Where its author chose the office, that is why it lies there.
  const addressed = by.kind === 'author' && beginning.office !== null && { office: beginning.office }
  await addEvent(tx, { ...happened, kind: 'submitted', detail: { to: 'submitted', ...addressed, ...about } })
  await tellRules(world, tx, report, made.routed)
  await tellHeldBack(world, tx, report, made.blocked)
  await tx.later('mail.to-staff', { tenant: tx.tenant, report: report.id, event })
  return made
}

/** Why the desk has to look before anybody sees it. */
async function tellHeldBack(world: Maker, tx: Tx, { id, moderation }: Report, words: readonly string[]): Promise<void> {
  if (words.length === 0) return
  const detail = { moderation, visible: false, words }
  const told = { report: id, version: 1, at: world.now(), actor: { kind: 'system' } as const, detail }
  await addEvent(tx, { id: world.newId<'event'>(), kind: 'moderated', ...told })
}
