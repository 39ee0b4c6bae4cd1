/** An instant as our forms send it (ISO, UTC); null where it is none. */
export function readSlot(text: string): Date | null {
  const instant = new Date(/^\d{4}-\d\d-\d\dT[\d:.]{12}Z$/.test(text) ? text : Number.NaN)
  return Number.isNaN(instant.getTime()) ? null : instant
}
