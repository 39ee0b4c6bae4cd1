import { oneOf } from '../shared/known-words.ts'
import type { ReportFilter } from './report-filter.ts'

/** In which order a list goes: the most pressing first, what is due first, by when it was sent, what changed last. */
export const sorts = ['pressing', 'due', 'newest', 'oldest', 'changed'] as const

export type Sort = (typeof sorts)[number]

/** What a table or a file can say of each report. */
export const columns = [
  'number',
  'title',
  'stage',
  'kind',
  'category',
  'area',
  'address',
  'office',
  'person',
  'priority',
  'term',
  'submitted',
  'first_reply_due',
  'resolution_due',
  'planned',
  'changed',
  'closed',
  'channel',
  'visibility',
  'hand_overs',
  'stars',
] as const

export type Column = (typeof columns)[number]

/** What a table says of each report until somebody chooses. */
export const usualColumns: readonly Column[] = [
  'number',
  'title',
  'stage',
  'category',
  'area',
  'office',
  'priority',
  'resolution_due',
]

/** How a list is shown. */
export type ListLook = {
  /** Null is the order that suits the filter. */
  readonly sort: Sort | null
  readonly table: boolean
  /** In the order in which they are shown; none are the usual ones. */
  readonly columns: readonly Column[]
  readonly dense: boolean
  readonly map: boolean
}

/** The list as it is shown until somebody chooses. */
export const plainLook: ListLook = { sort: null, table: false, columns: [], dense: false, map: false }

/** The order of a list: as chosen, else the inbox by what presses and everything else by the newest. */
export function sortOf(filter: ReportFilter, look: Pick<ListLook, 'sort'>): Sort {
  return look.sort ?? (filter.bucket === null ? 'newest' : 'pressing')
}

/** The columns of a list: as chosen, else the usual ones. */
export function columnsOf({ columns: chosen }: Pick<ListLook, 'columns'>): readonly Column[] {
  return chosen.length > 0 ? chosen : usualColumns
}

const shown = 'si'

/** Reads how a list is shown. */
export function lookFromSearch(search: URLSearchParams): ListLook {
  return {
    sort: oneOf(sorts, search.get('ordine') ?? ''),
    table: search.get('forma') === 'tabella',
    columns: [...new Set(search.getAll('colonna'))].flatMap((name) => oneOf(columns, name) ?? []),
    dense: search.get('righe') === 'fitte',
    map: search.get('mappa') === shown,
  }
}

/** Writes how a list is shown as it stands in an address. */
export function searchOfLook(look: ListLook): URLSearchParams {
  const search = new URLSearchParams()
  if (look.sort !== null) search.set('ordine', look.sort)
  if (look.table) search.set('forma', 'tabella')
  for (const column of look.columns) search.append('colonna', column)
  if (look.dense) search.set('righe', 'fitte')
  if (look.map) search.set('mappa', shown)
  return search
}
