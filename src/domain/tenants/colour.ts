/** A colour as hue in degrees, saturation and brightness in per cent. */
export type Colour = { readonly hue: number; readonly saturation: number; readonly brightness: number }

/** What white letters need on a colour to be read (WCAG 2.2, 1.4.3 AA). */
export const leastContrast = 4.5

/** Tells whether a text is a colour in six hexadecimal digits. */
export function isColour(text: string): boolean {
  return /^#[0-9a-f]{6}$/.test(text)
}

/** The contrast of two colours (WCAG 2.2: relative luminance of sRGB), from 1 to 21. */
export function contrast(one: string, other: string): number {
  const [darker = 0, lighter = 0] = [luminance(one), luminance(other)].toSorted((a, b) => a - b)
  return (lighter + 0.05) / (darker + 0.05)
}

function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = channels(hex).map((value) =>
    value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4,
  )
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

function channels(hex: string): readonly number[] {
  return [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255)
}

/** The colour itself where white can be read on it, else the same made darker until it can. */
export function readable(hex: string): string {
  const colour = toColour(hex)
  for (let brightness = colour.brightness; brightness > 0; brightness--) {
    const darker = toHex({ ...colour, brightness })
    if (contrast(darker, '#ffffff') >= leastContrast) return darker
  }
  return '#000000'
}

/** A hexadecimal colour by its hue, saturation and brightness. */
export function toColour(hex: string): Colour {
  const [red = 0, green = 0, blue = 0] = channels(hex)
  const [most, least] = [Math.max(red, green, blue), Math.min(red, green, blue)]
  const span = most - least
  const sixth =
    span === 0 ? 0 : most === red ? (green - blue) / span : most === green ? 2 + (blue - red) / span : 4 + (red - green) / span
  return { hue: (sixth * 60 + 360) % 360, saturation: most === 0 ? 0 : (span / most) * 100, brightness: most * 100 }
}

/** The same as six hexadecimal digits. */
export function toHex({ hue, saturation, brightness }: Colour): string {
  const [share, value] = [Math.min(100, Math.max(0, saturation)) / 100, Math.min(100, Math.max(0, brightness)) / 100]
  const channel = (shift: number) => {
    const at = (shift + hue / 60) % 6
    return value - value * share * Math.max(0, Math.min(at, 4 - at, 1))
  }
  return `#${[5, 3, 1]
    .map((shift) =>
      Math.round(channel(shift) * 255)
        .toString(16)
        .padStart(2, '0'),
    )
    .join('')}`
}
