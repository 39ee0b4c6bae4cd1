import { type AgendaFigures, figuresOf } from '#domain/appointments/figures.ts'
import { fill } from '#lib/messages/fill.ts'

const minute = 60_000
const counted = ['booked', 'arrived', 'no_show', 'cancelled'] as const

/** The figures of what is shown, each under its name. */
export function presentFigures(shown: Parameters<typeof figuresOf>[0], { installation, words }: App.Locals) {
  const { figures: says } = words.agenda
  const figures = figuresOf(shown, installation.world.now())
  return [
    ...counted.map((what) => ({ label: says[what], value: String(figures[what]) })),
    { label: says.free, value: timeOf(figures, says.time) },
  ]
}

function timeOf({ free }: AgendaFigures, says: string): string {
  const minutes = Math.floor(free / minute)
  return fill(says, { h: Math.floor(minutes / 60), min: String(minutes % 60).padStart(2, '0') })
}
