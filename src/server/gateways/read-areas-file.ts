import shp from 'shpjs'
import { likelyProperty } from '#domain/areas/match-areas.ts'
import type { PropertyNames } from '#domain/areas/parse-areas.ts'
import { done, type Result, refuse } from '#domain/shared/result.ts'

export type AreasFile = {
  readonly geojson: { readonly type: 'FeatureCollection'; readonly features: readonly Feature[] }
  /** The properties that every feature has, and those that likely hold name and code. */
  readonly properties: readonly string[]
  readonly likely: PropertyNames
}

type Feature = { readonly properties?: Readonly<Record<string, unknown>> | null; readonly geometry?: unknown }

export type AreasFileRefusal = 'file_missing' | 'file_too_large' | 'not_geojson' | 'not_shapefile' | 'no_areas'

/** Bytes of a file that is taken, as it is sent and as it is unpacked. */
export const areasFileLimits = { sent: 20_000_000, unpacked: 200_000_000 } as const

const nameWords = ['nome', 'name', 'denominazione', 'denom', 'descrizione']
const codeWords = ['code', 'codice', 'cod', 'id', 'sigla']

/** Reads GeoJSON (RFC 7946) or a zipped shapefile, whose coordinates become WGS 84 by its own projection file. */
export async function readAreasFile(
  name: string,
  bytes: Uint8Array,
  most: number = areasFileLimits.sent,
): Promise<Result<AreasFile, AreasFileRefusal>> {
  if (bytes.length === 0) return refuse('file_missing')
  if (bytes.length > most) return refuse('file_too_large')
  const zipped = bytes[0] === 0x50 && bytes[1] === 0x4b
  const features = zipped ? await readShapefile(bytes) : readGeoJson(bytes)
  if (features === null) return refuse(zipped || name.toLowerCase().endsWith('.zip') ? 'not_shapefile' : 'not_geojson')
  if (features === 'too_large') return refuse('file_too_large')
  const [first] = features
  if (!first) return refuse('no_areas')
  const rows = features.map(({ properties }) => properties ?? {})
  const properties = Object.keys(rows[0] ?? {})
  const found = likelyProperty(rows, nameWords) ?? ''
  return done({
    geojson: { type: 'FeatureCollection', features },
    properties,
    likely: { name: found, code: likelyProperty(rows, codeWords) ?? found },
  })
}

function readGeoJson(bytes: Uint8Array): readonly Feature[] | null {
  try {
    const value = JSON.parse(new TextDecoder().decode(bytes))
    if (value?.type === 'Feature') return [value]
    return value?.type === 'FeatureCollection' && Array.isArray(value.features) ? value.features : null
  } catch {
    return null
  }
}

async function readShapefile(bytes: Uint8Array): Promise<readonly Feature[] | 'too_large' | null> {
  if (unpackedSize(bytes) > areasFileLimits.unpacked) return 'too_large'
  try {
    const found = await shp(Uint8Array.from(bytes).buffer)
    return [found].flat().flatMap(({ features }) => features as readonly Feature[])
  } catch {
    return null
  }
}

/** What the directory of a zip (APPNOTE 4.3.12) says that its files hold: a small file may unpack to more than there is room for. */
function unpackedSize(bytes: Uint8Array): number {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let size = 0
  for (let at = 0; at + 46 <= bytes.length; at++) {
    if (bytes[at] === 0x50 && view.getUint32(at, true) === 0x02014b50) size += view.getUint32(at + 24, true)
  }
  return size
}
