import { redirect } from '@sveltejs/kit'
import { officesOf, type Staff } from '#domain/people/actor.ts'
import { mayDo } from '#domain/people/capability.ts'
import { type Bucket, inboxFlags, nextActions } from '#domain/reports/inbox.ts'
import { isOpen, stages } from '#domain/reports/stage.ts'
import { inLocale } from '#domain/shared/words.ts'
import type { ShownList } from '#lib/components/desk/list/shown-list.ts'
import { writeDay } from '#lib/messages/dates.ts'
import { fill } from '#lib/messages/fill.ts'
import { countInbox, type InboxCounts } from '#server/queries/desk/count-inbox.ts'
import { type InboxFilter, type InboxRow, inboxPage, listInbox } from '#server/queries/desk/inbox.ts'
import type { LayoutServerLoad } from './$types'
import { keptSearch, readInboxFilter, withSearch, writeMark } from './inbox-filter.server.ts'

type SignedIn = NonNullable<App.Locals['staff']>

/** The list beside every report of the desk: what there is to do, the most pressing first. */
export const load: LayoutServerLoad = async ({ locals, url, depends, request }) => {
  const { staff, words } = locals
  depends('desk:list')
  const kept = keptSearch(url.searchParams)
  const shared = { desk: words.desk, inbox: words.inbox, forms: words.forms, reports: words.reports, kept: kept.toString() }
  if (staff) return { ...shared, list: await readList(staff, kept, locals) }
  // Whoever was signed out while writing gets their words back instead of a list: the page of the error says how.
  if (request.method !== 'POST') redirect(303, `/operatori/accedi?poi=${encodeURIComponent(url.pathname + url.search)}`)
  return { ...shared, list: nothing }
}

const nothing: ShownList = {
  groups: [],
  filter: { text: '', stage: '', office: '', mine: false, bucket: '' },
  stages: [],
  offices: [],
  rows: [],
  further: undefined,
}

async function readList(staff: SignedIn, kept: URLSearchParams, locals: App.Locals): Promise<ShownList> {
  const { installation, directory, words } = locals
  const filter = readInboxFilter(kept, locals, staff)
  const { counts, rows } = await installation.world.read(directory.tenant.id, async (reader) => ({
    counts: await countInbox(reader, staff, filter),
    rows: await listInbox(reader, staff, filter),
  }))
  return {
    groups: offerBuckets(counts, filter, kept, locals),
    filter: {
      text: filter.text,
      stage: filter.stage ?? '',
      office: kept.get('ufficio') ?? '',
      mine: filter.person !== null,
      bucket: kept.get('azione') ?? '',
    },
    stages: stages.map((stage) => ({ value: stage, label: words.reports.stage[stage] })),
    offices: offerOffices(staff, locals),
    rows: rows.slice(0, inboxPage).map((row) => present(row, kept, locals)),
    further: rows.length > inboxPage ? furtherHref(kept, rows[inboxPage - 1]) : undefined,
  }
}

function furtherHref(kept: URLSearchParams, last: InboxRow | undefined): string | undefined {
  if (!last) return undefined
  const search = keptSearch(kept, ['dopo'])
  search.set('dopo', writeMark(last))
  return withSearch('/operatori', search)
}

function offerBuckets(counts: InboxCounts, filter: InboxFilter, kept: URLSearchParams, { words }: App.Locals) {
  const searching = filter.text !== '' || filter.stage !== null
  const offer = (bucket: Bucket) => {
    const search = keptSearch(kept, ['azione', 'q', 'stato', 'dopo'])
    if (bucket !== 'open') search.set('azione', bucket)
    return {
      bucket,
      label: words.inbox.bucket[bucket],
      count: counts[bucket],
      href: withSearch('/operatori', search),
      current: !searching && filter.bucket === bucket,
    }
  }
  return [
    { label: words.inbox.groups.next, buckets: (['open', ...nextActions] as const).map(offer) },
    { label: words.inbox.groups.watch, buckets: inboxFlags.map(offer) },
  ]
}

/** The desk looks at every office; an office at its own. */
function offerOffices(staff: Staff, { directory, locale }: App.Locals) {
  const own = officesOf(staff)
  return [...directory.offices.values()]
    .filter(({ id }) => mayDo(staff, 'see_desk') || own.includes(id))
    .map(({ code, name }) => ({ value: code, label: inLocale(name, locale) }))
}

function present(row: InboxRow, kept: URLSearchParams, { directory, words, locale }: App.Locals) {
  const { zone } = directory.tenant.settings.calendar
  const office = directory.offices.get(row.ownerOffice ?? row.routedOffice)
  const category = directory.categories.get(row.category)
  const officeName = office ? inLocale(office.name, locale) : ''
  return {
    number: row.number,
    href: withSearch(`/operatori/segnalazioni/${row.number}`, kept),
    crumb: fill(words.desk.file.crumb, { number: row.number }),
    title: row.title,
    category: category ? inLocale(category.name, locale) : '',
    place: [row.area ? directory.areas.get(row.area)?.name : null, row.address].filter(Boolean).join(' · '),
    stage: row.stage,
    priority: row.priority === 'normal' ? null : { level: row.priority, label: words.inbox.priority[row.priority] },
    owner: row.ownerOffice
      ? [officeName, row.ownerName].filter(Boolean).join(' · ')
      : fill(words.desk.unowned, { office: officeName }),
    sent: writeDay(row.submittedAt, locale, zone),
    due: writeDay(row.due, locale, zone),
    late: isOpen(row.stage) && (row.termNotice === 'late' || row.termNotice === 'very_late'),
    unread: row.unread,
  }
}
