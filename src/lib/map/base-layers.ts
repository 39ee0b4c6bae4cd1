import GeoJSON from 'ol/format/GeoJSON.js'
import VectorLayer from 'ol/layer/Vector.js'
import VectorSource from 'ol/source/Vector.js'
import { Fill, Stroke, Style, Text } from 'ol/style.js'
import { mapColours } from './look.ts'
import { zooms } from './view.ts'

const font = '600 13px "Titillium Web", sans-serif'

const area = new Style({
  fill: new Fill({ color: mapColours.land }),
  stroke: new Stroke({ color: mapColours.border, width: 1.5, lineDash: [6, 4] }),
})

/** The body's areas and streets, drawn from our own data: no picture is fetched from anybody else. */
export function baseLayers(): readonly [areas: VectorLayer, streets: VectorLayer] {
  const areas = new VectorSource()
  const streets = new VectorSource()
  void readBase(areas, streets)
  return [
    new VectorLayer({ source: areas, style: (feature, resolution) => areaStyle(String(feature.get('area')), resolution) }),
    new VectorLayer({
      source: streets,
      declutter: true,
      style: (feature, resolution) => streetStyle(String(feature.get('street')), resolution),
    }),
  ]
}

async function readBase(areas: VectorSource, streets: VectorSource): Promise<void> {
  const answer = await fetch('/mappa/base.json')
  if (!answer.ok) return
  const features = new GeoJSON().readFeatures(await answer.json(), { featureProjection: 'EPSG:3857' })
  areas.addFeatures(features.filter((feature) => feature.get('area') !== undefined))
  streets.addFeatures(features.filter((feature) => feature.get('street') !== undefined))
}

function areaStyle(name: string, resolution: number): Style | Style[] {
  return zoomOf(resolution) < zooms.quarter ? [area, new Style({ text: label(name, 'point') })] : area
}

function streetStyle(name: string, resolution: number): Style[] {
  const zoom = zoomOf(resolution)
  if (zoom < zooms.city - 1) return []
  const width = Math.max(1.5, 3 + (zoom - zooms.quarter) * 2)
  return [
    new Style({ stroke: new Stroke({ color: mapColours.casing, width: width + 2 }), zIndex: 0 }),
    new Style({ stroke: new Stroke({ color: mapColours.street, width }), zIndex: 1 }),
    ...(zoom >= zooms.quarter ? [new Style({ text: label(name, 'line'), zIndex: 2 })] : []),
  ]
}

function label(text: string, placement: 'point' | 'line'): Text {
  return new Text({
    text,
    placement,
    font,
    fill: new Fill({ color: mapColours.name }),
    stroke: new Stroke({ color: mapColours.land, width: 3 }),
    overflow: false,
  })
}

function zoomOf(resolution: number): number {
  return Math.log2(156_543.033_928 / resolution)
}
