import { byCode, filterFromSearch, listParameters } from '#domain/reports/list-address.ts'
import { type ListLook, lookFromSearch, type Sort, sortOf } from '#domain/reports/list-look.ts'
import type { ReportFilter } from '#domain/reports/report-filter.ts'
import { type AccountId, type Id, isId } from '#domain/shared/id.ts'
import { withDescendants } from '#domain/shared/tree.ts'
import type { InboxScope } from '#server/queries/desk/count-inbox.ts'
import { type Mark, readMark } from '#server/queries/desk/list/list-order.ts'
import type { Directory } from '#server/storage/directory.ts'
import { nobody } from '#server/storage/inbox.ts'

/** The list that an address asks for. */
export type AskedList = {
  readonly filter: ReportFilter
  readonly look: ListLook
  readonly sort: Sort
  readonly after: Mark | null
  /** The saved view that the list began with. */
  readonly view: Id<'view'> | null
}

/** Reads the list of an address; what it does not know is left out. */
export function readAskedList(search: URLSearchParams, { directory }: App.Locals): AskedList {
  const filter = filterFromSearch(search, byCode(directory))
  const look = lookFromSearch(search)
  const view = search.get('vista') ?? ''
  return {
    filter,
    look,
    sort: sortOf(filter, look),
    after: readMark(search.get('dopo') ?? ''),
    view: isId(view) ? (view as Id<'view'>) : null,
  }
}

/** Whose inbox is counted beside a list. */
export function inboxScope({ office, person }: ReportFilter, me: AccountId, { offices }: Directory): InboxScope {
  return {
    offices: office === null ? null : withDescendants(offices, office),
    person: person === 'me' ? me : person === 'nobody' ? nobody : person,
  }
}

const names: readonly string[] = [...listParameters, 'dopo', 'vista']

/** What of an address belongs to the list, so that it stays while reports are opened beside it. */
export function keptSearch(search: URLSearchParams, but: readonly string[] = []): URLSearchParams {
  return new URLSearchParams([...search].filter(([name, value]) => names.includes(name) && !but.includes(name) && value !== ''))
}

/** Where a form of a report leads when it is done: the report again, with the list beside it as it was. */
export function doneHref(number: string | number, { searchParams }: URL): string {
  return `/operatori/segnalazioni/${number}?${[keptSearch(searchParams).toString(), 'fatto'].filter(Boolean).join('&')}`
}

/** An address with a search, or without one where nothing is searched for. */
export function withSearch(path: string, search: URLSearchParams): string {
  return search.size > 0 ? `${path}?${search}` : path
}
