import { focus } from 'ol/events/condition.js'
import { defaults } from 'ol/interaction/defaults.js'
import MouseWheelZoom from 'ol/interaction/MouseWheelZoom.js'
import OlMap from 'ol/Map.js'
import { fromLonLat, toLonLat } from 'ol/proj.js'
import View from 'ol/View.js'
import type { Place } from '#domain/shared/place.ts'
import { baseLayers } from './base-layers.ts'
import { zooms } from './view.ts'

const panStep = 48

/** A map over the base map, without controls of its own: the page draws them, with its words. */
export function openGround(target: HTMLElement, centre: Place, zoom: number): OlMap {
  return new OlMap({
    target,
    layers: [...baseLayers()],
    controls: [],
    interactions: defaults({ mouseWheelZoom: false, keyboard: false, altShiftDragRotate: false, pinchRotate: false }).extend([
      new MouseWheelZoom({ condition: focus }),
    ]),
    view: new View({ center: toCoordinate(centre), zoom, minZoom: zooms.least, maxZoom: zooms.most, enableRotation: false }),
  })
}

export function toCoordinate({ longitude, latitude }: Place): number[] {
  return fromLonLat([longitude, latitude])
}

export function toPlace(coordinate: readonly number[]): Place {
  const [longitude = 0, latitude = 0] = toLonLat([...coordinate])
  return { longitude: Math.round(longitude * 1e6) / 1e6, latitude: Math.round(latitude * 1e6) / 1e6 }
}

export function zoomBy(map: OlMap, step: number): void {
  const view = map.getView()
  view.animate({ zoom: (view.getZoom() ?? zooms.city) + step, duration: isCalm() ? 0 : 150 })
}

/** Moves the map under its middle by an arrow key, farther with Shift; answers whether the key was one of ours. */
export function panByKey(map: OlMap, event: KeyboardEvent): boolean {
  const way = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, 1], ArrowDown: [0, -1] }[event.key]
  if (way) {
    const view = map.getView()
    const step = (view.getResolution() ?? 1) * panStep * (event.shiftKey ? 4 : 1)
    view.adjustCenter([(way[0] ?? 0) * step, (way[1] ?? 0) * step])
    return true
  }
  if (event.key !== '+' && event.key !== '-') return false
  zoomBy(map, event.key === '+' ? 1 : -1)
  return true
}

export function isCalm(): boolean {
  return matchMedia('(prefers-reduced-motion: reduce)').matches
}
