/** A day, or a moment with its zone, as the W3C profile of ISO 8601 writes them; an unescaped plus sign arrives as a space. */
const pattern = /^(\d{4}-\d{2}-\d{2})(?:T(\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?)(Z|[+\- ]\d{2}:\d{2}))?$/i

/** Reads a moment; a day is its first moment in UTC. Null where the text is none. */
export function readInstant(text: string): Date | null {
  const [, day, time = '00:00', zone = 'Z'] = pattern.exec(text) ?? []
  if (day === undefined) return null
  const instant = new Date(`${day}T${time}${zone.toUpperCase().replace(' ', '+')}`)
  const isDay = !Number.isNaN(instant.getTime()) && new Date(`${day}T00:00:00Z`).toISOString().startsWith(day)
  return isDay && instant.getUTCFullYear() >= 1900 ? instant : null
}

/** Writes a moment to the second, in UTC. */
export function writeInstant(instant: Date): string {
  return instant.toISOString().replace(/\.\d{3}Z$/, 'Z')
}
