import type { FeatureLike } from 'ol/Feature.js'
import { Circle, Fill, Icon, Stroke, Style, Text } from 'ol/style.js'
import type { Stage } from '#domain/reports/stage.ts'
import { type MarkGroup, mapColours, markColours, markGroup, markGroups, markPaths } from './look.ts'

const marks = new Map<MarkGroup, Style>(
  markGroups.map((group) => [group, new Style({ image: new Icon({ src: pictureOf(group), scale: 1 }) })]),
)

/** The mark of one report by its stage, or of several with their number. */
export function markStyle(feature: FeatureLike): Style | undefined {
  const count: unknown = feature.get('count')
  if (typeof count === 'number') return gathered(count)
  const stage: Stage = feature.get('stage')
  return marks.get(markGroup(stage))
}

function gathered(count: number): Style {
  return new Style({
    image: new Circle({
      radius: 14 + Math.min(16, Math.log2(count) * 2),
      fill: new Fill({ color: mapColours.name }),
      stroke: new Stroke({ color: '#ffffff', width: 2 }),
    }),
    text: new Text({
      text: count < 1000 ? String(count) : `${Math.floor(count / 1000)}k`,
      font: '700 14px "Titillium Web", sans-serif',
      fill: new Fill({ color: '#ffffff' }),
    }),
    zIndex: count,
  })
}

function pictureOf(group: MarkGroup): string {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="30" height="30" viewBox="-1 -1 26 26"><path d="${markPaths[group]}" fill="${markColours[group]}" stroke="#fff" stroke-width="2" stroke-linejoin="round"/></svg>`
  return `data:image/svg+xml,${encodeURIComponent(svg)}`
}
