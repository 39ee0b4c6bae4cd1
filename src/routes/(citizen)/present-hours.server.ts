import { closedDates, openingAt, type WeeklyHours, type WorkingCalendar } from '#domain/clocks/working-calendar.ts'
import { inLocale, type Words } from '#domain/shared/words.ts'
import { writeCivilDate, writeDay, writeTime } from '#lib/messages/dates.ts'
import { fill } from '#lib/messages/fill.ts'

/** Closures are told so many days ahead. */
const ahead = 60

type Open = { readonly opening: WeeklyHours | null; readonly hours: Words }

/** The hours of an office or a place: of each weekday, whether it is open now, and on which days to come it is closed although it opens as a rule. */
export function presentHours(of: Open, locals: App.Locals) {
  const { directory, words, locale, installation } = locals
  const note = inLocale(of.hours, locale)
  if (of.opening === null) return { note, now: null, week: [], closures: [] }
  const { page } = words.officePages
  const calendar = { ...directory.tenant.settings.calendar, weekly: of.opening }
  const now = installation.world.now()
  const { opening } = of
  const week = ([1, 2, 3, 4, 5, 6, 7] as const).map((weekday) => ({
    day: words.routing.weekdays[weekday],
    spans: opening[weekday].map(({ from, to }) => fill(page.span, { from, to })).join(', ') || page.closedDay,
  }))
  return {
    note,
    now: sayNow(now, calendar, locals),
    week,
    closures: closedDates(now, ahead, calendar).map((date) => writeCivilDate(date, locale)),
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
