import postcss, { type Rule } from 'postcss'
import { type Colour, toColour, toHex } from '#domain/tenants/colour.ts'

/** So near in hue (degrees), and so full: such a colour of the stylesheet is a shade of the brand. */
const nearHue = 6
const leastSaturation = 50

const colours = /#[0-9a-f]{6}\b/gi

/** What a colour may stand in: all of it is repeated, so that among these declarations the same ones win as in the stylesheet. */
const coloured = /^--|color|background|border|outline|shadow|fill|stroke/

/**
 * Of a stylesheet all that has to do with colour, with the shades of one colour drawn in shades of another: hue and saturation turn
 * alike, brightness moves as far. Rules stand as they stood; nothing is left out that is stronger than what it stands behind.
 */
export function recolour(css: string, brand: string, wanted: string): string {
  const [from, to] = [toColour(brand), toColour(wanted)]
  const root = postcss.parse(css)
  root.walkDecls((declaration) => {
    if (coloured.test(declaration.prop)) {
      declaration.value = declaration.value.replace(colours, (hex) => shade(hex.toLowerCase(), from, to))
    } else declaration.remove()
  })
  root.walkAtRules((rule) => {
    if (rule.name === 'font-face' || rule.name.endsWith('keyframes') || rule.nodes === undefined) rule.remove()
  })
  root.walkComments((comment) => {
    comment.remove()
  })
  root.walkRules(removeEmpty)
  root.walkAtRules((rule) => {
    if (rule.nodes?.length === 0) rule.remove()
  })
  return root.toString()
}

function removeEmpty(rule: Rule): void {
  if (rule.nodes.length === 0) rule.remove()
}

function shade(hex: string, from: Colour, to: Colour): string {
  const own = toColour(hex)
  const apart = Math.abs(own.hue - from.hue)
  if (Math.min(apart, 360 - apart) > nearHue || own.saturation < leastSaturation) return hex
  return toHex({
    hue: (to.hue + own.hue - from.hue + 360) % 360,
    saturation: (own.saturation * to.saturation) / from.saturation,
    brightness: own.brightness + to.brightness - from.brightness,
  })
}
