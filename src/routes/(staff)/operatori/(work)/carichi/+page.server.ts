import { error } from '@sveltejs/kit'
import { mayDo } from '#domain/people/capability.ts'
import { mayStandFor } from '#domain/people/staffing.ts'
import type { Bucket } from '#domain/reports/inbox.ts'
import { byCode, searchOfFilter } from '#domain/reports/list-address.ts'
import { everything } from '#domain/reports/report-filter.ts'
import { civilDate } from '#domain/shared/civil-date.ts'
import { mondayOf, startOfDay } from '#domain/shared/day-span.ts'
import { inLocale } from '#domain/shared/words.ts'
import { writeCivilDate, writeNumeric } from '#lib/messages/dates.ts'
import { fill } from '#lib/messages/fill.ts'
import { type Load, officesManaged, readWorkload } from '#server/queries/people/workload.ts'
import { staffOf } from '../staff-of.server.ts'
import type { PageServerLoad } from './$types'

/** How much everybody has to do: managers see their offices, the desk all. */
export const load: PageServerLoad = async ({ locals }) => {
  const { installation, directory, words, locale } = locals
  const staff = staffOf(locals)
  if (!mayDo(staff, 'see_workload')) error(403, words.people.load.none)
  const { world } = installation
  const { zone } = directory.tenant.settings.calendar
  const day = civilDate(world.now(), zone)
  const since = { day, week: startOfDay(mondayOf(day), zone) }
  const loads = await world.read(directory.tenant.id, (reader) => readWorkload(reader, officesManaged(staff), since))
  const byOffice = Map.groupBy(loads, ({ office }) => office)
  return {
    people: words.people,
    offices: [...byOffice]
      .flatMap(([id, rows]) => {
        const office = directory.offices.get(id)
        return office
          ? [{ id: id as string, name: inLocale(office.name, locale), rows: rows.map((row) => present(row, locals)) }]
          : []
      })
      .toSorted((one, other) => one.name.localeCompare(other.name)),
  }
}

const counted = ['open', 'late', 'warned', 'waiting'] as const

const bucketOf: Readonly<Record<(typeof counted)[number], Bucket>> = {
  open: 'open',
  late: 'late',
  warned: 'warned',
  waiting: 'wait',
}

function present(row: Load, locals: App.Locals) {
  const { directory, words, locale, staff } = locals
  const { load: say } = words.people
  const name = row.name ?? say.unassigned
  const list = (bucket: Bucket) => {
    const filter = { ...everything, bucket, office: row.office, person: row.person ?? ('nobody' as const) }
    return `/operatori?${searchOfFilter(filter, byCode(directory))}`
  }
  const theirs = { role: 'office_operator', office: row.office } as const
  const mayArrange =
    row.person !== null && staff !== null && (mayStandFor(staff, row.person, [theirs]) || mayDo(staff, 'see_desk'))
  return {
    id: row.person ?? 'nobody',
    name,
    nobody: row.person === null,
    remark: row.gone ? say.gone : row.absentUntil ? fill(say.absent, { date: writeCivilDate(row.absentUntil, locale) }) : '',
    arrange: mayArrange && !row.gone ? `/operatori/assenze/${row.person}` : null,
    numbers: counted.map((what) => ({
      what,
      n: row[what],
      href: row[what] > 0 ? list(bucketOf[what]) : null,
      label: fill(say.listOf, { what: say[what], n: row[what], person: name }),
    })),
    closed: row.person === null ? '' : String(row.closed),
    oldest: row.oldest ? writeNumeric(row.oldest, locale, directory.tenant.settings.calendar.zone) : '',
  }
}
