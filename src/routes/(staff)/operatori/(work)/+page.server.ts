import { redirect } from '@sveltejs/kit'
import { holds, officesOf, type Staff } from '#domain/people/actor.ts'
import { type NextAction, nextActions } from '#domain/reports/next-action.ts'
import { isOpen, stages } from '#domain/reports/stage.ts'
import { inLocale } from '#domain/shared/words.ts'
import { writeDay } from '#lib/messages/dates.ts'
import { fill } from '#lib/messages/fill.ts'
import { countInbox, type InboxRow, inboxPage, listInbox } from '#server/queries/desk/inbox.ts'
import type { PageServerLoad } from './$types'
import { hrefOf, readInboxFilter } from './inbox-filter.server.ts'

/** The inbox: what there is to do, the most pressing first. */
export const load: PageServerLoad = async ({ locals, url }) => {
  const { installation, directory, staff, words } = locals
  if (!staff) redirect(303, '/operatori/accedi')
  const { world } = installation
  const filter = readInboxFilter(url.searchParams, directory, staff.account)
  const now = world.now()
  const { counts, rows } = await world.read(directory.tenant.id, async (reader) => ({
    counts: await countInbox(reader, staff, filter, now),
    rows: await listInbox(reader, staff, filter, now),
  }))
  const shown = rows.slice(0, inboxPage)
  return {
    desk: words.desk,
    forms: words.forms,
    reports: words.reports,
    actions: offerActions(counts, filter.action, url, locals),
    filter: {
      text: filter.text,
      stage: filter.stage ?? '',
      office: url.searchParams.get('ufficio') ?? '',
      mine: filter.person !== null,
      action: filter.action ?? '',
    },
    stages: stages.map((stage) => ({ value: stage, label: words.reports.stage[stage] })),
    offices: offerOffices(staff, locals),
    rows: shown.map((row) => present(row, now, locals)),
    older: rows.length > inboxPage ? hrefOf(url, { after: shown.at(-1) ?? null }) : undefined,
  }
}

function offerActions(counts: Readonly<Record<NextAction, number>>, current: NextAction | null, url: URL, { words }: App.Locals) {
  const open = nextActions.filter((action) => action !== 'none')
  const groups = open.map((action) => ({
    label: words.desk.action[action],
    count: counts[action],
    href: hrefOf(url, { action }),
    current: current === action,
  }))
  const all = open.reduce((sum, action) => sum + counts[action], 0)
  return [{ label: words.desk.all, count: all, href: hrefOf(url, { action: null }), current: current === null }, ...groups]
}

/** The desk looks at every office; an office at its own. */
function offerOffices(staff: Staff, { directory, locale }: App.Locals) {
  const everything = holds(staff, 'desk') || holds(staff, 'observer')
  const own = officesOf(staff)
  return [...directory.offices.values()]
    .filter(({ id }) => everything || own.includes(id))
    .map(({ code, name }) => ({ value: code, label: inLocale(name, locale) }))
}

function present(row: InboxRow, now: Date, { directory, words, locale }: App.Locals) {
  const { zone } = directory.tenant.settings.calendar
  const office = directory.offices.get(row.ownerOffice ?? row.routedOffice)
  const category = directory.categories.get(row.category)
  const officeName = office ? inLocale(office.name, locale) : ''
  return {
    href: `/operatori/segnalazioni/${row.number}`,
    number: fill(words.desk.file.crumb, { number: row.number }),
    title: row.title,
    category: category ? inLocale(category.name, locale) : '',
    place: [row.area ? directory.areas.get(row.area)?.name : null, row.address].filter(Boolean).join(' · '),
    stage: row.stage,
    actionLabel: words.desk.action[row.action],
    owner: row.ownerOffice
      ? [officeName, row.ownerName].filter(Boolean).join(' · ')
      : fill(words.desk.unowned, { office: officeName }),
    sent: writeDay(row.submittedAt, locale, zone),
    due: writeDay(row.due, locale, zone),
    late: isOpen(row.stage) && row.stage !== 'waiting' && row.due < now,
  }
}
