import Feature from 'ol/Feature.js'
import GeoJSON from 'ol/format/GeoJSON.js'
import LineString from 'ol/geom/LineString.js'
import MultiPoint from 'ol/geom/MultiPoint.js'
import MultiPolygon from 'ol/geom/MultiPolygon.js'
import Polygon from 'ol/geom/Polygon.js'
import Draw from 'ol/interaction/Draw.js'
import Modify from 'ol/interaction/Modify.js'
import VectorLayer from 'ol/layer/Vector.js'
import VectorSource from 'ol/source/Vector.js'
import Circle from 'ol/style/Circle.js'
import Fill from 'ol/style/Fill.js'
import Stroke from 'ol/style/Stroke.js'
import Style from 'ol/style/Style.js'
import type { Place } from '#domain/shared/place.ts'
import {
  closedRing,
  corners,
  type DrawingStep,
  drawByKey,
  insertCorner,
  moveCorner,
  nearestCorner,
  type Rings,
  removeCorner,
} from './corners.ts'
import { openGround, panByKey, zoomBy } from './ground.ts'
import { zooms } from './view.ts'

export type BordersMode = 'modify' | 'part' | 'hole'

export type BordersMapOptions = {
  /** GeoJSON of a polygon or several; anything else is an empty map. */
  readonly borders: string
  readonly centre: Place
  ondraw(borders: string, corners: number): void
  /** What a key did to the ring that is being drawn, and how many corners it has. */
  onstep(step: DrawingStep, corners: number): void
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

const sketchStyle = new Style({
  stroke: new Stroke({ color: '#005d66', width: 3, lineDash: [6, 6] }),
  image: new Circle({ radius: 6, fill: new Fill({ color: '#005d66' }), stroke: new Stroke({ color: '#ffffff', width: 2 }) }),
})

/** Opens a map on which borders are changed and drawn, parts and holes too, by mouse, touch or keys. */
export function openBordersMap(target: HTMLElement, options: BordersMapOptions): BordersMapHandle {
  const { borders, centre, ondraw, onstep } = options
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
  let mode: BordersMode = 'modify'
  const sketch = openSketch(map)
  const add = (ring: number[][]) => put(mode === 'part' ? [...rings(), [ring]] : withHole(rings(), ring))
  const turnTo = (wanted: BordersMode) => {
    if (drawing) map.removeInteraction(drawing)
    drawing = null
    mode = wanted
    sketch.show([])
    modify.setActive(mode === 'modify')
    if (mode === 'modify') return
    drawing = new Draw({ type: 'Polygon' })
    drawing.on('drawend', ({ feature }) => {
      const drawn = feature.getGeometry()
      if (drawn instanceof Polygon) add(drawn.getCoordinates()[0] ?? [])
      turnTo('modify')
    })
    map.addInteraction(drawing)
  }
  /** Answers whether the key was one of those that draw. */
  const draw = (key: string, middle: number[]): boolean => {
    const drawn = drawByKey(key, sketch.ring(), middle)
    if (drawn === null) return false
    sketch.show(drawn.ring)
    if (drawn.step === 'end') add(closedRing(drawn.ring))
    if (drawn.step === 'end' || drawn.step === 'away') turnTo('modify')
    onstep(drawn.step, drawn.ring.length)
    return true
  }

  const show = (text: string) => {
    shape.setGeometry(new MultiPolygon(read(text)))
    const box = shape.getGeometry()?.getExtent()
    if (box && Number.isFinite(box[0])) map.getView().fit(box, { padding: [30, 30, 30, 30], maxZoom: zooms.street })
  }
  const onKey = (event: KeyboardEvent) => {
    const middle = map.getView().getCenter() ?? [0, 0]
    const changed = mode === 'modify' ? changedByKey(event.key, rings(), middle) : null
    if (changed) put(changed)
    const drew = mode !== 'modify' && draw(event.key, middle)
    if (changed || drew || panByKey(map, event)) event.preventDefault()
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

/** Shows a ring that is not ended yet. */
function openSketch(map: ReturnType<typeof openGround>) {
  const source = new VectorSource()
  map.addLayer(new VectorLayer({ source, style: sketchStyle, zIndex: 11 }))
  let shown: number[][] = []
  return {
    ring: () => shown,
    show: (ring: number[][]) => {
      shown = ring
      source.clear()
      if (ring.length > 0) source.addFeatures([new Feature(new LineString(ring)), new Feature(new MultiPoint(ring))])
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
function withHole(rings: Rings, ring: number[][]): Rings {
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
