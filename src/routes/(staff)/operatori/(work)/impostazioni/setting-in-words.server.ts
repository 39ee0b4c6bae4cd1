import type { AreaSetting } from '#domain/areas/area.ts'
import type { CategorySetting } from '#domain/categories/category.ts'
import type { TemplateSetting } from '#domain/conversations/template.ts'
import type { OfficeSetting } from '#domain/offices/office.ts'
import type { Absence } from '#domain/people/absence.ts'
import type { Staffing } from '#domain/people/staffing.ts'
import type { RoutingRule } from '#domain/routing/rule.ts'
import { inLocale } from '#domain/shared/words.ts'
import type { Supplier } from '#domain/suppliers/supplier.ts'
import type { TenantSettings } from '#domain/tenants/tenant.ts'
import { writeCivilDate } from '#lib/messages/dates.ts'
import { count, fill } from '#lib/messages/fill.ts'
import type { SettingSubject } from '#server/storage/settings/stores.ts'
import { bodyInWords } from './body-in-words.server.ts'
import { categoryInHistory } from './category-in-words.server.ts'
import { categoryInWords } from './modelli/present-templates.server.ts'
import { roleInWords } from './persone/present-staff.server.ts'
import { sayRule } from './regole/say-rule.server.ts'

type Locals = App.Locals

/** What a setting was or is, as people call it; what has no words of its own is shown as it is kept. */
export function settingInWords(subject: SettingSubject, value: unknown, locals: Locals): unknown {
  if (value === null || value === undefined) return value
  return (say[subject] ?? ((same: unknown) => same))(value, locals)
}

const say: Readonly<Partial<Record<SettingSubject, (value: unknown, locals: Locals) => unknown>>> = {
  body: (value, locals) => bodyInWords(value as TenantSettings, locals),
  category: (value, locals) => categoryInHistory(value as CategorySetting, locals),
  person: (value, locals) => ({
    [locals.words.people.list.roles]: (value as Staffing).memberships.map((one) => roleInWords(one, locals)).join('; '),
  }),
  staff_name: (value, { words }) => ({ [words.people.list.name]: value }),
  absence: (value, { words, locale }) => ({
    [words.people.absence.title]: (value as readonly Absence[])
      .map(({ from, to }) =>
        fill(words.people.absence.line, { from: writeCivilDate(from, locale), to: writeCivilDate(to, locale) }),
      )
      .join('; '),
  }),
  template: (value, locals) => {
    const { words } = locals
    const { templates } = words
    const { name, acts, kinds, stages, text, active, categories } = value as TemplateSetting
    return {
      [templates.name]: name,
      [templates.acts]: acts.map((act) => templates.act[act]).join('; '),
      [templates.categories]: categories.map((id) => categoryInWords(id, locals)).join('; '),
      [templates.kinds]: kinds.map((kind) => words.reports.kind[kind]).join('; '),
      [templates.stages]: stages.map((stage) => words.reports.stage[stage]).join('; '),
      [templates.it]: text.it,
      [templates.en]: text.en,
      [templates.columns.state]: active ? templates.active : templates.inactive,
    }
  },
  area: (value, { words: { areas, desk }, directory, locale }) => {
    const { name, code, parent, geometry, active } = value as AreaSetting
    const rings = geometry.type === 'Polygon' ? geometry.coordinates : geometry.coordinates.flat()
    const corners = rings.reduce((sum, { length }) => sum + length - 1, 0)
    return {
      [areas.name]: name,
      [areas.code]: code,
      [areas.parent]: parent ? directory.areas.get(parent)?.name : areas.top,
      [areas.borders]: `${count(locale, areas.points, corners)}: ${JSON.stringify(geometry.coordinates)}`,
      [areas.active]: active ? desk.file.yes : desk.file.no,
    }
  },
  routing: (value, locals) =>
    Object.fromEntries(
      (value as readonly RoutingRule[]).map((rule, index) => [
        `${index + 1}. ${rule.name}`,
        [sayRule(rule, new Map(), locals), rule.active ? '' : locals.words.routing.off].filter(Boolean).join(' '),
      ]),
    ),
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
  office: (value, { words, directory, locale }) => {
    const { offices } = words
    const { name, competences, hours, parent, active, desk: _, ...contacts } = value as OfficeSetting
    const above = parent ? directory.offices.get(parent) : undefined
    return {
      [offices.name]: name.it,
      [offices.nameEn]: name.en,
      [offices.code]: contacts.code,
      [offices.under]: above ? inLocale(above.name, locale) : offices.top,
      [offices.competences]: competences.it,
      [offices.competencesEn]: competences.en,
      [offices.hours]: hours.it,
      [offices.hoursEn]: hours.en,
      [offices.email]: contacts.email,
      [offices.phone]: contacts.phone,
      [offices.address]: contacts.address,
      [offices.state]: active ? offices.works : offices.closed,
    }
  },
}
