import type { Box } from '../shared/box.ts'
import type { AccountId, AreaId, AuthorId, CategoryId, OfficeId } from '../shared/id.ts'
import type { Bucket } from './inbox.ts'
import type { Channel, ReportKind } from './kind.ts'
import type { Priority } from './priority.ts'
import type { TermNotice } from './report.ts'
import type { Satisfaction } from './satisfaction.ts'
import type { Stage } from './stage.ts'
import type { Moderation } from './visibility.ts'

/** What staff want to see of the reports; null or empty leaves nothing out, several values of one kind are any of them. */
export type ReportFilter = {
  /** Where it lies in the inbox; whoever sees no more than some offices sees their inbox. */
  readonly bucket: Bucket | null
  readonly stages: readonly Stage[]
  readonly kinds: readonly ReportKind[]
  /** A category and all under it. */
  readonly category: CategoryId | null
  /** An area and all within it. */
  readonly area: AreaId | null
  /** The office that has it or, while nobody does, is to have it, or one that stands above that. */
  readonly office: OfficeId | null
  readonly person: AccountId | 'me' | 'nobody' | null
  readonly channels: readonly Channel[]
  readonly terms: readonly TermNotice[]
  readonly priorities: readonly Priority[]
  /** What authors think of how it went. */
  readonly satisfactions: readonly Satisfaction[]
  readonly visible: boolean | null
  readonly moderation: Moderation | null
  /** Words of title, description and address; a number is looked for first, and alone. */
  readonly text: string
  /** Civil dates (ISO) of the body, both included. */
  readonly from: string | null
  readonly to: string | null
  /** Civil dates (ISO) between which the work is planned, both included. */
  readonly plannedFrom: string | null
  readonly plannedTo: string | null
  readonly box: Box | null
  readonly photo: boolean | null
  readonly observer: OfficeId | null
  /** Whoever wrote this author's reports, known by the same address or telephone. */
  readonly author: AuthorId | null
  /** Who wrote it down for somebody else. */
  readonly recordedBy: AccountId | null
  /** Those that belong to another's group or repeat another; those that do not; or all that hang together with this number. */
  readonly group: 'grouped' | 'single' | number | null
}

/** The filter that leaves nothing out. */
export const everything: ReportFilter = {
  bucket: null,
  stages: [],
  kinds: [],
  category: null,
  area: null,
  office: null,
  person: null,
  channels: [],
  terms: [],
  priorities: [],
  satisfactions: [],
  visible: null,
  moderation: null,
  text: '',
  from: null,
  to: null,
  plannedFrom: null,
  plannedTo: null,
  box: null,
  photo: null,
  observer: null,
  author: null,
  recordedBy: null,
  group: null,
}

/** What of a filter may be asked of rows without anything personal: no words, no people and no spot on the map, by which one could be told. */
export function impersonal({ stages, category, area, office, from, to }: ReportFilter): ReportFilter {
  return { ...everything, stages, category, area, office, from, to }
}

/** Where the inbox opens: all that is open, unless something is searched for or stages are named. */
export function bucketAtFirst({ text, stages }: Pick<ReportFilter, 'text' | 'stages'>): Bucket | null {
  return text === '' && stages.length === 0 ? 'open' : null
}

/** The fields that narrow the list, besides the bucket that it is opened with. */
export function narrowing(filter: ReportFilter): readonly (keyof ReportFilter)[] {
  return (Object.keys(everything) as (keyof ReportFilter)[]).filter((field) => {
    if (field === 'bucket') return false
    const value = filter[field]
    return Array.isArray(value) ? value.length > 0 : value !== null && value !== ''
  })
}

/** What a body has now, as far as a filter can name it. */
export type Named = {
  readonly categories: ReadonlyMap<CategoryId, { readonly active: boolean }>
  readonly areas: ReadonlyMap<AreaId, unknown>
  readonly offices: ReadonlyMap<OfficeId, { readonly active: boolean }>
  /** Everyone who works in the body. */
  readonly people: ReadonlySet<AccountId>
}

/** The fields that name something which is no longer there, or no longer used: they are told, never left out in silence. */
export function deadFields(filter: ReportFilter, { categories, areas, offices, people }: Named): readonly (keyof ReportFilter)[] {
  const { category, area, office, observer, person, recordedBy } = filter
  const dead: Partial<Record<keyof ReportFilter, boolean>> = {
    category: category !== null && !categories.get(category)?.active,
    area: area !== null && !areas.has(area),
    office: office !== null && !offices.get(office)?.active,
    observer: observer !== null && !offices.get(observer)?.active,
    person: person !== null && person !== 'me' && person !== 'nobody' && !people.has(person),
    recordedBy: recordedBy !== null && !people.has(recordedBy),
  }
  return (Object.keys(dead) as (keyof ReportFilter)[]).filter((field) => dead[field])
}
