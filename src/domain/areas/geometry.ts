import type { MultiPolygon, Polygon } from 'geojson'

/** The shape of an area: rings of [longitude, latitude], WGS 84, holes and several parts allowed (RFC 7946). */
export type Geometry = Polygon | MultiPolygon
