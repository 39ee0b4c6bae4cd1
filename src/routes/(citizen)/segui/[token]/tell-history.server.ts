import type { EventKind } from '#domain/reports/event.ts'
import type { OfficeId } from '#domain/shared/id.ts'
import { inLocale, type Locale } from '#domain/shared/words.ts'
import { writeCivilDate } from '#lib/messages/dates.ts'
import type { Dictionary } from '#lib/messages/dictionary.ts'
import { count, fill } from '#lib/messages/fill.ts'
import type { Directory } from '#server/storage/directory.ts'
import type { ReportEvent } from '#server/storage/events.ts'

type Telling = {
  readonly directory: Directory
  readonly locale: Locale
  readonly author: Dictionary['author']
  readonly reports: Dictionary['reports']
}

/** What an event says to the author, in a sentence; null for what concerns the staff alone. */
export function tellEvent(event: ReportEvent, telling: Telling): string | null {
  return sentences[event.kind](event, telling)
}

type Sentence = (event: ReportEvent, telling: Telling) => string | null

const nothing: Sentence = () => null

const sentences: Readonly<Record<EventKind, Sentence>> = {
  submitted: (_, { author }) => author.history.submitted,
  taken_in_charge: ({ detail }, telling) => {
    const { history } = telling.author
    const office = officeName(detail.office, telling)
    return office === null ? history.taken_in_charge : fill(history.taken_in_charge_by, { office })
  },
  planned: ({ detail }, { author, locale }) =>
    fill(author.history.planned, { date: detail.plannedFor ? writeCivilDate(detail.plannedFor, locale) : '' }),
  asked: (_, { author }) => author.history.asked,
  answered: (_, { author }) => author.history.answered,
  resumed: (_, { author }) => author.history.resumed,
  entrusted: ({ detail }, { author }) => fill(author.history.entrusted, { recipient: detail.recipient ?? '' }),
  worked: (_, { author }) => author.history.worked,
  sent_back: (_, { author }) => author.history.sent_back,
  resolved: (_, { author }) => author.history.resolved,
  declined: ({ detail }, { author, reports }) =>
    detail.reason
      ? fill(author.history.declined, { reason: reports.declineReason[detail.reason] })
      : author.history.declinedWithout,
  withdrawn: (_, { author }) => author.history.withdrawn,
  reopened: ({ actor }, { author: { history } }) => (actor.kind === 'author' ? history.reopenedByYou : history.reopened),
  assigned: ({ detail }, telling) => {
    const office = officeName(detail.office, telling)
    return office === null || detail.office === detail.previousOffice ? null : fill(telling.author.history.assigned, { office })
  },
  classified: ({ detail }, { author, directory, locale }) => {
    const category = detail.category ? directory.categories.get(detail.category) : undefined
    return category ? fill(author.history.classified, { category: inLocale(category.name, locale) }) : null
  },
  moderated: ({ detail }, { author: { history } }) => (detail.visible ? history.published : history.hidden),
  replied: (_, { author }) => author.history.replied,
  noted: nothing,
  reply_proposed: nothing,
  message_added: ({ actor }, { author: { history } }) => (actor.kind === 'author' ? history.yourMessage : history.otherMessage),
  photo_added: ({ actor, detail }, { author: { history }, locale }) =>
    count(locale, actor.kind === 'author' ? history.yourPhotos : history.photos, detail.pictures ?? 1),
  photo_moderated: nothing,
  media_refused: nothing,
  // Where borders moved, nothing changed for whoever wrote.
  moved: ({ actor }, { author }) => (actor.kind === 'system' ? null : author.history.moved),
  redacted: ({ detail }, { author }) => fill(author.history.redacted, { why: detail.why ?? '' }),
  prioritised: nothing,
  observers_changed: nothing,
  term_set: nothing,
  term_warned: nothing,
  term_late: nothing,
  term_very_late: nothing,
  grouped: (_, { author }) => author.history.grouped,
  regrouped: nothing,
  gathered: nothing,
  ungrouped: (_, { author }) => author.history.ungrouped,
  split: (_, { author }) => author.history.split,
  split_off: (_, { author }) => author.history.split_off,
  related: nothing,
  unrelated: nothing,
  rules_applied: nothing,
  comment_moderated: nothing,
  mail_resent: nothing,
  supplier_invited: nothing,
  supplier_accepted: nothing,
  supplier_refused: nothing,
  supplier_done: nothing,
  supplier_revoked: nothing,
  given_back: nothing,
  rated: ({ detail }, { author, locale }) => count(locale, author.history.rated, detail.stars ?? 0),
  contacts_corrected: nothing,
}

/** Offices have names here, the people in them none. */
function officeName(id: OfficeId | undefined, { directory, locale }: Telling): string | null {
  const office = id ? directory.offices.get(id) : undefined
  return office ? inLocale(office.name, locale) : null
}
