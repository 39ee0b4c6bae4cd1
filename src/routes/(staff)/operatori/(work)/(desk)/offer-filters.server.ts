import type { Staff } from '#domain/people/actor.ts'
import { byCode, searchOfFilter } from '#domain/reports/list-address.ts'
import { columnsOf, columns as knownColumns, plainLook, searchOfLook, sorts } from '#domain/reports/list-look.ts'
import { bucketAtFirst, deadFields, everything, type Named, narrowing, type ReportFilter } from '#domain/reports/report-filter.ts'
import type { ShownFilters, ShownLook } from '#lib/components/desk/list/shown-list.ts'
import { fill } from '#lib/messages/fill.ts'
import { type AskedList, withSearch } from './inbox-filter.server.ts'
import { offerFilterForm } from './offer-filter-form.server.ts'
import { sayField } from './say-filter.server.ts'

/** What is filtered by now and, where it is asked for, the filter as a form. */
export function offerFilters(asked: AskedList, form: 'open' | 'closed', staff: Staff, locals: App.Locals): ShownFilters {
  const { filter } = asked
  const { fields } = locals.words.lists
  const narrowed = narrowing(filter)
  const dead = deadFields(filter, namedIn(locals))
  return {
    text: filter.text,
    form: form === 'open' ? offerFilterForm(filter, staff, locals) : null,
    hidden: {
      search: hiddenIn(asked, { ...filter, text: '' }, locals),
      form: hiddenIn(asked, fieldless(filter), locals),
    },
    chips: narrowed.map((field) => ({
      label: sayField(field, filter, locals),
      href: hrefOf({ ...asked, filter: { ...filter, [field]: everything[field] } }, locals),
    })),
    clear: hrefOf({ ...asked, filter: { ...everything, bucket: filter.bucket } }, locals),
    dead:
      dead.length === 0 ? null : fill(locals.words.lists.deadFilter, { fields: dead.map((field) => fields[field]).join(', ') }),
  }
}

/** Everyone and everything that a filter can name. */
export function namedIn({ directory }: App.Locals): Named {
  const { workers, recorders } = directory
  return { ...directory, people: new Set([...[...workers.values()].flat(), ...recorders].map(({ id }) => id)) }
}

/** Where a list is. */
export function hrefOf(list: Listed, locals: App.Locals, path = '/operatori'): string {
  return withSearch(path, new URLSearchParams(addressOf(list, locals).map(([name, value]) => [name, value])))
}

type Listed = Pick<AskedList, 'filter' | 'look'> & { readonly view?: AskedList['view'] }

function addressOf({ filter, look, view }: Listed, { directory }: App.Locals): ShownFilters['hidden']['search'] {
  return [...searchOfFilter(filter, byCode(directory)), ...searchOfLook(look), ...(view ? [['vista', view] as const] : [])]
}

/** What a form keeps of the address besides its own fields; whatever bucket was only opened with is left to be opened anew. */
function hiddenIn(asked: AskedList, kept: Partial<ReportFilter>, locals: App.Locals): ShownFilters['hidden']['search'] {
  const left = { ...everything, ...kept }
  const { bucket } = asked.filter
  const filter = { ...left, bucket: bucket === bucketAtFirst(asked.filter) ? bucketAtFirst(left) : bucket }
  return addressOf({ ...asked, filter }, locals)
}

function fieldless({ text, box, author, group }: ReportFilter): Partial<ReportFilter> {
  return { text, box, author, group: typeof group === 'number' ? group : null }
}

/** How a list is shown, as a form. */
export function offerLook(asked: AskedList, locals: App.Locals): ShownLook {
  const { look } = asked
  const { lists } = locals.words
  const turned = (turn: Partial<AskedList['look']>) => hrefOf({ ...asked, look: { ...look, ...turn } }, locals)
  return {
    sort: {
      name: 'ordine',
      label: lists.show.sort,
      options: sorts.map((sort) => ({ value: sort, label: lists.sorts[sort] })),
      value: look.sort ?? '',
    },
    table: look.table,
    dense: look.dense,
    map: look.map,
    columns: {
      name: 'colonna',
      label: lists.show.columns,
      options: knownColumns.map((column) => ({ value: column, label: lists.columns[column] })),
      values: columnsOf(look),
    },
    turn: { form: turned({ table: !look.table }), map: turned({ map: !look.map }) },
    hidden: addressOf({ ...asked, look: { ...plainLook, map: look.map } }, locals),
  }
}
