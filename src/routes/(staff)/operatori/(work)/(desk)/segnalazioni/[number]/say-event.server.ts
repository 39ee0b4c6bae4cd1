import type { EventDetail, EventKind } from '#domain/reports/event.ts'
import type { AccountId, ReportId } from '#domain/shared/id.ts'
import { writePlace } from '#domain/shared/write-place.ts'
import { writeCivilDate, writeDay } from '#lib/messages/dates.ts'
import { fill } from '#lib/messages/fill.ts'
import type { ReportFile } from '#server/queries/desk/report-file.ts'
import type { ReportEvent } from '#server/storage/events.ts'
import { categoryName, officeName } from './names.server.ts'
import { sayApplied } from './present-why.server.ts'

type Place = { readonly file: ReportFile; readonly locals: App.Locals }

type Values = Readonly<Record<string, string | number>>

/** What happened, in plain words, with what was before. */
export function sayEvent({ kind, detail }: ReportEvent, file: ReportFile, locals: App.Locals): string {
  const { event } = locals.words.desk
  const text = detail.words ? event.heldBack : detail.place ? event.relocated : event[kind]
  return fill(text, { recipient: detail.recipient ?? '', ...said[kind]?.(detail, { file, locals }) })
}

/** What stands in the places of the sentence of each event that has any. */
const said: Readonly<Partial<Record<EventKind, (detail: EventDetail, place: Place) => Values>>> = {
  taken_in_charge: receiver,
  assigned: (detail, place) => ({
    ...receiver(detail, place),
    was: was([officeName(detail.previousOffice, place.locals), personName(detail.previousPerson, place)].filter(Boolean), place),
  }),
  reopened: (detail, place) => (detail.office ? { to: fill(wordsOf(place).back, receiver(detail, place)) } : { to: '' }),
  given_back: ({ previousOffice }, { locals }) => ({ previousOffice: officeName(previousOffice, locals) }),
  planned: ({ plannedFor }, { locals }) => ({ date: plannedFor ? writeCivilDate(plannedFor, locals.locale) : '' }),
  replied: fromProposal,
  resolved: fromProposal,
  declined: ({ reason, duplicateOf, ...detail }, { file, locals }) => ({
    ...fromProposal(detail, { file, locals }),
    reason: reason ? locals.words.reports.declineReason[reason].toLowerCase() : '',
    duplicate: numbered(duplicateOf ? [duplicateOf] : [], file, locals.words.desk.history.duplicate),
  }),
  classified: classified,
  moderated: ({ visible, words = [] }, { locals: { words: all } }) => ({
    visibility: (visible ? all.desk.file.public : all.desk.file.private).toLowerCase(),
    words: words.join(', '),
  }),
  photo_moderated: ({ moderation }, place) => ({ decision: moderation ? wordsOf(place).photo[moderation] : '' }),
  comment_moderated: ({ moderation }, place) => ({ decision: moderation ? wordsOf(place).comment[moderation] : '' }),
  media_refused: ({ media }, place) => ({ host: media?.host ?? '', why: media ? wordsOf(place).media[media.refusal] : '' }),
  moved: ({ area, previousArea, ...detail }, place) => ({
    area: areaName(area, place),
    was: previousArea === undefined ? '' : was([areaName(previousArea, place)], place),
    address: whereabouts(detail.place, detail.address, place),
    previousAddress: whereabouts(detail.previousPlace, detail.previousAddress, place),
  }),
  redacted: ({ why }) => ({ why: why ?? '' }),
  prioritised: ({ priority, previousPriority }, place) => {
    const { priority: names } = place.locals.words.inbox
    return { priority: priority ? names[priority] : '', was: previousPriority ? was([names[previousPriority]], place) : '' }
  },
  observers_changed: ({ added = [], removed = [] }, place) => {
    const names = (offices: EventDetail['added']) => (offices ?? []).map((one) => officeName(one, place.locals)).join(', ')
    const { added: more, removed: fewer } = wordsOf(place)
    const changes = [
      added.length > 0 ? fill(more, { names: names(added) }) : '',
      removed.length > 0 ? fill(fewer, { names: names(removed) }) : '',
    ]
    return { changes: changes.filter(Boolean).join('; ') }
  },
  term_set: ({ due, previousDue }, place) => ({
    date: day(due, place),
    was: previousDue ? was([day(previousDue, place)], place) : '',
  }),
  term_warned: whichTerm,
  term_late: whichTerm,
  term_very_late: whichTerm,
  grouped: other,
  regrouped: other,
  ungrouped: other,
  split_off: other,
  related: other,
  unrelated: other,
  gathered: others,
  split: others,
  rules_applied: ({ rules = [] }, { locals }) => ({ rules: rules.map((rule) => sayApplied(rule, locals)).join('; ') }),
  mail_resent: ({ mail }, { file }) => {
    const subject = file.mails.find(({ event, recipient }) => event === mail && recipient === 'author')?.subject
    return { subject: subject ? `: «${subject}»` : '' }
  },
  contacts_corrected: ({ corrected = [] }, { locals }) => ({
    corrected: corrected.map((one) => locals.words.people.contacts.field[one]).join(', '),
  }),
  rated: ({ stars }) => ({ stars: stars ?? '' }),
}

function classified(detail: EventDetail, place: Place): Values {
  const { locals } = place
  const kinds = locals.words.reports.kind
  const moved = detail.previousCategory !== detail.category ? categoryName(detail.previousCategory, locals) : ''
  const before = [detail.previousKind ? kinds[detail.previousKind].toLowerCase() : '', moved && `«${moved}»`]
  const { to, rule } = wordsOf(place)
  const [byRule] = detail.rules ?? []
  return {
    kind: detail.reportKind ? kinds[detail.reportKind].toLowerCase() : '',
    category: categoryName(detail.category, locals),
    was: was(before.filter(Boolean), place),
    to: detail.office ? fill(to, { office: officeName(detail.office, locals) }) : '',
    rule: byRule ? fill(rule, { name: byRule.name }) : '',
  }
}

function fromProposal({ proposal }: EventDetail, place: Place): Values {
  return { proposal: proposal ? wordsOf(place).proposal : '' }
}

/** Who has it from then on, and who was meant. */
function receiver({ office, person, insteadOf }: EventDetail, place: Place): Values {
  const name = personName(person, place)
  return {
    office: officeName(office, place.locals),
    person: name ? ` (${name})` : '',
    instead: insteadOf ? fill(place.locals.words.people.insteadOf, { person: personName(insteadOf, place) }) : '',
  }
}

function whichTerm({ term = 'resolution' }: EventDetail, place: Place): Values {
  return { term: wordsOf(place).term[term] }
}

function other({ other: report }: EventDetail, { file }: Place): Values {
  return { other: (report && file.numbers.get(report)) ?? '' }
}

function others({ others: reports = [] }: EventDetail, { file, locals }: Place): Values {
  const numbers = numbered(reports, file, locals.words.desk.file.crumb)
  return { others: numbers ? `: ${numbers}` : '' }
}

function numbered(reports: readonly ReportId[], { numbers }: ReportFile, text: string): string {
  const found = reports.flatMap((id) => numbers.get(id) ?? [])
  return found.map((number) => fill(text, { number })).join(', ')
}

function was(before: readonly string[], place: Place): string {
  return before.length > 0 ? fill(wordsOf(place).was, { before: before.join(', ') }) : ''
}

function day(instant: string | undefined, { locals: { directory, locale } }: Place): string {
  return instant ? writeDay(new Date(instant), locale, directory.tenant.settings.calendar.zone) : ''
}

function whereabouts(where: EventDetail['place'] | null, address: EventDetail['address'], { locals }: Place): string {
  return address ?? (where ? writePlace(where) : locals.words.corrections.place.unknown)
}

function areaName(area: EventDetail['area'], place: Place): string {
  return (area && place.locals.directory.areas.get(area)?.name) || wordsOf(place).noArea
}

function personName(person: AccountId | null | undefined, { file, locals }: Place): string {
  return person ? (file.names.get(person) ?? locals.words.desk.who.staff) : ''
}

function wordsOf({ locals }: Place) {
  return locals.words.desk.history
}
