import { asksForHelpOnly } from '#domain/categories/category.ts'
import { offeredKinds } from '#domain/reports/kind.ts'
import { inLocale } from '#domain/shared/words.ts'
import type { Option, OptionGroup } from '#lib/forms/field.ts'
import { writeDate } from '#lib/messages/dates.ts'
import { count, fill, writeNumber } from '#lib/messages/fill.ts'
import { type Cursor, countedUpTo, listReports, type PublicCard, type ReportPage } from '#server/queries/public/list-reports.ts'
import { isFiltering, publicStages, type ReportFilter, readReportFilter } from '#server/queries/public/report-filter.ts'
import { resolvedLately } from '#server/queries/public/resolved-lately.ts'

const pageSize = 20
const filterNames = ['q', 'categoria', 'zona', 'stato', 'tipo'] as const

/** What the list and the map of public reports have in common: filters, results, the way to other pages. */
export async function loadList(locals: App.Locals, url: URL) {
  const { installation, directory, locale, words } = locals
  const filter = readReportFilter(directory, url.searchParams)
  const [page, resolved] = await Promise.all([
    installation.world.read(directory.tenant.id, (reader) =>
      listReports(reader, directory, filter, readCursor(url.searchParams), pageSize),
    ),
    resolvedLately(installation.world, directory),
  ])
  const kept = keptFilters(url.searchParams)
  return {
    cards: page.cards.map((card) => showCard(locals, card)),
    results: countWords(locals, page.count),
    resolved: resolved === 0 ? undefined : count(locale, words.site.home.resolved, resolved),
    filters: showFilters(locals, filter),
    filtering: isFiltering(filter),
    tabs: [
      { href: `/segnalazioni/mappa${kept}`, label: words.publicPages.list.tabs.map, icon: 'map-marker' as const },
      { href: `/segnalazioni${kept}`, label: words.publicPages.list.tabs.list, icon: 'list' as const },
    ],
    kept,
    ...turns(page, kept),
  }
}

/** A card of the list, ready to be shown. */
export function showCard({ directory, locale }: App.Locals, card: PublicCard) {
  const { calendar } = directory.tenant.settings
  const area = card.area === null ? undefined : directory.areas.get(card.area)?.name
  return {
    href: `/segnalazioni/${card.number}`,
    number: card.number,
    title: card.title,
    stage: card.stage,
    category: inLocale(directory.categories.get(card.category)?.name ?? { it: '' }, locale),
    place: [card.address, area].filter(Boolean).join(', ') || undefined,
    sent: { iso: card.submittedAt.toISOString(), text: writeDate(card.submittedAt, locale, calendar.zone) },
    photo: card.photo === null ? undefined : `/file/${card.photo}/small`,
  }
}

function turns({ newerThan, olderThan }: ReportPage, kept: string) {
  const join = kept === '' ? '?' : `${kept}&`
  return {
    newer: newerThan === null ? undefined : `/segnalazioni${join}prima=${newerThan}`,
    older: olderThan === null ? undefined : `/segnalazioni${join}dopo=${olderThan}`,
  }
}

function readCursor(search: URLSearchParams): Cursor {
  const [after, before] = [readNumber(search.get('dopo')), readNumber(search.get('prima'))]
  if (after !== null) return { olderThan: after }
  return before === null ? {} : { newerThan: before }
}

function readNumber(text: string | null): number | null {
  return text !== null && /^\d{1,12}$/.test(text) ? Number(text) : null
}

/** The filters of the address, to be kept by the links of the page. */
function keptFilters(search: URLSearchParams): string {
  const kept = new URLSearchParams()
  for (const name of filterNames) {
    const value = search.get(name)?.trim()
    if (value) kept.set(name, value)
  }
  return kept.size === 0 ? '' : `?${kept}`
}

function countWords({ locale, words }: App.Locals, n: number): string {
  const { results, manyResults } = words.publicPages.list
  if (n <= countedUpTo) return count(locale, results, n)
  return fill(manyResults, { n: writeNumber(locale, countedUpTo) })
}

function showFilters({ directory, locale, words }: App.Locals, filter: ReportFilter) {
  const { categories, areas, tenant } = directory
  const shown = [...categories.values()].filter((category) => !asksForHelpOnly(category))
  const named = filter.category === null ? undefined : categories.get(filter.category)?.code
  return {
    text: filter.text,
    category: named,
    area: filter.area === null ? undefined : areas.get(filter.area)?.code,
    stage: filter.stage ?? undefined,
    kind: filter.kind ?? undefined,
    categories: shown.filter(({ parent }) => parent === null).map(groupOf),
    areas: [...areas.values()].map(({ code, name }): Option => ({ value: code, label: name })),
    stages: publicStages.map((stage): Option => ({ value: stage, label: words.reports.stage[stage] })),
    kinds: offeredKinds(tenant.settings.kinds).map((kind): Option => ({ value: kind, label: words.reports.kind[kind] })),
  }

  function groupOf({ id, code, name }: { id: string; code: string; name: { it: string } }): OptionGroup {
    const label = inLocale(name, locale)
    const whole = { value: code, label: fill(words.publicPages.list.filters.wholeCategory, { name: label }) }
    const children = shown.filter(({ parent }) => parent === id)
    return { label, options: [whole, ...children.map((child) => ({ value: child.code, label: inLocale(child.name, locale) }))] }
  }
}
