import type { Locale } from '#domain/shared/words.ts'

const day = { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' } as const

/** The day of an instant as people say it, in the body's zone: “mercoledì 13 maggio 2026”. */
export function writeDay(instant: Date, locale: Locale, zone: string): string {
  return new Intl.DateTimeFormat(region(locale), { ...day, timeZone: zone }).format(instant)
}

/** A civil date (ISO) as people say it: it is the same day in every zone. */
export function writeCivilDate(date: string, locale: Locale): string {
  return writeDay(new Date(`${date}T12:00:00Z`), locale, 'UTC')
}

/** Day and hour of an instant in the body's zone: “13 maggio 2026 alle ore 17:00”. */
export function writeMoment(instant: Date, locale: Locale, zone: string): string {
  return new Intl.DateTimeFormat(region(locale), { dateStyle: 'long', timeStyle: 'short', timeZone: zone }).format(instant)
}

/** Dates are written as in Europe: day before month, hours to 24. */
function region(locale: Locale): string {
  return locale === 'en' ? 'en-GB' : locale
}
