import type { Place } from '#domain/shared/place.ts'
import type { View } from './view.ts'

/** The address of a picture of the map that the server draws. */
export function pictureOfMap({ centre, zoom, width, height }: View, pin: Place | null): string {
  const query = `lon=${centre.longitude}&lat=${centre.latitude}&zoom=${zoom}&w=${width}&h=${height}`
  return `/mappa/quadro.svg?${query}${pin ? `&pin=${pin.longitude},${pin.latitude}` : ''}`
}
