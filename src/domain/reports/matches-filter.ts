import { endOfDay, startOfDay } from '../shared/day-span.ts'
import type { AccountId, AreaId, AuthorId, CategoryId, OfficeId } from '../shared/id.ts'
import { withDescendants } from '../shared/tree.ts'
import { type Bucket, responsibleOffice } from './inbox.ts'
import type { Report } from './report.ts'
import type { ReportFilter } from './report-filter.ts'
import { satisfactionOf } from './satisfaction.ts'

type Tree<Of extends string> = ReadonlyMap<Of, { readonly id: Of; readonly parent: Of | null }>

/** Who asks, in which body: its trees and its zone. */
export type FilterContext = {
  readonly me: AccountId
  readonly categories: Tree<CategoryId>
  readonly areas: Tree<AreaId>
  readonly offices: Tree<OfficeId>
  readonly zone: string
}

/** What a filter asks that is not written on the report itself. */
export type FilterFacts = {
  readonly buckets: readonly Bucket[]
  readonly photo: boolean
  readonly recordedBy: AccountId | null
  /** Every author who is known by the address or telephone of the report's own. */
  readonly authors: readonly AuthorId[]
  /** The numbers of the report whose group it belongs to and of the one that it repeats. */
  readonly hangsTogetherWith: readonly number[]
}

/** Tells whether a report is among those that the filter wants; words are looked for by the database alone, which knows Italian. */
export function matchesFilter(filter: ReportFilter, report: Report, facts: FilterFacts, context: FilterContext): boolean {
  return (
    matchesState(filter, report, facts) &&
    matchesPlaceAndTime(filter, report, context) &&
    matchesPeople(filter, report, facts, context)
  )
}

function matchesState(filter: ReportFilter, report: Report, { buckets, photo }: FilterFacts): boolean {
  return (
    (filter.bucket === null || buckets.includes(filter.bucket)) &&
    isAmong(filter.stages, report.stage) &&
    isAmong(filter.kinds, report.kind) &&
    isAmong(filter.channels, report.channel) &&
    isAmong(filter.terms, report.termNotice) &&
    isAmong(filter.priorities, report.priority) &&
    isAmong(filter.satisfactions, satisfactionOf(report)) &&
    (filter.visible === null || filter.visible === report.visible) &&
    (filter.moderation === null || filter.moderation === report.moderation) &&
    (filter.photo === null || filter.photo === photo)
  )
}

function matchesPlaceAndTime(filter: ReportFilter, report: Report, { categories, areas, zone }: FilterContext): boolean {
  const { category, area, from, to } = filter
  return (
    (category === null || withDescendants(categories, category).includes(report.category)) &&
    (area === null || (report.area !== null && withDescendants(areas, area).includes(report.area))) &&
    (from === null || report.submittedAt >= startOfDay(from, zone)) &&
    (to === null || report.submittedAt < endOfDay(to, zone)) &&
    isPlannedWithin(filter, report.plannedFor) &&
    liesWithin(filter.box, report.place)
  )
}

function matchesPeople(filter: ReportFilter, report: Report, facts: FilterFacts, { me, offices }: FilterContext): boolean {
  const { office, person, observer, author, recordedBy, group } = filter
  const wanted = person === 'me' ? me : person === 'nobody' ? null : person
  return (
    (office === null || withDescendants(offices, office).includes(responsibleOffice(report))) &&
    (person === null || report.ownerPerson === wanted) &&
    (observer === null || report.observers.includes(observer)) &&
    (author === null || facts.authors.includes(author)) &&
    (recordedBy === null || facts.recordedBy === recordedBy) &&
    (group === null || hangsTogether(group, report, facts.hangsTogetherWith))
  )
}

function hangsTogether(group: NonNullable<ReportFilter['group']>, report: Report, numbers: readonly number[]): boolean {
  if (typeof group === 'number') return report.number === group || numbers.includes(group)
  const single = report.lead === null && report.duplicateOf === null
  return group === 'single' ? single : !single
}

/** What is not planned is planned for no day. */
function isPlannedWithin({ plannedFrom, plannedTo }: ReportFilter, day: string | null): boolean {
  if (plannedFrom === null && plannedTo === null) return true
  return day !== null && (plannedFrom === null || day >= plannedFrom) && (plannedTo === null || day <= plannedTo)
}

function liesWithin(box: ReportFilter['box'], place: Report['place']): boolean {
  if (box === null) return true
  if (place === null) return false
  const [west, south, east, north] = box
  return place.longitude >= west && place.longitude <= east && place.latitude >= south && place.latitude <= north
}

function isAmong<Word>(wanted: readonly Word[], is: Word): boolean {
  return wanted.length === 0 || wanted.includes(is)
}
