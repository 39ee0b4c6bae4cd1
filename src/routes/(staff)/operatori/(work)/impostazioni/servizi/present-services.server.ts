import { contactKinds } from '#domain/offices/contact-point.ts'
import { checkConformity } from '#domain/services/check-conformity.ts'
import { businessEvents, lifeEvents } from '#domain/services/life-event.ts'
import { spanUnits } from '#domain/services/service.ts'
import { serviceCategories } from '#domain/services/service-category.ts'
import { topics } from '#domain/services/topic.ts'
import type { OfficeId } from '#domain/shared/id.ts'
import { inLocale } from '#domain/shared/words.ts'
import type { Option } from '#lib/forms/field.ts'
import { writeMoment } from '#lib/messages/dates.ts'
import { count, fill } from '#lib/messages/fill.ts'
import type { ServiceName } from '#server/queries/public/service-names.ts'
import { type WrittenService, writingOf } from '#server/storage/service-drafts.ts'
import { officeChoices } from '../uffici/present-offices.server.ts'

/** One line of the list, with what it is looked for by. */
export function presentService(service: WrittenService, locals: App.Locals) {
  const { words, locale, directory } = locals
  const { serviceEditor: says, vocabularies } = words
  const { sheet } = writingOf(service)
  const [category = null] = sheet.categories
  const office = sheet.responsible && directory.offices.get(sheet.responsible)
  const lacks = checkConformity(sheet, directory.offices).length
  const state = stateOf(service)
  return {
    id: service.id,
    href: `/operatori/impostazioni/servizi/${service.id}`,
    title: inLocale(sheet.title, locale),
    state,
    stateText: says.states[state],
    scheduleText: scheduleText(service, locals),
    category,
    categoryText: category ? vocabularies.categories[category] : '',
    responsible: sheet.responsible,
    office: office ? inLocale(office.name, locale) : '',
    lacks,
    conformity: lacks === 0 ? says.list.conforms : count(locale, says.list.lacks, lacks),
  }
}

/** When its draft is published by itself, or was to be. */
function scheduleText({ publishAt, publishMissedAt }: WrittenService, { words, locale, directory }: App.Locals): string {
  const { set, missedShort } = words.serviceEditor.schedule
  const at = publishAt ?? publishMissedAt
  const date = at && writeMoment(at, locale, directory.tenant.settings.calendar.zone)
  return date ? fill(publishAt ? set : missedShort, { date }) : ''
}

function stateOf({ state, draft, sheet }: WrittenService): 'draft' | 'changed' | 'inactive' | 'published' {
  if (state === 'draft') return 'draft'
  if (draft !== null) return 'changed'
  return sheet.active ? 'published' : 'inactive'
}

/** Everything that the form of a sheet lets choose from. */
export function sheetChoices(names: readonly ServiceName[], of: string, locals: App.Locals) {
  const { words, locale, directory } = locals
  const { vocabularies, serviceEditor } = words
  const categories = named(serviceCategories, vocabularies.categories)
  const offices = officeChoices([...directory.offices.values()], locale)
  return {
    category: categories,
    categories,
    topics: named(topics, vocabularies.topics),
    lifeEvents: named(lifeEvents, vocabularies.lifeEvents),
    businessEvents: named(businessEvents, vocabularies.businessEvents),
    offices,
    responsible: offices,
    related: names.filter(({ id }) => id !== of).map(({ id, title }) => ({ value: id, label: inLocale(title, locale) })),
    units: named(spanUnits, serviceEditor.units),
    contactKinds: named(contactKinds, words.offices.contact.kinds),
  }
}

function named<Value extends string>(values: readonly Value[], names: Readonly<Record<Value, string>>): readonly Option[] {
  return values.map((value) => ({ value, label: names[value] }))
}

/** What of the offices the check of a sheet looks at, for the browser to check while somebody writes. */
export function reachedOffices({ directory }: App.Locals) {
  return [...directory.offices.values()].map(
    ({ id, active, address }): readonly [OfficeId, { active: boolean; address: string | null }] => [id, { active, address }],
  )
}
