import { messageKinds } from '#domain/conversations/message.ts'
import type { EventActor } from '#domain/reports/event.ts'
import type { Report } from '#domain/reports/report.ts'
import type { AccountId, ReportId } from '#domain/shared/id.ts'
import type { Words } from '#domain/shared/words.ts'
import { type Attachment, listReportAttachments } from '#server/storage/attachments.ts'
import type { Reader } from '#server/storage/database.ts'
import { listEvents, type ReportEvent } from '#server/storage/events.ts'
import { type LoggedMail, listMailLog } from '#server/storage/mail-log.ts'
import { listMessages, type Message } from '#server/storage/messages.ts'
import { readReport, readReportByNumber } from '#server/storage/reports.ts'
import { titleOfService } from '#server/storage/services-there.ts'

/** Everything that staff see of one report; contacts are read apart, by who may. */
export type ReportFile = {
  readonly report: Report
  readonly attachments: readonly Attachment[]
  readonly messages: readonly Message[]
  readonly events: readonly ReportEvent[]
  readonly mails: readonly LoggedMail[]
  /** Names of the staff members who appear in messages and events. */
  readonly names: ReadonlyMap<AccountId, string>
  readonly duplicateOfNumber: number | null
  /** Numbers of the reports that events name, and of its lead. */
  readonly numbers: ReadonlyMap<ReportId, number>
  /** The service with which somebody asks for assistance. */
  readonly service: Words | null
}

/** Reads the whole file of a report by its number. */
export async function readReportFile(reader: Reader, number: number): Promise<ReportFile | null> {
  const report = await readReportByNumber(reader, number)
  if (!report) return null
  const messages = await listMessages(reader, report.id, messageKinds)
  const events = await listEvents(reader, report.id)
  return {
    report,
    attachments: await listReportAttachments(reader, report.id),
    messages,
    events,
    mails: await listMailLog(reader, report.id),
    names: await namesOf(reader, [
      ...messages.flatMap(({ account }) => account ?? []),
      ...events.flatMap(accountsOf),
      report.ownerPerson,
    ]),
    duplicateOfNumber: report.duplicateOf ? ((await readReport(reader, report.duplicateOf))?.number ?? null) : null,
    numbers: await numbersOf(reader, report, events),
    service: await askedService(reader, events),
  }
}

async function askedService(reader: Reader, events: readonly ReportEvent[]): Promise<Words | null> {
  const asked = events.find(({ kind }) => kind === 'submitted')?.detail.service
  return asked ? titleOfService(reader, asked) : null
}

function accountsOf({
  actor,
  detail,
}: {
  readonly actor: EventActor
  readonly detail: ReportEvent['detail']
}): readonly AccountId[] {
  const doer = actor.kind === 'staff' ? [actor.account] : []
  return [...doer, detail.person, detail.previousPerson, detail.insteadOf, ...(detail.mentions ?? [])].filter(
    (account) => account !== null && account !== undefined,
  )
}

async function numbersOf(
  { db, tenant }: Reader,
  { lead }: Report,
  events: readonly ReportEvent[],
): Promise<ReadonlyMap<ReportId, number>> {
  const named = events.flatMap(({ detail }) => [detail.other ?? [], detail.others ?? [], detail.duplicateOf ?? []].flat())
  const wanted = new Set([...named, ...(lead ? [lead] : [])])
  if (wanted.size === 0) return new Map()
  const rows = await db
    .selectFrom('report')
    .where('report.tenant_id', '=', tenant)
    .where('report.id', 'in', [...wanted])
    .select(['report.id', 'report.number'])
    .execute()
  return new Map(rows.map(({ id, number }) => [id, number]))
}

async function namesOf({ db }: Reader, accounts: readonly (AccountId | null)[]): Promise<ReadonlyMap<AccountId, string>> {
  const wanted = [...new Set(accounts.filter((account) => account !== null))]
  if (wanted.length === 0) return new Map()
  const rows = await db.selectFrom('account').where('account.id', 'in', wanted).select(['account.id', 'account.name']).execute()
  return new Map(rows.map(({ id, name }) => [id, name]))
}
