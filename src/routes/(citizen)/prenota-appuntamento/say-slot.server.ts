import type { ShownSlot } from '#lib/components/appointments/shown-times.ts'
import { writeDay, writeTime } from '#lib/messages/dates.ts'
import { fill } from '#lib/messages/fill.ts'

type Locals = Pick<App.Locals, 'directory' | 'locale' | 'words'>

/** Day and hour of a slot as people say them: “giovedì 11 marzo 2027 ore 10:00”. */
export function saySlot({ directory, locale, words }: Locals, from: Date): string {
  const { zone } = directory.tenant.settings.calendar
  return fill(words.booking.time.slot, { day: writeDay(from, locale, zone), time: writeTime(from, locale, zone) })
}

/** A slot as a form offers it. */
export function showSlot(locals: Locals, from: Date): ShownSlot {
  const time = writeTime(from, locals.locale, locals.directory.tenant.settings.calendar.zone)
  return { value: from.toISOString(), time, label: saySlot(locals, from) }
}

/** A sentence that begins with a slot begins with a capital. */
export function withSlot(locals: Locals, text: string, from: Date, more: Readonly<Record<string, string>> = {}): string {
  const said = fill(text, { slot: saySlot(locals, from), ...more })
  return said.charAt(0).toLocaleUpperCase(locals.locale) + said.slice(1)
}
