import type { Place } from './place.ts'

/** A place as people write it: latitude first, to about a metre. */
export function writePlace({ latitude, longitude }: Place): string {
  return `${latitude.toFixed(5)}, ${longitude.toFixed(5)}`
}
