import type { Area } from '#domain/areas/area.ts'
import type { Category } from '#domain/categories/category.ts'
import { fillPlaceholders, type GeneralPlaceholder } from '#domain/conversations/placeholder.ts'
import type { Office } from '#domain/offices/office.ts'
import type { Report } from '#domain/reports/report.ts'
import type { AreaId, CategoryId, OfficeId } from '#domain/shared/id.ts'
import { inLocale, type Locale } from '#domain/shared/words.ts'
import type { Tenant } from '#domain/tenants/tenant.ts'
import { writeCivilDate, writeDay } from '#lib/messages/dates.ts'
import { dictionary } from '#lib/messages/dictionaries.ts'
import { withoutLinks } from './without-links.ts'

/** The body whose text it is, as far as a text may name what it has. */
export type FillingBody = {
  readonly tenant: Tenant
  readonly offices: ReadonlyMap<OfficeId, Office>
  readonly categories: ReadonlyMap<CategoryId, Category>
  readonly areas: ReadonlyMap<AreaId, Area>
}

/** A text of the body with the places that a report fills in, in the language of the text; what is the author's own stays open. */
export function fillTemplate(text: string, report: Report, body: FillingBody, locale: Locale, now: Date): string {
  return fillPlaceholders(text, valuesOf(report, body, locale, now)).text
}

/** A stranger’s words lead nowhere. */
function valuesOf(report: Report, body: FillingBody, locale: Locale, now: Date): Record<GeneralPlaceholder, string | null> {
  const { settings } = body.tenant
  const words = dictionary(locale)
  const day = (instant: Date) => writeDay(instant, locale, settings.calendar.zone)
  const own = (said: string) => withoutLinks(said, words.mail.linkRemoved).replace(/\s+/g, ' ').trim()
  const category = body.categories.get(report.category)
  const office = body.offices.get(report.ownerOffice ?? report.routedOffice)
  const desk = [...body.offices.values()].find((one) => one.desk)
  return {
    numero: String(report.number),
    titolo: own(report.title),
    tipo: words.reports.kind[report.kind],
    categoria: category ? inLocale(category.name, locale) : null,
    ufficio: office ? inLocale(office.name, locale) : null,
    indirizzo: report.address && own(report.address),
    zona: (report.area && body.areas.get(report.area)?.name) ?? null,
    inviata: day(report.submittedAt),
    scadenza: day(report.resolutionDue),
    intervento: report.plannedFor && writeCivilDate(report.plannedFor, locale),
    oggi: day(now),
    ente: settings.name,
    telefono: desk?.phone ?? settings.phone,
    email: desk?.email ?? settings.email,
  }
}
