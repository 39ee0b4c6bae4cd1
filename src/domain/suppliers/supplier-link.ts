import type { Actor, Supplier as SupplierActor } from '../people/actor.ts'
import type { Decided } from '../reports/desk-changes.ts'
import { type MayRefusal, type MayRules, may, mayMove } from '../reports/may.ts'
import { messageLength } from '../reports/move.ts'
import { readdress } from '../reports/readdress.ts'
import type { AuthorDetails, Report } from '../reports/report.ts'
import { isOpen } from '../reports/stage.ts'
import { isEmail } from '../reports/submission.ts'
import type { AccountId, AttachmentId, Id, ReportId } from '../shared/id.ts'
import { done, type Result, refuse } from '../shared/result.ts'
import { supplierLengths } from './supplier.ts'

export type SupplierLinkId = Id<'supplier-link'>

/** How far somebody outside has come with what they were asked. */
const linkStates = ['sent', 'accepted', 'refused', 'done'] as const

export type LinkState = (typeof linkStates)[number]

/** A link that opens one report to somebody outside: the words and pictures that were chosen, and nothing of its author. */
export type SupplierLink = {
  readonly id: SupplierLinkId
  readonly report: ReportId
  readonly name: string
  readonly email: string
  readonly description: string
  readonly photos: readonly AttachmentId[]
  readonly showsPlace: boolean
  readonly state: LinkState
  readonly stateAt: Date
  readonly createdBy: AccountId
  readonly createdAt: Date
  readonly expiresAt: Date
  readonly revokedAt: Date | null
  readonly usedAt: Date | null
}

/** What is asked for when somebody outside is invited. */
export type Invitation = Pick<SupplierLink, 'name' | 'email' | 'description' | 'photos' | 'showsPlace'> & {
  /** Calendar days. */
  readonly days: number
  /** Whoever invites has read the words through for personal data. */
  readonly checked: 'checked' | 'unchecked'
}

export const invitationDays = { usual: 30, most: 180 } as const

/** How many photos somebody outside may send at once. */
export const supplierPhotos = 5

export type InviteRefusal =
  | MayRefusal
  | 'recipient_missing'
  | 'name_too_long'
  | 'email_missing'
  | 'email_wrong'
  | 'text_missing'
  | 'text_too_long'
  | 'check_missing'
  | 'names_author'
  | 'no_such_photo'
  | 'days_wrong'

/** Whether somebody outside may be invited now: whoever invites first entrusts what is not yet with others. */
export function mayInviteSupplier(report: Report, by: Actor, rules: MayRules, now: Date): Result<null, MayRefusal> {
  const allowed = may(by, 'invite_supplier', report)
  if (!allowed.ok || report.stage === 'with_others') return allowed
  return mayMove(by, 'entrust', report, rules, now)
}

const namesNobody: AuthorDetails = { firstName: null, lastName: null, email: null, phone: null, locale: 'it' }

/** Invites somebody outside to a report that has been entrusted: only with words that were read through and name no author. */
export function decideInvitation(
  report: Report,
  ask: Invitation & { readonly link: SupplierLinkId },
  known: { readonly photos: readonly AttachmentId[]; readonly author: AuthorDetails | null },
  by: Actor,
): Result<Decided, InviteRefusal> {
  const allowed = may(by, 'invite_supplier', report)
  if (!allowed.ok) return allowed
  if (report.stage !== 'with_others') return refuse('wrong_stage')
  const wrong = whatIsWrong(ask, known.photos)
  if (wrong) return refuse(wrong)
  if (known.author && readdress(ask.description, known.author, namesNobody, neutral) !== ask.description)
    return refuse('names_author')
  if (ask.checked === 'unchecked') return refuse('check_missing')
  const detail = { recipient: ask.name.trim(), supplier: ask.link }
  return done({ report, event: { kind: 'supplier_invited', detail }, words: null })
}

const neutral = { greeting: '', person: '', removed: '' }

function whatIsWrong(ask: Invitation, photos: readonly AttachmentId[]): InviteRefusal | null {
  if (ask.name.trim() === '') return 'recipient_missing'
  if (ask.name.trim().length > supplierLengths.name) return 'name_too_long'
  if (ask.email.trim() === '') return 'email_missing'
  if (!isEmail(ask.email.trim())) return 'email_wrong'
  if (ask.description.trim() === '') return 'text_missing'
  if (ask.description.length > messageLength) return 'text_too_long'
  if (!ask.photos.every((photo) => photos.includes(photo))) return 'no_such_photo'
  return Number.isInteger(ask.days) && ask.days >= 1 && ask.days <= invitationDays.most ? null : 'days_wrong'
}

/** Why a link opens nothing any more; null while it does. */
export type LinkRefusal = 'link_revoked' | 'link_expired' | 'link_not_needed'

/** Whether a link still opens its report: not taken back, not too old, and the work still with somebody outside. */
export function linkRefusal(link: SupplierLink, report: Report, now: Date): LinkRefusal | null {
  if (link.revokedAt !== null) return 'link_revoked'
  if (link.expiresAt <= now) return 'link_expired'
  const finished = link.state === 'done' || link.state === 'refused'
  return finished || report.stage === 'with_others' ? null : 'link_not_needed'
}

/** What somebody outside says to what they were asked. */
export type SupplierAct =
  | { readonly act: 'accept' }
  | { readonly act: 'refuse'; readonly text: string }
  | { readonly act: 'done'; readonly text: string; readonly photos: number }

export type ActRefusal = LinkRefusal | 'link_answered' | 'text_missing' | 'text_too_long' | 'photos_at_once'

const states: Readonly<Record<SupplierAct['act'], LinkState>> = { accept: 'accepted', refuse: 'refused', done: 'done' }

/** Writes down what somebody outside says; the stage is the owner's, who looks and marks the work as done. */
export function decideSupplierAct(
  link: SupplierLink,
  report: Report,
  ask: SupplierAct,
  now: Date,
): Result<Decided & { readonly state: LinkState }, ActRefusal> {
  const closed = linkRefusal(link, report, now)
  if (closed) return refuse(closed)
  if (link.state === 'refused' || link.state === 'done' || (link.state === 'accepted' && ask.act === 'accept'))
    return refuse('link_answered')
  const text = ask.act === 'accept' ? '' : ask.text.trim()
  if (ask.act !== 'accept' && text === '') return refuse('text_missing')
  if (text.length > messageLength) return refuse('text_too_long')
  if (ask.act === 'done' && ask.photos > supplierPhotos) return refuse('photos_at_once')
  const state = states[ask.act]
  const detail = { recipient: link.name, supplier: link.id, ...(ask.act === 'done' && { pictures: ask.photos }) }
  return done({
    state,
    report,
    event: { kind: `supplier_${state === 'sent' ? 'accepted' : state}`, detail },
    words: text === '' ? null : { kind: 'note', text },
  })
}

export type RevokeRefusal = MayRefusal | 'link_revoked'

/** Takes a link back. */
export function decideRevocation(link: SupplierLink, report: Report, by: Actor): Result<Decided, RevokeRefusal> {
  const allowed = mayStill(report, by)
  if (!allowed.ok) return allowed
  if (link.revokedAt !== null) return refuse('link_revoked')
  return done({ report, event: { kind: 'supplier_revoked', detail: { recipient: link.name, supplier: link.id } }, words: null })
}

/** A link is taken back of a closed report, too. */
function mayStill(report: Report, by: Actor): Result<null, MayRefusal> {
  return may(by, 'invite_supplier', isOpen(report.stage) ? report : { ...report, stage: 'with_others' })
}

/** Sends a link once more, from now on as long as before. */
export function decideResending(
  link: SupplierLink,
  report: Report,
  by: Actor,
  now: Date,
): Result<Decided & { readonly expiresAt: Date }, RevokeRefusal | LinkRefusal | 'link_answered'> {
  const allowed = may(by, 'invite_supplier', report)
  if (!allowed.ok) return allowed
  if (link.revokedAt !== null) return refuse('link_revoked')
  if (link.state === 'done' || link.state === 'refused') return refuse('link_answered')
  if (report.stage !== 'with_others') return refuse('link_not_needed')
  const expiresAt = new Date(now.getTime() + (link.expiresAt.getTime() - link.createdAt.getTime()))
  const detail = { recipient: link.name, supplier: link.id }
  return done({ report, expiresAt, event: { kind: 'supplier_invited', detail }, words: null })
}

/** Whoever holds a link, as the history names them. */
export function supplierActor(link: SupplierLink): SupplierActor {
  return { kind: 'supplier', link: link.id }
}
