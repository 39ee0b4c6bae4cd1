import type { CalendarSetting } from '#domain/appointments/booking-calendar.ts'
import type { AreaSetting } from '#domain/areas/area.ts'
import type { Geometry } from '#domain/areas/geometry.ts'
import type { CategorySetting } from '#domain/categories/category.ts'
import type { TemplateSetting } from '#domain/conversations/template.ts'
import type { FaqSetting } from '#domain/faqs/faq.ts'
import type { OfficeSetting } from '#domain/offices/office.ts'
import type { ProfileSetting } from '#domain/offices/profile.ts'
import type { VenueSetting } from '#domain/offices/venue.ts'
import type { Absence } from '#domain/people/absence.ts'
import type { KeySetting } from '#domain/people/check-key.ts'
import { scopes } from '#domain/people/scope.ts'
import type { Staffing } from '#domain/people/staffing.ts'
import type { ImprovementSetting } from '#domain/ratings/improvement.ts'
import type { AuthorGroup } from '#domain/routing/author-group.ts'
import type { RoutingRule } from '#domain/routing/rule.ts'
import type { ServiceSetting } from '#domain/services/service.ts'
import type { AccountId, OfficeId } from '#domain/shared/id.ts'
import { writeCoordinates } from '#domain/shared/parse-place.ts'
import { inLocale } from '#domain/shared/words.ts'
import type { Supplier } from '#domain/suppliers/supplier.ts'
import type { TenantSettings } from '#domain/tenants/tenant.ts'
import { writeCivilDate, writeMoment } from '#lib/messages/dates.ts'
import { count, fill } from '#lib/messages/fill.ts'
import type { SettingSubject } from '#server/storage/settings/stores.ts'
import type { Workers } from '#server/storage/workers.ts'
import { bodyInWords } from './body-in-words.server.ts'
import { calendarInWords } from './calendar-in-words.server.ts'
import { categoryInHistory } from './category-in-words.server.ts'
import { pointsInWords } from './contact-rows.server.ts'
import type { SaidValue } from './difference.server.ts'
import { linkInWords } from './files-in-words.server.ts'
import { categoryInWords } from './modelli/present-templates.server.ts'
import { profileInWords, venueInWords } from './people-in-words.server.ts'
import { roleInWords } from './persone/present-staff.server.ts'
import { sayRule } from './regole/say-rule.server.ts'
import { serviceInWords } from './servizi/service-in-words.server.ts'
import { weekInWords } from './weekly-hours.server.ts'

type Locals = App.Locals
type Names = ReadonlyMap<string, string>

/** What a setting was or is, as people call it; `names` are of the people whom it mentions. */
export function settingInWords(subject: SettingSubject, value: unknown, names: Names, locals: Locals): SaidValue {
  return value === null || value === undefined ? null : say[subject](value, locals, names)
}

const say: Readonly<Record<SettingSubject, (value: unknown, locals: Locals, names: Names) => SaidValue>> = {
  booking_calendar: (value, locals) => calendarInWords(value as CalendarSetting, locals),
  body: (value, locals) => bodyInWords(value as TenantSettings, locals),
  category: (value, locals) => categoryInHistory(value as CategorySetting, locals),
  person: (value, locals) => ({
    [locals.words.people.list.roles]: (value as Staffing).memberships.map((one) => roleInWords(one, locals)),
  }),
  staff_name: (value, { words }) => ({ [words.people.list.name]: value as string }),
  absence: (value, { words, locale }, names) => {
    const { absence } = words.people
    return {
      [absence.title]: (value as readonly Absence[]).map(({ from, to, substitute }) => {
        const line = fill(absence.line, { from: writeCivilDate(from, locale), to: writeCivilDate(to, locale) })
        return substitute ? `${line}: ${fill(absence.substitute, { name: names.get(substitute) ?? '' })}` : line
      }),
    }
  },
  template: (value, locals) => {
    const { words } = locals
    const { templates } = words
    const { name, acts, kinds, stages, text, active, categories } = value as TemplateSetting
    return {
      [templates.name]: name,
      [templates.acts]: acts.map((act) => templates.act[act]),
      [templates.categories]: categories.map((id) => categoryInWords(id, locals)),
      [templates.kinds]: kinds.map((kind) => words.reports.kind[kind]),
      [templates.stages]: stages.map((stage) => words.reports.stage[stage]),
      [templates.it]: text.it,
      [templates.en]: text.en,
      [templates.columns.state]: active ? templates.active : templates.inactive,
    }
  },
  area: (value, locals) => {
    const { words, directory } = locals
    const { areas, desk } = words
    const { name, code, parent, geometry, active } = value as AreaSetting
    const shape = shapeInWords(geometry, locals)
    return {
      [areas.name]: name,
      [areas.code]: code,
      [areas.parent]: parent ? directory.areas.get(parent)?.name : areas.top,
      [areas.borders]: { says: shape, another: fill(areas.redrawn, { shape }), of: geometry },
      [areas.active]: active ? desk.file.yes : desk.file.no,
    }
  },
  author_group: (value, { words: { authorGroups } }) => {
    const { name, description, members } = value as AuthorGroup
    return { [authorGroups.name]: name, [authorGroups.description]: description, [authorGroups.members]: members }
  },
  routing: (value, locals, names) => {
    const { routing } = locals.words
    const workers: Workers = new Map([['' as OfficeId, [...names].map(([id, name]) => ({ id: id as AccountId, name }))]])
    const sayOne = (rule: RoutingRule) =>
      [`${rule.name}: ${sayRule(rule, workers, locals)}`, rule.active ? '' : routing.off, rule.stop ? routing.stops : '']
        .filter(Boolean)
        .join(' – ')
    return { [routing.title]: (value as readonly RoutingRule[]).map(sayOne) }
  },
  faq: (value, { words }) => {
    const { faqs, vocabularies } = words
    const { question, answer, category, position, published } = value as FaqSetting
    return {
      [faqs.question]: question.it,
      [faqs.answer]: answer.it,
      [faqs.questionEn]: question.en,
      [faqs.answerEn]: answer.en,
      [faqs.columns.about]: category ? vocabularies.categories[category] : faqs.anything,
      [faqs.position]: position,
      [faqs.columns.state]: published ? faqs.published : faqs.draft,
    }
  },
  improvement: (value, { words, locale }) => {
    const { improvement: of } = words.ratingResults
    const { day, text } = value as ImprovementSetting
    return { [of.day]: writeCivilDate(day, locale), [of.it]: text.it, [of.en]: text.en }
  },
  key: (value, { words, directory, locale }) => {
    const { keys } = words
    const { name, scopes: held, revokedAt } = value as KeySetting
    const moment = (iso: string) => writeMoment(new Date(iso), locale, directory.tenant.settings.calendar.zone)
    return {
      [keys.name]: name,
      [keys.scopes]: scopes.filter((scope) => held.includes(scope)).map((scope) => keys.scope[scope]),
      [keys.columns.state]: revokedAt && fill(keys.revoked, { date: moment(revokedAt) }),
    }
  },
  supplier: (value, { words: { suppliers, desk } }) => {
    const { name, email, phone, note, active } = value as Supplier
    return {
      [suppliers.name]: name,
      [suppliers.email]: email,
      [suppliers.phone]: phone,
      [suppliers.remark]: note,
      [suppliers.active]: active ? desk.file.yes : desk.file.no,
    }
  },
  service: (value, locals) => serviceInWords(value as ServiceSetting, locals),
  venue: (value, locals) => venueInWords(value as VenueSetting, locals),
  profile: (value, locals, names) => profileInWords(value as ProfileSetting, locals, names),
  office: (value, locals) => {
    const { words, directory, locale } = locals
    const { offices } = words
    const { name, competences, hours, opening, access, place, parent, active, desk: _, ...contacts } = value as OfficeSetting
    const above = parent ? directory.offices.get(parent) : undefined
    return {
      [offices.name]: name.it,
      [offices.nameEn]: name.en,
      [offices.code]: contacts.code,
      [offices.under]: above ? inLocale(above.name, locale) : offices.top,
      [offices.competences]: competences.it,
      [offices.competencesEn]: competences.en,
      [offices.opening]: opening && weekInWords(opening, locals),
      [offices.hours]: hours.it,
      [offices.hoursEn]: hours.en,
      [offices.email]: contacts.email,
      [offices.phone]: contacts.phone,
      [offices.pec]: contacts.pec,
      [offices.address]: contacts.address,
      [offices.kindLabel]: offices.kinds[contacts.kind ?? 'office'],
      [offices.contact.legend]: pointsInWords(contacts.points ?? [], locals),
      [offices.documents.legend]: (contacts.documents ?? []).map(linkInWords),
      [offices.place]: place && writeCoordinates(place),
      [offices.access]: access?.it,
      [offices.accessEn]: access?.en,
      [offices.state]: active ? offices.works : offices.closed,
    }
  },
}

/** How many corners, parts and holes a shape has. */
function shapeInWords(geometry: Geometry, { words, locale }: Locals): string {
  const { areas } = words
  const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates
  const corners = polygons.flat().reduce((sum, { length }) => sum + length - 1, 0)
  const holes = polygons.reduce((sum, { length }) => sum + length - 1, 0)
  return [
    count(locale, areas.points, corners),
    count(locale, areas.parts, polygons.length),
    count(locale, areas.holes, holes),
  ].join(', ')
}
