import Collection from 'ol/Collection.js'
import Feature from 'ol/Feature.js'
import Point from 'ol/geom/Point.js'
import Translate from 'ol/interaction/Translate.js'
import VectorLayer from 'ol/layer/Vector.js'
import { unByKey } from 'ol/Observable.js'
import VectorSource from 'ol/source/Vector.js'
import type { Place } from '#domain/shared/place.ts'
import { openGround, panByKey, toCoordinate, toPlace, zoomBy } from './ground.ts'
import { pinStyle } from './pin-style.ts'
import { zooms } from './view.ts'

export type PlaceMapOptions = {
  readonly place: Place | null
  readonly centre: Place
  /** Absent where the map is to be looked at alone. */
  readonly onpick: ((place: Place) => void) | undefined
}

/** What the page may do with an open map. */
export type PlaceMapHandle = { show(place: Place | null): void; zoomBy(step: number): void; close(): void }

/** Opens a map with one pin, put by click, tap, drag, or by Enter in the middle of the map. */
export function openPlaceMap(target: HTMLElement, { place, centre, onpick }: PlaceMapOptions): PlaceMapHandle {
  const map = openGround(target, place ?? centre, place ? zooms.street : zooms.city + 0.5)
  const pin = new Feature<Point>()
  pin.setStyle(pinStyle)
  map.addLayer(new VectorLayer({ source: new VectorSource({ features: [pin] }), zIndex: 10 }))
  if (place) pin.setGeometry(new Point(toCoordinate(place)))

  const put = (coordinate: number[]) => {
    pin.setGeometry(new Point(coordinate))
    onpick?.(toPlace(coordinate))
  }
  const onKey = (event: KeyboardEvent) => {
    const puts = onpick !== undefined && (event.key === 'Enter' || event.key === ' ')
    if (puts) put(map.getView().getCenter() ?? toCoordinate(centre))
    if (puts || panByKey(map, event)) event.preventDefault()
  }
  target.addEventListener('keydown', onKey)
  const listeners = onpick ? [map.on('click', ({ coordinate }) => put(coordinate))] : []
  if (onpick) {
    const drag = new Translate({ features: new Collection([pin]), hitTolerance: 8 })
    drag.on('translateend', ({ coordinate }) => put(pin.getGeometry()?.getCoordinates() ?? coordinate))
    map.addInteraction(drag)
  }
  return {
    show: (shown) => {
      pin.setGeometry(shown ? new Point(toCoordinate(shown)) : undefined)
      if (shown) bringIntoView(map, toCoordinate(shown))
    },
    zoomBy: (step) => zoomBy(map, step),
    close: () => {
      unByKey(listeners)
      target.removeEventListener('keydown', onKey)
      map.setTarget(undefined)
      map.dispose()
    },
  }
}

function bringIntoView(map: ReturnType<typeof openGround>, [x = 0, y = 0]: number[]): void {
  const view = map.getView()
  const [left = 0, bottom = 0, right = 0, top = 0] = view.calculateExtent(map.getSize())
  const near = (view.getZoom() ?? 0) >= zooms.quarter
  if (near && x > left && x < right && y > bottom && y < top) return
  view.setCenter([x, y])
  if (!near) view.setZoom(zooms.street)
}
