import { officesOf, type Staff } from '#domain/people/actor.ts'
import { mayDo } from '#domain/people/capability.ts'
import { channels } from '#domain/reports/kind.ts'
import { byCode, searchOfFilter } from '#domain/reports/list-address.ts'
import { columnsOf, columns as knownColumns, plainLook, searchOfLook, sorts } from '#domain/reports/list-look.ts'
import { priorities } from '#domain/reports/priority.ts'
import { termNotices } from '#domain/reports/report.ts'
import { bucketAtFirst, deadFields, everything, type Named, narrowing, type ReportFilter } from '#domain/reports/report-filter.ts'
import { satisfactions } from '#domain/reports/satisfaction.ts'
import { stages } from '#domain/reports/stage.ts'
import { moderations } from '#domain/reports/visibility.ts'
import { inLocale, type Words } from '#domain/shared/words.ts'
import type { ShownChoice, ShownFilters, ShownLook } from '#lib/components/desk/list/shown-list.ts'
import type { Option, OptionGroup } from '#lib/forms/field.ts'
import { fill } from '#lib/messages/fill.ts'
import type { Workers } from '#server/storage/workers.ts'
import { type AskedList, withSearch } from './inbox-filter.server.ts'
import { sayField } from './say-filter.server.ts'

/** The filter of a list as a form, with what is filtered by now. */
export function offerFilters(asked: AskedList, staff: Staff, workers: Workers, locals: App.Locals): ShownFilters {
  const { filter } = asked
  const { fields } = locals.words.lists
  const narrowed = narrowing(filter)
  const dead = deadFields(filter, namedIn(workers, locals))
  return {
    text: filter.text,
    many: offerMany(filter, locals),
    one: offerOne(filter, staff, workers, locals),
    dates: [
      { name: 'dal', label: fields.from, value: filter.from ?? '' },
      { name: 'al', label: fields.to, value: filter.to ?? '' },
    ],
    mine: filter.person === 'me',
    hidden: {
      search: hiddenIn(asked, { ...filter, text: '' }, locals),
      form: hiddenIn(asked, fieldless(filter), locals),
    },
    chips: narrowed.map((field) => ({
      label: sayField(field, filter, workers, locals),
      href: hrefOf({ ...asked, filter: { ...filter, [field]: everything[field] } }, locals),
    })),
    clear: hrefOf({ ...asked, filter: { ...everything, bucket: filter.bucket } }, locals),
    dead:
      dead.length === 0 ? null : fill(locals.words.lists.deadFilter, { fields: dead.map((field) => fields[field]).join(', ') }),
  }
}

/** Everyone and everything that a filter can name. */
export function namedIn(workers: Workers, { directory }: App.Locals): Named {
  const people = new Set([...workers.values()].flat().map(({ id }) => id))
  return { ...directory, people }
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

function offerMany(filter: ReportFilter, { directory, words }: App.Locals): ShownFilters['many'] {
  const { lists, reports, inbox } = words
  const choices = <Word extends string>(known: readonly Word[], say: (word: Word) => string) =>
    known.map((word) => ({ value: word, label: say(word) }))
  return [
    { name: 'stato', label: lists.fields.stages, options: choices(stages, (one) => reports.stage[one]), values: filter.stages },
    {
      name: 'termine',
      label: lists.fields.terms,
      options: choices(termNotices, (one) => lists.terms[one]),
      values: filter.terms,
    },
    {
      name: 'priorita',
      label: lists.fields.priorities,
      options: choices(priorities.toReversed(), (one) => inbox.priority[one]),
      values: filter.priorities,
    },
    {
      name: 'giudizio',
      label: lists.fields.satisfactions,
      options: choices(satisfactions, (one) => lists.satisfactions[one]),
      values: filter.satisfactions,
    },
    {
      name: 'tipo',
      label: lists.fields.kinds,
      options: choices(directory.tenant.settings.kinds, (one) => reports.kind[one]),
      values: filter.kinds,
    },
    {
      name: 'canale',
      label: lists.fields.channels,
      options: choices(channels, (one) => reports.channel[one]),
      values: filter.channels,
    },
  ]
}

function offerOne(filter: ReportFilter, staff: Staff, workers: Workers, locals: App.Locals): readonly ShownChoice[] {
  const { directory, words, locale } = locals
  const { lists } = words
  const names = byCode(directory)
  const offices = officesFor(staff, locals)
  const yesNo = (
    name: string,
    label: string,
    value: boolean | null,
    yes: readonly [string, string],
    no: readonly [string, string],
  ) => ({
    name,
    label,
    options: [yes, no].map(([word, said]) => ({ value: word, label: said })),
    value: value === null ? '' : value ? yes[0] : no[0],
  })
  const { person } = filter
  return [
    {
      name: 'categoria',
      label: lists.fields.category,
      options: [],
      groups: treeOf(directory.categories, (category) => inLocale(category.name as Words, locale), lists.wholeCategory),
      value: filter.category ? names.categories.nameOf(filter.category) : '',
    },
    {
      name: 'zona',
      label: lists.fields.area,
      options: [],
      groups: treeOf(directory.areas, ({ name }) => name, lists.wholeArea),
      value: filter.area ? names.areas.nameOf(filter.area) : '',
    },
    {
      name: 'ufficio',
      label: lists.fields.office,
      options: offices,
      value: filter.office ? names.offices.nameOf(filter.office) : '',
    },
    {
      name: 'persona',
      label: lists.fields.person,
      options: [{ value: 'nessuno', label: lists.nobody }],
      ...peopleFor(staff, workers, filter, locals),
      value: person === null || person === 'me' ? '' : person === 'nobody' ? 'nessuno' : person,
    },
    yesNo('visibilita', lists.fields.visible, filter.visible, ['pubblica', lists.visible.yes], ['privata', lists.visible.no]),
    {
      name: 'verifica',
      label: lists.fields.moderation,
      options: moderations.map((one) => ({ value: one, label: lists.moderations[one] })),
      value: filter.moderation ?? '',
    },
    yesNo('foto', lists.fields.photo, filter.photo, ['si', lists.photo.yes], ['no', lists.photo.no]),
    {
      name: 'osservatore',
      label: lists.fields.observer,
      options: offices,
      value: filter.observer ? names.offices.nameOf(filter.observer) : '',
    },
    {
      name: 'gruppo',
      label: lists.fields.group,
      options: [
        { value: 'unite', label: lists.group.grouped },
        { value: 'singole', label: lists.group.single },
      ],
      value: filter.group === 'grouped' ? 'unite' : filter.group === 'single' ? 'singole' : '',
    },
  ]
}

/** The desk looks at every office; an office at its own. */
function officesFor(staff: Staff, { directory, locale }: App.Locals): readonly Option[] {
  const own = officesOf(staff)
  return [...directory.offices.values()]
    .filter(({ id }) => mayDo(staff, 'see_desk') || own.includes(id))
    .map(({ code, name }) => ({ value: code, label: inLocale(name, locale) }))
}

/** Of so many people a list of choices is still read; of more, those of the office that is chosen. */
const mostPeople = 100

function peopleFor(staff: Staff, workers: Workers, { office, person }: ReportFilter, { directory, words, locale }: App.Locals) {
  const own = officesOf(staff)
  const seen = [...workers].filter(([id]) => mayDo(staff, 'see_desk') || own.includes(id))
  const many = seen.reduce((sum, [, people]) => sum + people.length, 0) > mostPeople
  const groups = seen
    .filter(([id, people]) => !many || id === office || people.some((one) => one.id === person))
    .map(
      ([id, people]): OptionGroup => ({
        label: inLocale(directory.offices.get(id)?.name ?? { it: '' }, locale),
        options: people.map(({ id: account, name }) => ({ value: account, label: name })),
      }),
    )
  return { groups, help: many ? words.lists.manyPeople : undefined }
}

type Branch = { readonly id: string; readonly parent: string | null; readonly code: string; readonly name: unknown }

/** A tree of two levels as groups of a select: the whole branch first, then its leaves. */
function treeOf<Of extends Branch>(
  tree: ReadonlyMap<string, Of>,
  nameOf: (one: Of) => string,
  whole: string,
): readonly OptionGroup[] {
  const all = [...tree.values()]
  return all
    .filter(({ parent }) => parent === null)
    .map((root) => ({
      label: nameOf(root),
      options: [
        { value: root.code, label: fill(whole, { name: nameOf(root) }) },
        ...all.filter(({ parent }) => parent === root.id).map((leaf) => ({ value: leaf.code, label: nameOf(leaf) })),
      ],
    }))
}
