import type { EventActor, EventDetail, EventKind } from '../reports/event.ts'
import { responsibleOffice } from '../reports/inbox.ts'
import type { Report } from '../reports/report.ts'
import { isOpen } from '../reports/stage.ts'
import type { AccountId } from '../shared/id.ts'

/** What a staff member may be told of by mail. */
export const notices = ['mentioned', 'assigned', 'office', 'author', 'timed_out', 'supplier', 'warned', 'late'] as const

export type Notice = (typeof notices)[number]

/** Whom a body tells apart when it says who is told of what. */
export const noticeRoles = ['office_manager', 'office_operator', 'desk'] as const

export type NoticeRole = (typeof noticeRoles)[number]

export type NoticeDefaults = Readonly<Record<Notice, readonly NoticeRole[]>>

/** What a body has not decided: the desk, which looks at its inbox all day, is told of what is meant for one person, and of terms. */
const plainNotices: NoticeDefaults = {
  mentioned: noticeRoles,
  assigned: noticeRoles,
  office: ['office_manager'],
  author: ['office_manager', 'office_operator'],
  timed_out: ['office_manager', 'office_operator'],
  supplier: ['office_manager', 'office_operator'],
  warned: noticeRoles,
  late: noticeRoles,
}

/** Who is told of what in a body: as it decided, and otherwise as the product has it. */
export function noticeDefaults(decided: Partial<NoticeDefaults> | undefined): NoticeDefaults {
  return { ...plainNotices, ...decided }
}

/** What somebody said for themselves; what they did not say is as the body says. */
export type NoticeWishes = Readonly<Partial<Record<Notice, boolean>>>

type Happened = { readonly kind: EventKind; readonly actor: EventActor; readonly detail: EventDetail }

/** How a report stands when the letter is about to be written. */
type Standing = {
  readonly report: Pick<Report, 'stage' | 'ownerOffice' | 'ownerPerson' | 'routedOffice'>
  /** Who has it today: its owner or whoever stands in; nobody, and its office has it. */
  readonly holder: AccountId | null
  /** Whether anybody manages the office that it lies with, or one above it. */
  readonly managed: boolean
}

/** Somebody of the staff beside a report. */
type Someone = {
  readonly account: AccountId
  /** Works in the office that the report lies with. */
  readonly worksThere: boolean
  /** Manages that office or, where nobody does, the nearest above it. */
  readonly manages: boolean
  readonly worksAtDesk: boolean
}

const byAuthor: readonly EventKind[] = ['answered', 'message_added', 'photo_added', 'reopened']
const handsOver: readonly EventKind[] = [
  'submitted',
  'taken_in_charge',
  'assigned',
  'given_back',
  'classified',
  'sent_back',
  'reopened',
]

/** What of a report's history staff may be told of; what only follows a lead was told of the lead. */
export function tellsStaff({ kind, actor, detail }: Happened): boolean {
  if ((detail.mentions ?? []).length > 0) return true
  return detail.follows === undefined && subjectOf(kind, actor) !== null
}

/**
 * Whether somebody is told of what happened to a report, and of what: never of their own doing, nor of what is over meanwhile. Who
 * has the report is told or, where nobody does, its office; what is late is for those who manage the office or the nearest above it, else for the desk.
 */
export function noticeOf(happened: Happened, standing: Standing, someone: Someone): Notice | null {
  const { kind, actor, detail } = happened
  if (actor.kind === 'staff' && actor.account === someone.account) return null
  if (detail.mentions?.includes(someone.account)) return 'mentioned'
  if (detail.follows !== undefined || !isOpen(standing.report.stage)) return null
  const subject = subjectOf(kind, actor)
  if (subject === 'handed') return handed(happened, standing, someone)
  if (subject === 'late') return someone.manages || (!standing.managed && someone.worksAtDesk) ? 'late' : null
  const has = standing.holder === null ? someone.worksThere : standing.holder === someone.account
  return has ? subject : null
}

function subjectOf(
  kind: EventKind,
  { kind: by }: EventActor,
): Exclude<Notice, 'mentioned' | 'assigned' | 'office'> | 'handed' | null {
  if (byAuthor.includes(kind) && (by === 'author' || by === 'machine')) return 'author'
  if (handsOver.includes(kind)) return 'handed'
  if (kind === 'resumed') return by === 'system' ? 'timed_out' : null
  if (kind === 'supplier_done' || kind === 'supplier_refused') return 'supplier'
  if (kind === 'term_warned') return 'warned'
  return kind === 'term_late' || kind === 'term_very_late' ? 'late' : null
}

/** Whose a report became, as long as it still is; an office is told of what is new to it and has nobody yet. */
function handed({ kind, detail }: Happened, { report }: Standing, someone: Someone): Notice | null {
  const office = responsibleOffice(report)
  if (detail.office !== undefined && detail.office !== office) return null
  if (detail.person !== undefined && detail.person !== report.ownerPerson) return null
  if (routes(kind) && report.ownerOffice !== null) return null
  if (kind === 'classified' && detail.office === undefined) return null
  if (report.ownerPerson !== null) return report.ownerPerson === someone.account ? 'assigned' : null
  const known = kind === 'taken_in_charge' ? office === report.routedOffice : detail.office === detail.previousOffice
  const again = kind === 'sent_back' || kind === 'reopened' || kind === 'submitted'
  return someone.worksThere && (again || !known) ? 'office' : null
}

function routes(kind: EventKind): boolean {
  return kind === 'submitted' || kind === 'classified'
}

/** Whether a notice goes out by mail: as the person wants it or, where they said nothing, as the body does for their role. */
export function isMailed(notice: Notice, role: NoticeRole, wishes: NoticeWishes, defaults: NoticeDefaults): boolean {
  return wishes[notice] ?? defaults[notice].includes(role)
}

/** So many notices within ten minutes are enough of a mail: what more there is, the inbox shows. */
export const mostNotices = { letters: 20, within: 10 * 60_000 } as const
