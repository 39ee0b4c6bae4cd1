import { nationalHolidays } from '#domain/clocks/holidays.ts'
import { addWorkingDays, type WorkingCalendar } from '#domain/clocks/working-calendar.ts'
import { civilDate } from '#domain/shared/civil-date.ts'
import { writeCivilDate, writeDay } from '#lib/messages/dates.ts'
import { fill } from '#lib/messages/fill.ts'
import { textOf, textsOf } from '../../../../../read-form.server.ts'
import { bodyActions, readBody } from '../body-settings.server.ts'
import { daysOfWeek, readWeek, writeWeek } from '../weekly-hours.server.ts'
import type { Actions, PageServerLoad } from './$types'

const sampleDays = 5
const freeRows = 2

/** When the body works. */
export const load: PageServerLoad = async (event) => {
  const { settings, page } = await readBody(event, 'calendario')
  const { words, locale, installation } = event.locals
  const { zone, weekly, patron, closures } = settings.calendar
  const today = installation.world.now()
  const hours = Object.entries(writeWeek(weekly)).map(([day, text]) => [day, [text]])
  const now: Readonly<Record<string, readonly string[]>> = {
    ...Object.fromEntries(hours),
    zone: [zone],
    patron: [patron === null ? '' : patron.split('-').toReversed().join('/')],
    from: closures.map(({ from }) => from),
    to: closures.map(({ to }) => moved(to, -1)),
  }
  const holidays = nationalHolidays(Number(civilDate(today, zone).slice(0, 4)))
  const ends = writeDay(addWorkingDays(today, sampleDays, settings.calendar), locale, zone)
  return {
    ...page,
    affectedWords: words.calendars.affected,
    now,
    days: daysOfWeek(event.locals),
    rows: closures.length + freeRows,
    holidays: holidays
      .toSorted()
      .map((date) => writeCivilDate(date, locale))
      .join(', '),
    preview: fill(words.body.calendar.preview, { n: sampleDays, date: ends }),
  }
}

export const actions: Actions = bodyActions((form) => ({ calendar: readCalendar(form) }))

function readCalendar(form: FormData): WorkingCalendar {
  const [from, to] = [textsOf(form, 'from'), textsOf(form, 'to')]
  const rows = from.map((first, n) => ({ from: first, to: to[n] ?? '' })).filter((row) => row.from !== '' || row.to !== '')
  const patron = textOf(form, 'patron').trim()
  return {
    zone: textOf(form, 'zone').trim(),
    weekly: readWeek(form),
    patron:
      patron === ''
        ? null
        : patron
            .split('/')
            .toReversed()
            .map((part) => part.padStart(2, '0'))
            .join('-'),
    // One day alone has no end of its own.
    closures: rows.map((row) => ({ from: row.from, to: moved(row.to || row.from, 1) })),
  }
}

function moved(date: string, days: number): string {
  const at = Date.parse(`${date}T00:00:00Z`)
  return Number.isNaN(at) ? date : new Date(at + days * 86_400_000).toISOString().slice(0, 10)
}
