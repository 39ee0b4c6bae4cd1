import { redirect } from '@sveltejs/kit'
import { holds, officesOf } from '#domain/people/actor.ts'
import { mayDo } from '#domain/people/capability.ts'
import { type Bucket, bucketsOf, inboxFlags, nextActions } from '#domain/reports/inbox.ts'
import { columnsOf, plainLook } from '#domain/reports/list-look.ts'
import { everything, narrowing, type ReportFilter } from '#domain/reports/report-filter.ts'
import type { ShownList } from '#lib/components/desk/list/shown-list.ts'
import { count, fill, writeNumber } from '#lib/messages/fill.ts'
import { sheetFormats } from '#server/gateways/spreadsheet.ts'
import { countInbox, type InboxCounts } from '#server/queries/desk/count-inbox.ts'
import { countedUpTo } from '#server/queries/desk/list/counted-up-to.ts'
import { writeMark } from '#server/queries/desk/list/list-order.ts'
import { type ListPage, listReports } from '#server/queries/desk/list/list-reports.ts'
import { boxOfAreas } from '#server/queries/places/box-of-areas.ts'
import { deskOfficeOf } from '#server/storage/directory.ts'
import { readsFor } from '#server/storage/read-marks.ts'
import { listViews } from '#server/storage/saved-views.ts'
import type { LayoutServerLoad } from './$types'
import { type AskedList, inboxScope, keptSearch, readAskedList, withSearch } from './inbox-filter.server.ts'
import { hrefOf, offerFilters, offerLook } from './offer-filters.server.ts'
import { offerScopes } from './offer-scopes.server.ts'
import { presentRow } from './present-rows.server.ts'
import { presentViews } from './present-views.server.ts'

type SignedIn = NonNullable<App.Locals['staff']>

const pageSize = 30

/** The list beside every report of the desk: what there is to do, the most pressing first. */
export const load: LayoutServerLoad = async ({ locals, url, depends, request }) => {
  const { staff } = locals
  depends('desk:list')
  const kept = keptSearch(url.searchParams)
  const shared = {
    locale: locals.locale,
    kept: kept.toString(),
  }
  if (staff) return { ...shared, list: await readList(staff, kept, url.searchParams.has('filtri') ? 'open' : 'closed', locals) }
  // Whoever was signed out while writing gets their words back instead of a list: the page of the error says how.
  if (request.method !== 'POST') redirect(303, `/operatori/accedi?poi=${encodeURIComponent(url.pathname + url.search)}`)
  return { ...shared, list: null }
}

async function readList(staff: SignedIn, kept: URLSearchParams, form: 'open' | 'closed', locals: App.Locals): Promise<ShownList> {
  const { installation, directory, words } = locals
  const asked = readAskedList(kept, locals)
  const { filter, look, sort, after } = asked
  const readers = readsFor(staff, { deskOffice: deskOfficeOf(directory), office: filter.office })
  const { counts, page, views } = await installation.world.read(directory.tenant.id, async (reader) => {
    const counts = await countInbox(reader, staff, inboxScope(filter, staff.account, directory))
    const found = isWholeBucket(filter) ? counts[filter.bucket] : undefined
    return {
      counts,
      page: await listReports(reader, directory, staff, {
        filter,
        sort,
        after,
        size: pageSize,
        readers,
        ...(found && { found }),
      }),
      views: await listViews(reader),
    }
  })
  return {
    scopes: offerScopes(asked, staff, locals),
    groups: offerBuckets(counts, asked, staff, locals),
    everything: {
      href: hrefOf({ look, filter: { ...filter, bucket: null } }, locals),
      current: filter.bucket === null && asked.view === null,
    },
    views: presentViews(views, asked, staff, locals),
    exports: offerExports(staff, asked, locals),
    manageViews: withSearch('/operatori/viste', kept),
    title: filter.bucket === null ? words.lists.everything : `${words.desk.title}: ${words.inbox.bucket[filter.bucket]}`,
    results: sayResults(page, locals),
    filters: offerFilters(asked, form, staff, locals),
    look: offerLook(asked, locals),
    columns: look.table ? columnsOf(look).map((column) => words.lists.columns[column]) : [],
    bulkAll: mayDo(staff, 'bulk') ? `/operatori/massive/nuova?${new URLSearchParams([...kept, ['tutte', 'si']])}` : null,
    roundAll: `/operatori/percorso?${new URLSearchParams([...kept, ['tutte', 'si']])}`,
    kept: [...kept],
    map: look.map ? offerMap(asked, kept, locals) : null,
    rows: page.rows.map((row) => presentRow(row, look, kept, locals)),
    further: furtherHref(kept, page),
    first: after === null ? undefined : withSearch('/operatori', keptSearch(kept, ['dopo'])),
  }
}

/** A bucket that nothing else narrows holds as many as its counter says. */
function isWholeBucket(filter: ReportFilter): filter is ReportFilter & { readonly bucket: Bucket } {
  return filter.bucket !== null && narrowing({ ...filter, office: null, person: null }).length === 0
}

function offerMap(asked: AskedList, kept: URLSearchParams, locals: App.Locals): ShownList['map'] {
  const { filter } = asked
  const { directory, words } = locals
  const query = withSearch('', keptSearch(new URLSearchParams(hrefOf({ filter, look: plainLook }, locals).split('?')[1])))
  return {
    box: filter.box ?? boxOfAreas(directory),
    query: query.slice(1),
    searchHere: hrefOf({ ...asked, filter: { ...filter, box: null } }, locals),
    kept: kept.toString(),
    picture: fill(words.map.picturePublic, { body: directory.tenant.settings.name }),
  }
}

/** Lists are taken away by who may, contacts by who may see them. */
function offerExports(staff: SignedIn, { filter, look }: AskedList, locals: App.Locals): ShownList['exports'] {
  if (!mayDo(staff, 'export')) return []
  const contacts = holds(staff, 'desk') || officesOf(staff).length > 0
  return sheetFormats.map((format) => ({
    format,
    href: hrefOf({ filter, look }, locals, `/operatori/esporta/${format}`),
    contacts,
  }))
}

function furtherHref(kept: URLSearchParams, { after }: ListPage): string | undefined {
  if (after === null) return undefined
  const search = keptSearch(kept, ['dopo'])
  search.set('dopo', writeMark(after))
  return withSearch('/operatori', search)
}

function sayResults({ exact, found }: ListPage, { words, locale }: App.Locals): string {
  const { lists } = words
  if (exact) return lists.exact
  return found > countedUpTo ? fill(lists.manyCount, { n: writeNumber(locale, countedUpTo) }) : count(locale, lists.count, found)
}

/** A bucket keeps whose inbox it is; what else was looked for belongs to the list that is left. */
function offerBuckets(
  counts: InboxCounts,
  { filter, look, view }: AskedList,
  staff: SignedIn,
  locals: App.Locals,
): ShownList['groups'] {
  const { words, directory } = locals
  const shown = bucketsOf(staff, [...directory.categories.values()])
  const { office, person } = filter
  const searching = narrowing({ ...filter, office: null, person: null }).length > 0
  const offer = (bucket: Bucket) => ({
    bucket,
    label: words.inbox.bucket[bucket],
    count: counts[bucket],
    href: hrefOf({ look, filter: { ...everything, bucket, ...(bucket !== 'mentioned' && { office, person }) } }, locals),
    current: !searching && view === null && filter.bucket === bucket,
  })
  return [
    {
      label: words.inbox.groups.next,
      buckets: (['open', ...nextActions] as const).filter((bucket) => shown.includes(bucket)).map(offer),
    },
    {
      label: words.inbox.groups.watch,
      buckets: (['mentioned', ...inboxFlags] as const).filter((bucket) => shown.includes(bucket)).map(offer),
    },
  ]
}
