import type { Locale } from '#domain/shared/words.ts'

const styles = {
  day: { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' },
  date: { dateStyle: 'long' },
  moment: { dateStyle: 'long', timeStyle: 'short' },
  numeric: { day: '2-digit', month: '2-digit', year: 'numeric' },
  time: { hour: '2-digit', minute: '2-digit' },
  short: { day: '2-digit', month: '2-digit', year: 'numeric', hour: '2-digit', minute: '2-digit' },
} as const

/** Making a format costs more than a hundred uses of it. */
const formats = new Map<string, Intl.DateTimeFormat>()

/** The day of an instant as people say it, in the body's zone: “mercoledì 13 maggio 2026”. */
export function writeDay(instant: Date, locale: Locale, zone: string): string {
  return formatOf('day', locale, zone).format(instant)
}

/** The same in lists, where room is short: “13 maggio 2026”. */
export function writeDate(instant: Date, locale: Locale, zone: string): string {
  return formatOf('date', locale, zone).format(instant)
}

/** A civil date (ISO) as people say it: it is the same day in every zone. */
export function writeCivilDate(date: string, locale: Locale): string {
  return writeDay(new Date(`${date}T12:00:00Z`), locale, 'UTC')
}

/** Day and hour of an instant in the body's zone: “13 maggio 2026 alle ore 17:00”. */
export function writeMoment(instant: Date, locale: Locale, zone: string): string {
  return formatOf('moment', locale, zone).format(instant)
}

/** The hour of an instant in the body's zone: “17:00”. */
export function writeTime(instant: Date, locale: Locale, zone: string): string {
  return formatOf('time', locale, zone).format(instant)
}

/** A day where room is shortest: “13/05/2026”. */
export function writeNumeric(instant: Date, locale: Locale, zone: string): string {
  return formatOf('numeric', locale, zone).format(instant)
}

/** A civil date (ISO) where room is shortest. */
export function writeCivilNumeric(date: string, locale: Locale): string {
  return writeNumeric(new Date(`${date}T12:00:00Z`), locale, 'UTC')
}

/** A moment where room is shortest: “13/05/2026, 17:00”. */
export function writeShort(instant: Date, locale: Locale, zone: string): string {
  return formatOf('short', locale, zone).format(instant)
}

function formatOf(style: keyof typeof styles, locale: Locale, zone: string): Intl.DateTimeFormat {
  const name = `${style} ${locale} ${zone}`
  const known = formats.get(name)
  if (known) return known
  const made = new Intl.DateTimeFormat(region(locale), { ...styles[style], timeZone: zone })
  formats.set(name, made)
  return made
}

/** Dates are written as in Europe: day before month, hours to 24. */
function region(locale: Locale): string {
  return locale === 'en' ? 'en-GB' : locale
}
