import Feature from 'ol/Feature.js'
import GeoJSON from 'ol/format/GeoJSON.js'
import MultiPolygon from 'ol/geom/MultiPolygon.js'
import Polygon from 'ol/geom/Polygon.js'
import Draw from 'ol/interaction/Draw.js'
import Modify from 'ol/interaction/Modify.js'
import VectorLayer from 'ol/layer/Vector.js'
import VectorSource from 'ol/source/Vector.js'
import Fill from 'ol/style/Fill.js'
import Stroke from 'ol/style/Stroke.js'
import Style from 'ol/style/Style.js'
import type { Place } from '#domain/shared/place.ts'
import { corners, insertCorner, moveCorner, nearestCorner, type Rings, removeCorner } from './corners.ts'
import { openGround, panByKey, zoomBy } from './ground.ts'
import { zooms } from './view.ts'

export type BordersMode = 'modify' | 'part' | 'hole'

export type BordersMapOptions = {
  /** GeoJSON of a polygon or several; anything else is an empty map. */
  readonly borders: string
  readonly centre: Place
  ondraw(borders: string, corners: number): void
}

/** What the page may do with an open map of borders. */
export type BordersMapHandle = {
  show(borders: string): void
  turnTo(mode: BordersMode): void
  corners(): number
  zoomBy(step: number): void
  close(): void
}

const format = new GeoJSON()
const projections = { dataProjection: 'EPSG:4326', featureProjection: 'EPSG:3857', decimals: 6 }
const style = new Style({
  fill: new Fill({ color: 'rgba(0, 93, 102, 0.15)' }),
  stroke: new Stroke({ color: '#005d66', width: 3 }),
})

/** Opens a map on which borders are changed: corners by mouse, touch or keys, parts and holes by drawing them. */
export function openBordersMap(target: HTMLElement, { borders, centre, ondraw }: BordersMapOptions): BordersMapHandle {
  const map = openGround(target, centre, zooms.city)
  const shape = new Feature(new MultiPolygon([]))
  const source = new VectorSource({ features: [shape] })
  map.addLayer(new VectorLayer({ source, style, zIndex: 10 }))
  const rings = (): Rings => shape.getGeometry()?.getCoordinates() ?? []
  const put = (changed: Rings) => {
    shape.setGeometry(new MultiPolygon(changed))
    tell()
  }
  const tell = () => ondraw(write(rings()), corners(rings()))

  const modify = new Modify({ source })
  modify.on('modifyend', tell)
  map.addInteraction(modify)
  let drawing: Draw | null = null
  const turnTo = (mode: BordersMode) => {
    if (drawing) map.removeInteraction(drawing)
    drawing = null
    modify.setActive(mode === 'modify')
    if (mode === 'modify') return
    drawing = new Draw({ type: 'Polygon' })
    drawing.on('drawend', ({ feature }) => {
      const drawn = feature.getGeometry()
      if (drawn instanceof Polygon) put(mode === 'part' ? [...rings(), drawn.getCoordinates()] : withHole(rings(), drawn))
      turnTo('modify')
    })
    map.addInteraction(drawing)
  }

  const show = (text: string) => {
    shape.setGeometry(new MultiPolygon(read(text)))
    const box = shape.getGeometry()?.getExtent()
    if (box && Number.isFinite(box[0])) map.getView().fit(box, { padding: [30, 30, 30, 30], maxZoom: zooms.street })
  }
  const onKey = (event: KeyboardEvent) => {
    const changed = changedByKey(event.key, rings(), map.getView().getCenter() ?? [0, 0])
    if (changed) put(changed)
    if (changed || panByKey(map, event)) event.preventDefault()
  }
  target.addEventListener('keydown', onKey)
  show(borders)
  return {
    show,
    turnTo,
    corners: () => corners(rings()),
    zoomBy: (step) => zoomBy(map, step),
    close: () => {
      target.removeEventListener('keydown', onKey)
      map.setTarget(undefined)
      map.dispose()
    },
  }
}

function changedByKey(key: string, rings: Rings, middle: readonly number[]): Rings | null {
  const near = nearestCorner(rings, middle)
  if (near === null) return null
  if (key === 'Enter' || key === ' ') return moveCorner(rings, near, middle)
  if (key === 'i' || key === 'I') return insertCorner(rings, near, middle)
  return key === 'Delete' || key === 'Backspace' ? removeCorner(rings, near) : null
}

/** A hole belongs to the part in which it begins; outside of all it is a part of its own. */
function withHole(rings: Rings, hole: Polygon): Rings {
  const [ring = []] = hole.getCoordinates()
  const at = rings.findIndex((part) => new Polygon(part).intersectsCoordinate(ring[0] ?? [0, 0]))
  return at < 0 ? [...rings, [ring]] : rings.with(at, [...(rings[at] ?? []), ring])
}

function read(text: string): Rings {
  try {
    const geometry = format.readGeometry(JSON.parse(text), projections)
    if (geometry instanceof MultiPolygon) return geometry.getCoordinates()
    return geometry instanceof Polygon ? [geometry.getCoordinates()] : []
  } catch {
    return []
  }
}

function write(rings: Rings): string {
  const [only = [], ...more] = rings
  const geometry = more.length === 0 ? new Polygon(only) : new MultiPolygon(rings)
  return rings.length === 0 ? '' : format.writeGeometry(geometry, projections)
}
