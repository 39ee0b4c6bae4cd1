import { isWorkingDay, openingAt, type WeeklyHours, type WorkingCalendar } from '#domain/clocks/working-calendar.ts'
import type { Office } from '#domain/offices/office.ts'
import { civilDate } from '#domain/shared/civil-date.ts'
import { inLocale } from '#domain/shared/words.ts'
import { writeCivilDate, writeDay, writeTime } from '#lib/messages/dates.ts'
import { fill } from '#lib/messages/fill.ts'

const day = 86_400_000
/** Closures are told so many days ahead. */
const ahead = 60

/** The hours of an office: of each weekday, whether it is open now, and on which days to come it is closed although it opens as a rule. */
export function presentHours(office: Office, locals: App.Locals) {
  const { directory, words, locale, installation } = locals
  const note = inLocale(office.hours, locale)
  if (office.opening === null) return { note, now: null, week: [], closures: [] }
  const { page } = words.officePages
  const calendar = { ...directory.tenant.settings.calendar, weekly: office.opening }
  const now = installation.world.now()
  const { opening } = office
  const week = ([1, 2, 3, 4, 5, 6, 7] as const).map((weekday) => ({
    day: words.routing.weekdays[weekday],
    spans: opening[weekday].map(({ from, to }) => fill(page.span, { from, to })).join(', ') || page.closedDay,
  }))
  return {
    note,
    now: sayNow(now, calendar, locals),
    week,
    closures: closedDays(now, calendar).map((date) => writeCivilDate(date, locale)),
  }
}

function sayNow(now: Date, calendar: WorkingCalendar, { words, locale }: App.Locals) {
  const { page } = words.officePages
  const found = openingAt(now, calendar)
  const time = (instant: Date) => writeTime(instant, locale, calendar.zone)
  if (found.open) return { open: true, text: fill(page.openNow, { time: time(found.until) }) }
  if (found.from === null) return { open: false, text: page.closedNow }
  const day = writeDay(found.from, locale, calendar.zone)
  return { open: false, text: fill(page.opensAgain, { day, time: time(found.from) }) }
}

/** Civil dates (ISO) on which the week has hours and the calendar has none. */
function closedDays(now: Date, calendar: WorkingCalendar): readonly string[] {
  const today = Date.parse(`${civilDate(now, calendar.zone)}T00:00:00Z`)
  const dates = Array.from({ length: ahead }, (_, n) => new Date(today + n * day).toISOString().slice(0, 10))
  const weekday = (date: string) => (new Date(date).getUTCDay() || 7) as keyof WeeklyHours
  return dates.filter((date) => calendar.weekly[weekday(date)].length > 0 && !isWorkingDay(date, calendar))
}
