/** A part of the earth in degrees: west, south, east, north. */
export type Box = readonly [west: number, south: number, east: number, north: number]

/** The box that a text names (`west,south,east,north`), or nothing. */
export function parseBox(text: string): Box | null {
  const numbers = text.split(',').map((part) => (/^-?\d{1,3}(\.\d{1,9})?$/.test(part.trim()) ? Number(part) : Number.NaN))
  const [west, south, east, north] = numbers
  if (numbers.length !== 4 || west === undefined || south === undefined || east === undefined || north === undefined) return null
  const lies = west >= -180 && east <= 180 && south >= -85 && north <= 85 && west < east && south < north
  return lies ? [west, south, east, north] : null
}

/** A box as `parseBox` reads it; eleven centimetres are near enough. */
export function writeBox(box: Box): string {
  return box.map((degrees) => Math.round(degrees * 1e6) / 1e6).join()
}
