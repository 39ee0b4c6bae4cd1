import type { WeeklyHours } from '#domain/clocks/working-calendar.ts'
import { fill } from '#lib/messages/fill.ts'

type Weekday = keyof WeeklyHours & number

/** Days in a row with the same hours are one line. */
export function sayOpening(opening: WeeklyHours, names: Readonly<Record<Weekday, string>>, span: string): readonly string[] {
  const days = ([1, 2, 3, 4, 5, 6, 7] as const).map((day) => ({
    day,
    hours: opening[day].map((one) => fill(span, one)).join(', '),
  }))
  const runs: { from: Weekday; to: Weekday; hours: string }[] = []
  for (const { day, hours } of days) {
    const last = runs.at(-1)
    if (last?.hours === hours) last.to = day
    else runs.push({ from: day, to: day, hours })
  }
  return runs
    .filter(({ hours }) => hours !== '')
    .map(({ from, to, hours }) => `${from === to ? names[from] : `${names[from]}–${names[to]}`} ${hours}`)
}
