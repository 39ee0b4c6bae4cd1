import { redirect } from '@sveltejs/kit'
import { nextActions } from '#domain/reports/next-action.ts'
import { stages } from '#domain/reports/stage.ts'
import { inLocale } from '#domain/shared/words.ts'
import { writeDay } from '#lib/messages/dates.ts'
import { count, fill } from '#lib/messages/fill.ts'
import { countInbox, type InboxFilter, type InboxRow, inboxPage, listInbox } from '#server/queries/desk/inbox.ts'
import type { Directory } from '#server/storage/directory.ts'
import type { PageServerLoad } from './$types'

const longestText = 100

/** The inbox: what there is to do, the most pressing first. */
export const load: PageServerLoad = async ({ locals, url }) => {
  const { installation, directory, staff, words, locale } = locals
  if (!staff) redirect(303, '/operatori/accedi')
  const { world } = installation
  const search = url.searchParams
  const filter = readFilter(search, directory, staff.account)
  const now = world.now()
  const { counts, rows } = await world.read(directory.tenant.id, async (reader) => ({
    counts: await countInbox(reader, staff, now),
    rows: await listInbox(reader, staff, filter, now),
  }))
  const open = nextActions.filter((action) => action !== 'none')
  const shown = rows.slice(0, inboxPage)
  return {
    desk: words.desk,
    forms: words.forms,
    reports: words.reports,
    actions: [
      {
        label: words.desk.all,
        count: open.reduce((sum, action) => sum + counts[action], 0),
        href: '/operatori',
        current: !filter.action,
      },
      ...open.map((action) => ({
        label: words.desk.action[action],
        count: counts[action],
        href: `/operatori?azione=${action}`,
        current: filter.action === action,
      })),
    ],
    results: count(
      locale,
      words.desk.results,
      open.reduce((sum, action) => sum + counts[action], 0),
    ),
    filter: { text: filter.text, stage: filter.stage ?? '', office: search.get('ufficio') ?? '', mine: filter.person !== null },
    stages: stages.map((stage) => ({ value: stage, label: words.reports.stage[stage] })),
    offices: [...directory.offices.values()].map(({ code, name }) => ({ value: code, label: inLocale(name, locale) })),
    rows: shown.map((row) => present(row, locals)),
    older: rows.length > inboxPage && isByNumber(filter) ? olderHref(url, shown.at(-1)?.number) : undefined,
  }
}

function readFilter(search: URLSearchParams, directory: Directory, me: InboxFilter['person']): InboxFilter {
  const office = search.get('ufficio')
  const before = Number(search.get('dopo'))
  return {
    action: nextActions.find((action) => action === search.get('azione')) ?? null,
    stage: stages.find((stage) => stage === search.get('stato')) ?? null,
    office: [...directory.offices.values()].find(({ code }) => code === office)?.id ?? null,
    person: search.has('mie') ? me : null,
    text: (search.get('q') ?? '').trim().slice(0, longestText),
    before: Number.isSafeInteger(before) && before > 0 ? before : null,
  }
}

/** Pages follow the number; the most pressing ones are one page, from which the groups lead on. */
function isByNumber({ action, text, stage, before }: InboxFilter): boolean {
  return action !== null || text !== '' || stage !== null || before !== null
}

function olderHref(url: URL, number: number | undefined): string {
  const search = new URLSearchParams(url.search)
  search.set('dopo', String(number))
  return `/operatori?${search}`
}

function present(row: InboxRow, { directory, words, locale }: App.Locals) {
  const { zone } = directory.tenant.settings.calendar
  const office = directory.offices.get(row.ownerOffice ?? row.routedOffice)
  const category = directory.categories.get(row.category)
  const officeName = office ? inLocale(office.name, locale) : ''
  return {
    href: `/operatori/segnalazioni/${row.number}`,
    number: row.number,
    title: row.title,
    category: category ? inLocale(category.name, locale) : '',
    place: [row.area ? directory.areas.get(row.area)?.name : null, row.address].filter(Boolean).join(' · '),
    stage: row.stage,
    action: row.action,
    actionLabel: words.desk.action[row.action],
    owner: row.ownerOffice
      ? [officeName, row.ownerName].filter(Boolean).join(' · ')
      : fill(words.desk.unowned, { office: officeName }),
    sent: writeDay(row.submittedAt, locale, zone),
    due: writeDay(row.due, locale, zone),
    late: row.action === 'hurry',
  }
}
