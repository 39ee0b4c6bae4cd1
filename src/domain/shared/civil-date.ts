const formats = new Map<string, Intl.DateTimeFormat>()

/** The civil date (ISO) of an instant in a zone (IANA name). */
export function civilDate(instant: Date, zone: string): string {
  return formatOf(zone).format(instant)
}

/** Making a format takes longer than using it a hundred times. */
function formatOf(zone: string): Intl.DateTimeFormat {
  const known = formats.get(zone)
  if (known) return known
  const made = new Intl.DateTimeFormat('en-CA', { timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit' })
  formats.set(zone, made)
  return made
}
