import type { Box } from '#domain/shared/box.ts'
import { parsePlace } from '#domain/shared/parse-place.ts'
import type { Place } from '#domain/shared/place.ts'
import { type View, viewOfBox, zooms } from '#lib/map/view.ts'

/** The part of the earth that a map asks for, and how near it is looked at; null where the text is none. */
export function readBox(text: string | undefined): Box | null {
  const [west, south, east, north, ...more] = (text ?? '').split(',')
  const [lower, upper] = [parsePlace(west, south), parsePlace(east, north)]
  if (!lower || !upper || more.length > 0) return null
  if (lower.longitude >= upper.longitude || lower.latitude >= upper.latitude) return null
  return [lower.longitude, lower.latitude, upper.longitude, upper.latitude]
}

/** A zoom within what maps show; a wrong one is a town's. */
export function readZoom(text: string | undefined, otherwise: number): number {
  const zoom = Number(text ?? '')
  return text && Number.isFinite(zoom) ? Math.max(zooms.least, Math.min(zooms.most, zoom)) : otherwise
}

/** Reads the picture that is asked for; without a centre it shows the whole of the body. */
export function readView(query: Readonly<Record<string, string>>, whole: Box): View {
  const [width, height] = [readSize(query.w, 640), readSize(query.h, 400)]
  const centre = parsePlace(query.lon, query.lat)
  if (!centre) return viewOfBox(whole, width, height)
  return { centre, zoom: readZoom(query.zoom, zooms.street), width, height }
}

/** The pin of `pin=lon,lat`. */
export function readPin(text: string | undefined): Place | null {
  const [longitude, latitude] = (text ?? '').split(',')
  return parsePlace(longitude, latitude)
}

function readSize(text: string | undefined, otherwise: number): number {
  const size = Math.round(Number(text ?? ''))
  return text && Number.isFinite(size) ? Math.max(64, Math.min(1280, size)) : otherwise
}
