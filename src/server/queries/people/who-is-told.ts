import { isMailed, mostNotices, type Notice, type NoticeRole, noticeDefaults, noticeOf } from '#domain/conversations/notice.ts'
import { holds } from '#domain/people/actor.ts'
import { responsibleOffice } from '#domain/reports/inbox.ts'
import type { Report } from '#domain/reports/report.ts'
import { civilDate } from '#domain/shared/civil-date.ts'
import type { AccountId, EventId, OfficeId } from '#domain/shared/id.ts'
import { withAncestors } from '#domain/shared/tree.ts'
import type { Locale } from '#domain/shared/words.ts'
import { listMemberships, readAccount } from '#server/storage/accounts.ts'
import type { Reader } from '#server/storage/database.ts'
import { type Directory, deskOfficeOf } from '#server/storage/directory.ts'
import type { ReportEvent } from '#server/storage/events.ts'
import { countStaffMails } from '#server/storage/mail-log.ts'
import { readStaffWishes } from '#server/storage/staff-wishes.ts'
import { whoGets } from '#server/storage/who-gets.ts'
import { listOfficeStaff, type OfficeStaff } from '#server/storage/workers.ts'

/** Somebody of the staff who gets a letter, and of what it tells. */
export type Told = {
  readonly id: AccountId
  readonly name: string
  readonly email: string
  readonly notice: Notice
  readonly locale: Locale
}

/** Italian is the language of the body. */
const bodyLocale: Locale = 'it'

type Someone = Pick<Told, 'id' | 'name' | 'email'> & {
  readonly role: NoticeRole
  readonly worksThere: boolean
  readonly manages: boolean
  readonly worksAtDesk: boolean
}

/** Who is told by mail of what happened to a report, as everything is now. */
export async function whoIsTold(
  reader: Reader,
  directory: Directory,
  { event, report }: { readonly event: ReportEvent; readonly report: Report },
  now: Date,
): Promise<readonly Told[]> {
  const people = await listPeople(reader, directory, report, event)
  const standing = {
    report,
    holder: await holderOf(reader, directory, report, people, now),
    managed: people.some(({ manages }) => manages),
  }
  const wishes = await readStaffWishes(
    reader,
    people.map(({ id }) => id),
  )
  const defaults = noticeDefaults(directory.tenant.settings.notices)
  const told: Told[] = []
  for (const { role, ...one } of people) {
    const notice = noticeOf(event, standing, { ...one, account: one.id })
    const { mail = {}, locale = null } = wishes.get(one.id) ?? {}
    if (notice === null || !isMailed(notice, role, mail, defaults) || (await hasEnough(reader, one.email, event.id, now)))
      continue
    told.push({ id: one.id, name: one.name, email: one.email, notice, locale: locale ?? bodyLocale })
  }
  return told
}

/** Everybody whom it may concern, each once: the office that has it, whoever manages it, the desk, and those whom the notes name. */
async function listPeople(reader: Reader, directory: Directory, report: Report, event: ReportEvent): Promise<readonly Someone[]> {
  const [office, desk] = [responsibleOffice(report), deskOfficeOf(directory)]
  const found = new Map<AccountId, Someone>()
  for (const place of new Set([office, desk]))
    for (const { id, name, email, manages, desk: atDesk } of await listOfficeStaff(reader, place)) {
      const role = manages ? 'office_manager' : atDesk ? 'desk' : 'office_operator'
      const there = place === office
      const known = found.get(id)
      if (known) found.set(id, { ...known, worksAtDesk: true })
      else found.set(id, { id, name, email, role, worksThere: there, manages: false, worksAtDesk: place === desk })
    }
  for (const { id, name, email } of await managersAbove(reader, directory, office)) {
    const known = found.get(id) ?? { id, name, email, role: 'office_manager', worksThere: false, worksAtDesk: false }
    found.set(id, { ...known, manages: true })
  }
  for (const id of event.detail.mentions ?? []) {
    const named = found.has(id) ? null : await readNamed(reader, id)
    if (named) found.set(id, named)
  }
  return [...found.values()]
}

/** Those who manage the office or, where nobody does, the nearest above it that somebody manages. */
async function managersAbove(reader: Reader, directory: Directory, office: OfficeId): Promise<readonly OfficeStaff[]> {
  for (const one of withAncestors(directory.offices, office)) {
    const managers = (await listOfficeStaff(reader, one)).filter(({ manages }) => manages)
    if (managers.length > 0) return managers
  }
  return []
}

/** Whoever is named may work anywhere; who works here no more is told nothing. */
async function readNamed(reader: Reader, id: AccountId): Promise<Someone | null> {
  const memberships = await listMemberships(reader, id)
  const account = memberships.length > 0 ? await readAccount(reader, id) : null
  if (!account) return null
  const actor = { kind: 'staff', account: id, memberships } as const
  const role = holds(actor, 'desk') ? 'desk' : holds(actor, 'office_manager') ? 'office_manager' : 'office_operator'
  const { name, email } = account
  return { id, name, email, role, worksThere: false, manages: false, worksAtDesk: false }
}

/** Who has it today; an owner who left the office leaves it to the office. */
async function holderOf(
  reader: Reader,
  directory: Directory,
  report: Report,
  people: readonly Someone[],
  now: Date,
): Promise<AccountId | null> {
  if (report.ownerPerson === null) return null
  const today = civilDate(now, directory.tenant.settings.calendar.zone)
  const { person } = await whoGets(reader, { office: responsibleOffice(report), person: report.ownerPerson }, today)
  return people.some(({ id, worksThere }) => id === person && worksThere) ? person : null
}

async function hasEnough(reader: Reader, address: string, event: EventId, now: Date): Promise<boolean> {
  const since = new Date(now.getTime() - mostNotices.within)
  return (await countStaffMails(reader, { address, event, since })) >= mostNotices.letters
}
