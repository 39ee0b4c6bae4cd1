const fixed = ['01-01', '01-06', '04-25', '05-01', '06-02', '08-15', '11-01', '12-08', '12-25', '12-26'] as const

/** The first year in which 4 October, San Francesco d’Assisi, is a national holiday again (L. 151/2025). */
const francisFrom = 2026

/** The national holidays of Italy in a year, as ISO dates (L. 260/1949, art. 2, and its later changes; Easter Monday by the Gregorian computus). */
export function nationalHolidays(year: number): readonly string[] {
  const days = year >= francisFrom ? [...fixed, '10-04'] : fixed
  return [...days.map((day) => `${year}-${day}`), easterMonday(year)]
}

/** Easter Monday as an ISO date (Meeus/Jones/Butcher, the anonymous Gregorian algorithm). */
export function easterMonday(year: number): string {
  const a = year % 19
  const b = Math.floor(year / 100)
  const c = year % 100
  const d = Math.floor(b / 4)
  const g = Math.floor((8 * b + 13) / 25)
  const h = (19 * a + b - d - g + 15) % 30
  const i = Math.floor(c / 4)
  const l = (32 + 2 * (b % 4) + 2 * i - h - (c % 4)) % 7
  const m = Math.floor((a + 11 * h + 19 * l) / 433)
  const month = Math.floor((h + l - 7 * m + 90) / 25)
  const day = (h + l - 7 * m + 33 * month + 19) % 32
  return new Date(Date.UTC(year, month - 1, day + 1)).toISOString().slice(0, 10)
}
