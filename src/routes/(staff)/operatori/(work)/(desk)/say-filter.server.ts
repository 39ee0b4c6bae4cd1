import type { ReportFilter } from '#domain/reports/report-filter.ts'
import type { AccountId, OfficeId } from '#domain/shared/id.ts'
import { inLocale } from '#domain/shared/words.ts'
import { writeCivilDate } from '#lib/messages/dates.ts'
import { fill } from '#lib/messages/fill.ts'
import type { Workers } from '#server/storage/workers.ts'

/** What one field of a filter asks, in words: “Stato: Lavorata, Programmata”. */
export function sayField(field: keyof ReportFilter, filter: ReportFilter, workers: Workers, locals: App.Locals): string {
  return `${locals.words.lists.fields[field]}: ${sayValue(field, filter, workers, locals)}`
}

function sayValue(field: keyof ReportFilter, filter: ReportFilter, workers: Workers, locals: App.Locals): string {
  const { reports, inbox, lists } = locals.words
  switch (field) {
    case 'bucket':
      return filter.bucket === null ? lists.everything : inbox.bucket[filter.bucket]
    case 'stages':
      return filter.stages.map((one) => reports.stage[one]).join(', ')
    case 'kinds':
      return filter.kinds.map((one) => reports.kind[one]).join(', ')
    case 'channels':
      return filter.channels.map((one) => reports.channel[one]).join(', ')
    case 'terms':
      return filter.terms.map((one) => lists.terms[one]).join(', ')
    case 'priorities':
      return filter.priorities.map((one) => inbox.priority[one]).join(', ')
    case 'satisfactions':
      return filter.satisfactions.map((one) => lists.satisfactions[one]).join(', ')
    case 'visible':
      return filter.visible ? lists.visible.yes : lists.visible.no
    case 'moderation':
      return filter.moderation ? lists.moderations[filter.moderation] : ''
    case 'photo':
      return filter.photo ? lists.photo.yes : lists.photo.no
    case 'text':
      return `«${filter.text}»`
    case 'from':
    case 'to':
      return writeCivilDate(filter[field] ?? '', locals.locale)
    case 'box':
      return lists.box
    case 'author':
      return lists.author
    case 'group':
      return sayGroup(filter.group, locals)
    default:
      return nameOf(field, filter, workers, locals) ?? lists.gone
  }
}

function sayGroup(group: ReportFilter['group'], { words }: App.Locals): string {
  const { group: said } = words.lists
  return typeof group === 'number' ? fill(said.number, { n: group }) : group === null ? '' : said[group]
}

function nameOf(
  field: 'category' | 'area' | 'office' | 'observer' | 'person',
  filter: ReportFilter,
  workers: Workers,
  locals: App.Locals,
): string | undefined {
  const { directory, locale } = locals
  if (field === 'person') return sayPerson(filter.person, workers, locals)
  if (field === 'area') return filter.area ? directory.areas.get(filter.area)?.name : undefined
  const name =
    field === 'category'
      ? filter.category && directory.categories.get(filter.category)?.name
      : filter[field] && directory.offices.get(filter[field] as OfficeId)?.name
  return name ? inLocale(name, locale) : undefined
}

function sayPerson(person: ReportFilter['person'], workers: Workers, { words, staff }: App.Locals): string | undefined {
  if (person === 'me') return staff?.name
  if (person === 'nobody') return words.lists.nobody
  return [...workers.values()].flat().find(({ id }) => id === (person as AccountId))?.name
}
