import type { Move } from '#domain/reports/move.ts'
import { declineReasons } from '#domain/reports/stage.ts'
import type { Act } from '#domain/reports/transitions.ts'
import { transitions } from '#domain/reports/transitions.ts'
import { type AccountId, isId, type OfficeId, type ReportId } from '#domain/shared/id.ts'

const longestText = 20_000

/** A text field of a form, never longer than anything that could be accepted. */
export function text(form: FormData, name: string): string {
  return String(form.get(name) ?? '').slice(0, longestText)
}

/** The number that a person means; one that no report can have finds none. */
export function numberOf(given: string): number {
  const number = Number(given.trim().replace(/^(#|n\.?\s*)/i, ''))
  return Number.isSafeInteger(number) && number > 0 ? number : 0
}

/** The version of the report that the person saw. */
export function seenVersion(form: FormData): number {
  const version = Number(form.get('version'))
  return Number.isSafeInteger(version) ? version : 0
}

/** An owner is chosen as an office, or as a person in it. */
export function readOwner(form: FormData): { readonly office: OfficeId | null; readonly person: AccountId | null } {
  const [office = '', person = ''] = text(form, 'owner').split(':')
  return { office: isId(office) ? (office as OfficeId) : null, person: isId(person) ? (person as AccountId) : null }
}

/** The move that a form asks for, or null where it names none; the other report of a duplicate is given by who looked it up. */
export function readMove(form: FormData, otherReport: ReportId | null): Move | null {
  const act = text(form, 'act')
  if (!Object.hasOwn(transitions, act)) return null
  const note = text(form, 'note').trim()
  return { ...toMove(act as Act, form, otherReport), ...(note !== '' && { note }) }
}

function toMove(act: Act, form: FormData, otherReport: ReportId | null): Move {
  switch (act) {
    case 'take_in_charge':
      return { act, ...readOwner(form) }
    case 'plan':
      return { act, date: text(form, 'date') }
    case 'entrust':
      return { act, recipient: text(form, 'recipient').slice(0, 200) }
    case 'decline':
      return {
        act,
        reason: declineReasons.find((one) => one === form.get('reason')) ?? null,
        text: text(form, 'text'),
        duplicateOf: otherReport,
      }
    case 'resume':
    case 'withdraw':
      return { act }
    default:
      return { act, text: text(form, 'text') }
  }
}

/** The field beside which a refusal is shown; null where it concerns the whole form. */
export function fieldOf(refusal: string, form?: string): string | null {
  return fieldsOf[form ?? '']?.[refusal] ?? fields[refusal] ?? null
}

/** The triage asks for a term where a move asks for a date; somebody outside has a name. */
const fieldsOf: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  triage: { date_past: 'dueOn', text_too_long: 'dueReason' },
  supplier: {
    recipient_missing: 'name',
    name_too_long: 'name',
    names_author: 'text',
    check_missing: 'checked',
    days_wrong: 'days',
  },
}

const fields: Readonly<Record<string, string>> = {
  owner_missing: 'owner',
  office_unknown: 'owner',
  person_unknown: 'owner',
  date_missing: 'date',
  date_past: 'date',
  text_missing: 'text',
  text_too_long: 'text',
  placeholder_left: 'text',
  mentions_too_many: 'text',
  colleague_unknown: 'mention',
  note_missing: 'note',
  note_too_long: 'note',
  name_too_long: 'firstName',
  email_wrong: 'email',
  email_missing: 'email',
  phone_wrong: 'phone',
  recipient_missing: 'recipient',
  reason_missing: 'reason',
  other_report_missing: 'other',
  other_report_itself: 'other',
  other_report_unknown: 'other',
  other_report_follows: 'other',
  lead_itself: 'other',
  lead_follows: 'other',
  lead_closed: 'other',
  group_instead: 'other',
  category_missing: 'category',
  category_unknown: 'category',
  kind_not_taken: 'kind',
  place_decides: 'area',
  area_unknown: 'area',
  day_closed: 'dueOn',
  term_reason_missing: 'dueReason',
  not_in_charge: 'moderation',
}
