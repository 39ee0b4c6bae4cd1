import Feature, { type FeatureLike } from 'ol/Feature.js'
import GeoJSON from 'ol/format/GeoJSON.js'
import Point from 'ol/geom/Point.js'
import VectorLayer from 'ol/layer/Vector.js'
import type OlMap from 'ol/Map.js'
import { transformExtent } from 'ol/proj.js'
import VectorSource from 'ol/source/Vector.js'
import type { Stage } from '#domain/reports/stage.ts'
import type { Box } from '#domain/shared/box.ts'
import type { Place } from '#domain/shared/place.ts'
import { isCalm, openGround, panByKey, toCoordinate, zoomBy } from './ground.ts'
import { markStyle } from './mark-style.ts'
import { pinStyle } from './pin-style.ts'
import { viewOfBox, zooms } from './view.ts'

/** A report as the map tells of it. */
export type SeenReport = { readonly number: number; readonly title: string; readonly stage: Stage; readonly category: string }

/** What is to be seen now: the reports one by one, or only how many where they are gathered. */
export type Seen = {
  readonly count: number
  readonly reports: readonly SeenReport[] | null
  /** The part of the earth that is seen. */
  readonly box: Box
  /** There are more than the map takes in. */
  readonly more: boolean
}

export type ReportsMapOptions = {
  /** West, south, east, north: what is shown at first. */
  readonly box: Box
  /** Where the marks are asked for. */
  readonly source: string
  /** The filters of the page as a query, and the language of its words. */
  readonly query: string
  onsee(seen: Seen): void
  onselect(reports: readonly SeenReport[]): void
}

export type ReportsMapHandle = {
  zoomBy(step: number): void
  /** Asks for the marks again, of the same filters or of others. */
  show(query: string): void
  /** Puts the pin on the report that is open, or takes it away. */
  point(at: Place | null): void
  close(): void
}

/** So near to the middle of the map, Enter takes a mark; so near to a finger, a tap. */
const reach = { key: 28, tap: 10 } as const

/** Opens the map of the public reports: what lies near together is one mark with a number, which a click opens. */
export function openReportsMap(target: HTMLElement, options: ReportsMapOptions): ReportsMapHandle {
  const map = openGround(target, middleOf(options.box), zooms.city)
  map
    .getView()
    .fit(transformExtent([...options.box], 'EPSG:4326', 'EPSG:3857'), { padding: [16, 16, 16, 16], maxZoom: zooms.quarter })
  const source = new VectorSource()
  map.addLayer(new VectorLayer({ source, style: markStyle, zIndex: 10 }))
  const pinned = new VectorSource()
  map.addLayer(new VectorLayer({ source: pinned, style: pinStyle, zIndex: 20 }))
  const asked = { latest: new AbortController(), query: options.query }
  const take = (pixel: number[], tolerance: number) =>
    choose(map, map.getFeaturesAtPixel(pixel, { hitTolerance: tolerance }), options)
  const onKey = (event: KeyboardEvent) => {
    const [width = 0, height = 0] = map.getSize() ?? []
    const takes = event.key === 'Enter' || event.key === ' '
    if (takes) take([width / 2, height / 2], reach.key)
    if (takes || panByKey(map, event)) event.preventDefault()
  }
  const ask = () => {
    asked.latest.abort()
    asked.latest = new AbortController()
    readMarks(map, source, { ...options, query: asked.query }, asked.latest.signal).catch((fault: unknown) => {
      if (!(fault instanceof DOMException)) throw fault
    })
  }
  map.on('moveend', ask)
  map.on('click', ({ pixel }) => take(pixel, reach.tap))
  target.addEventListener('keydown', onKey)
  return {
    zoomBy: (step) => zoomBy(map, step),
    show: (query) => {
      if (query === asked.query) return
      asked.query = query
      ask()
    },
    point: (at) => {
      pinned.clear()
      if (at) pinned.addFeature(new Feature(new Point(toCoordinate(at))))
    },
    close: () => {
      asked.latest.abort()
      target.removeEventListener('keydown', onKey)
      map.setTarget(undefined)
      map.dispose()
    },
  }
}

async function readMarks(
  map: OlMap,
  source: VectorSource,
  { source: address, query, onsee }: ReportsMapOptions,
  signal: AbortSignal,
): Promise<void> {
  const view = map.getView()
  const box = transformExtent(view.calculateExtent(map.getSize()), 'EPSG:3857', 'EPSG:4326')
  const [west = 0, south = 0, east = 0, north = 0] = box.map((degrees) => Math.round(degrees * 1e6) / 1e6)
  const search = new URLSearchParams(query)
  search.set('bbox', [Math.max(-180, west), south, Math.min(180, east), north].join())
  search.set('zoom', String(Math.round((view.getZoom() ?? zooms.city) * 10) / 10))
  const answer = await fetch(`${address}?${search}`, { signal })
  if (!answer.ok) return
  const told = await answer.json()
  const features = new GeoJSON().readFeatures(told, { featureProjection: 'EPSG:3857' })
  source.clear()
  source.addFeatures(features)
  const gathered = features.some((feature) => feature.get('count') !== undefined)
  const count = features.reduce((sum, feature) => sum + Number(feature.get('count') ?? 1), 0)
  onsee({ count, reports: gathered ? null : features.map(reportOf), box: [west, south, east, north], more: told.more === true })
}

function choose(map: OlMap, features: readonly FeatureLike[], { onselect }: ReportsMapOptions): void {
  const marks = features.filter((feature) => feature.get('number') !== undefined || feature.get('count') !== undefined)
  const gathered = marks.find((mark) => mark.get('count') !== undefined)
  if (!gathered) {
    if (marks.length > 0) onselect(marks.map(reportOf))
    return
  }
  const at = gathered.getGeometry()
  const view = map.getView()
  if (at instanceof Point) {
    view.animate({ center: at.getCoordinates(), zoom: (view.getZoom() ?? zooms.city) + 2, duration: isCalm() ? 0 : 250 })
  }
}

function middleOf(box: Box): Place {
  return viewOfBox(box, 1, 1).centre
}

function reportOf(feature: FeatureLike): SeenReport {
  const { number, title, stage, category } = feature.getProperties()
  return { number, title, stage, category }
}
