import { addressOfContact, isHarvested } from '#domain/offices/contact-point.ts'
import type { Phase, Service, ServiceSheet, Span } from '#domain/services/service.ts'
import { eventPath } from '#domain/services/sheet-path.ts'
import type { OfficeId } from '#domain/shared/id.ts'
import type { Link } from '#domain/shared/link.ts'
import { inLocale, type Words } from '#domain/shared/words.ts'
import type { OfficeCard } from '#lib/components/services/office-card.ts'
import { writeCivilNumeric, writeNumeric } from '#lib/messages/dates.ts'
import { count, fill } from '#lib/messages/fill.ts'
import type { BodyFiles } from '#server/storage/body-files.ts'
import { takesLetters } from '../../../assistenza/letter.server.ts'
import { pointsOf, showContacts } from '../../../present-contacts.server.ts'
import { showLink, showPicture } from '../../../present-files.server.ts'
import { bookingHref, isBooked } from '../../../service-links.server.ts'

/** What a sheet says, in the reader's language and in the order of the official model. */
export function presentSheet({ code, sheet, updatedAt }: Service, path: string, files: BodyFiles, locals: App.Locals) {
  const { words, locale, directory } = locals
  const { vocabularies, services, offices, assistance } = words
  const say = (text: Words) => inLocale(text, locale)
  const link = (one: Link) => showLink(one, files, locals)
  return {
    title: say(sheet.title),
    subtitle: say(sheet.subtitle),
    description: say(sheet.description),
    picture: showPicture(sheet.picture, files, locals),
    active: sheet.active,
    statusReason: say(sheet.statusReason),
    audience: say(sheet.audience),
    applicants: say(sheet.applicants),
    coverage: say(sheet.coverage),
    extended: say(sheet.extended),
    howTo: say(sheet.howTo),
    needed: say(sheet.needed),
    neededList: sheet.neededList.map(say),
    achieved: say(sheet.achieved),
    procedures: say(sheet.procedures),
    terms: say(sheet.terms),
    calendar: calendarOf(sheet, locals),
    responseTime:
      sheet.responseTime && fill(services.sheet.responseTimeSentence, { time: writeSpan(sheet.responseTime, locals) }),
    costs: say(sheet.costs),
    payment: say(sheet.payment),
    access: say(sheet.access),
    online: sheet.online && link(sheet.online),
    booking: sheet.booking && isBooked(code, locals) ? bookingHref(code, locals) : undefined,
    places: sheet.offices.flatMap((id) => officeCard(id, locals) ?? []),
    further: say(sheet.further),
    constraints: say(sheet.constraints),
    specialCases: say(sheet.specialCases),
    documents: sheet.documents.map(link),
    conditions: [
      ...(say(sheet.conditionsText) ? [{ label: services.sheet.conditionsLink, href: `${path}/condizioni`, note: '' }] : []),
      ...(sheet.conditions ? [link(sheet.conditions)] : []),
    ],
    responsible: sheet.responsible && officeCard(sheet.responsible, locals),
    contacts: sheet.contacts.map((contact) => ({
      kind: offices.contact.kinds[contact.kind],
      note: say(contact.note),
      ...(takesLetters(locals) && isHarvested(contact)
        ? { value: assistance.aboutService, href: `/assistenza?servizio=${code}` }
        : { value: contact.value, href: addressOfContact(contact) }),
    })),
    topics: sheet.topics.map((topic) => ({ href: `/argomenti/${topic}`, label: vocabularies.topics[topic] })),
    events: [
      ...sheet.lifeEvents.map((event) => ({ href: eventPath(event), label: vocabularies.lifeEvents[event] })),
      ...sheet.businessEvents.map((event) => ({ href: eventPath(event), label: vocabularies.businessEvents[event] })),
    ],
    updated: fill(services.sheet.updated, { date: writeNumeric(updatedAt, locale, directory.tenant.settings.calendar.zone) }),
  }
}

/** The steps, and last the time by which an answer is due. */
function calendarOf({ phases, responseTime }: ServiceSheet, locals: App.Locals) {
  const { sheet } = locals.words.services
  const steps = phases.map(({ title, subtitle, when }) => ({
    ...writeWhen(when, locals),
    title: inLocale(title, locals.locale),
    text: inLocale(subtitle, locals.locale),
  }))
  const answer = responseTime && { ...writeWhen(responseTime, locals), title: sheet.responseTime, text: sheet.responseTimeText }
  return answer ? [...steps, answer] : steps
}

function writeWhen(when: Phase['when'], locals: App.Locals) {
  const { sheet } = locals.words.services
  if (when === null) return { lead: '', time: '' }
  return 'date' in when
    ? { lead: sheet.by, time: writeCivilNumeric(when.date, locals.locale) }
    : { lead: sheet.within, time: writeSpan(when, locals) }
}

function writeSpan({ amount, unit }: Span, { words, locale }: App.Locals): string {
  return count(locale, words.services.span[unit], amount)
}

/** The office, with its first ways to reach it: its page has the others. */
function officeCard(id: OfficeId, locals: App.Locals): OfficeCard | null {
  const office = locals.directory.offices.get(id)
  if (!office?.active) return null
  const href = `/amministrazione/uffici/${office.code}`
  return {
    name: inLocale(office.name, locals.locale),
    href,
    contacts: showContacts(pointsOf({ ...office, points: [] }, locals), locals),
    write: takesLetters(locals) ? { href: `${href}/scrivi`, label: locals.words.assistance.office.link } : null,
  }
}
