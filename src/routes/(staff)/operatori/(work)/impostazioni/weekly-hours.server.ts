import type { WeeklyHours } from '#domain/clocks/working-calendar.ts'
import { textOf } from '../../../../read-form.server.ts'

type Day = keyof WeeklyHours

const week: readonly Day[] = [1, 2, 3, 4, 5, 6, 7]

/** The days of a week with their names, as forms and pages list them. */
export function daysOfWeek({ words }: App.Locals): readonly { readonly value: Day; readonly label: string }[] {
  return week.map((value) => ({ value, label: words.routing.weekdays[value] }))
}

/** The hours of each day as they are typed, by the names of the fields: `08:00-13:00, 14:30-17:30`. */
export function writeWeek(weekly: WeeklyHours): Readonly<Record<string, string>> {
  return Object.fromEntries(week.map((day) => [`day-${day}`, hoursInWords(weekly[day])]))
}

/** The hours of each day under its name. */
export function weekInWords(weekly: WeeklyHours, locals: App.Locals): Readonly<Record<string, string>> {
  return Object.fromEntries(daysOfWeek(locals).map(({ value, label }) => [label, hoursInWords(weekly[value])]))
}

/** The hours that a form says; what is no span at all is kept as it is typed, and refused by the rule. */
export function readWeek(form: FormData): WeeklyHours {
  const on = (day: Day) => hoursIn(textOf(form, `day-${day}`))
  return { 1: on(1), 2: on(2), 3: on(3), 4: on(4), 5: on(5), 6: on(6), 7: on(7) }
}

/** The same, without any hours nothing. */
export function openingIn(form: FormData): WeeklyHours | null {
  const weekly = readWeek(form)
  return Object.values(weekly).some((hours) => hours.length > 0) ? weekly : null
}

function hoursInWords(hours: WeeklyHours[Day]): string {
  return hours.map(({ from, to }) => `${from}-${to}`).join(', ')
}

function hoursIn(text: string): WeeklyHours[Day] {
  const spans = text.split(/[,;]/).map((span) => span.trim())
  return spans.filter(Boolean).map((span) => {
    const [from = '', to = ''] = span.split(/\s*[-–]\s*/)
    return { from, to }
  })
}
