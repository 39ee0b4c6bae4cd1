import { error } from '@sveltejs/kit'
import { mayDo } from '#domain/people/capability.ts'
import { byCode, filterFromSearch } from '#domain/reports/list-address.ts'
import { impersonal } from '#domain/reports/report-filter.ts'
import { stages } from '#domain/reports/stage.ts'
import { inLocale } from '#domain/shared/words.ts'
import type { Option, OptionGroup } from '#lib/forms/field.ts'
import { count } from '#lib/messages/fill.ts'
import { sheetFormats } from '#server/gateways/spreadsheet.ts'
import { countDataRows } from '#server/queries/data/list-data-rows.ts'
import { staffOf } from '../staff-of.server.ts'
import type { PageServerLoad } from './$types'

/** The rows of all reports, to be narrowed and taken away: for whoever counts, and reads none of them. */
export const load: PageServerLoad = async ({ locals, url }) => {
  const { installation, directory, words, locale } = locals
  const staff = staffOf(locals)
  if (!mayDo(staff, 'take_data')) error(403, words.data.notYours)
  const filter = impersonal(filterFromSearch(url.searchParams, byCode(directory)))
  const found = await installation.world.read(directory.tenant.id, (reader) => countDataRows(reader, directory, staff, filter))
  const codeOf = (known: ReadonlyMap<string, { readonly code: string }>, id: string | null) =>
    id === null ? '' : (known.get(id)?.code ?? '')
  return {
    data: words.data,
    forms: words.forms,
    lists: words.lists,
    found: count(locale, words.lists.count, found),
    files: sheetFormats.map((format) => ({ label: words.data.formats[format], href: `/operatori/dati/${format}${url.search}` })),
    dates: [
      { name: 'dal', label: words.lists.fields.from, value: filter.from ?? '' },
      { name: 'al', label: words.lists.fields.to, value: filter.to ?? '' },
    ],
    choices: [
      {
        name: 'categoria',
        label: words.lists.fields.category,
        groups: inTree(directory.categories, ({ name }) => inLocale(name, locale)),
        value: codeOf(directory.categories, filter.category),
      },
      {
        name: 'zona',
        label: words.lists.fields.area,
        groups: inTree(directory.areas, ({ name }) => name),
        value: codeOf(directory.areas, filter.area),
      },
      {
        name: 'ufficio',
        label: words.lists.fields.office,
        options: [...directory.offices.values()].map(({ code, name }) => ({ value: code, label: inLocale(name, locale) })),
        value: codeOf(directory.offices, filter.office),
      },
    ] satisfies readonly Choice[],
    stages: { options: stages.map((value) => ({ value, label: words.reports.stage[value] })), values: filter.stages },
    narrowed: url.search !== '',
  }
}

type Choice = {
  readonly name: string
  readonly label: string
  readonly value: string
  readonly options?: readonly Option[]
  readonly groups?: readonly OptionGroup[]
}

type Branch = { readonly id: string; readonly parent: string | null; readonly code: string }

/** Whole branches, each with what is below it. */
function inTree<Of extends Branch>(tree: ReadonlyMap<string, Of>, nameOf: (one: Of) => string): readonly OptionGroup[] {
  const all = [...tree.values()]
  const option = (one: Of): Option => ({ value: one.code, label: nameOf(one) })
  return all
    .filter(({ parent }) => parent === null)
    .map((root) => ({ label: nameOf(root), options: [root, ...all.filter(({ parent }) => parent === root.id)].map(option) }))
}
