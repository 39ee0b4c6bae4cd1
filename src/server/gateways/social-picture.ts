import { createRequire } from 'node:module'
import sharp, { type OverlayOptions } from 'sharp'
import { takeTurns } from './turns.ts'

/** What a picture for social networks says; all its words are the caller's. */
export type SocialPicture = { readonly body: string; readonly title: string; readonly kicker: string; readonly stage: string }

const size = { width: 1200, height: 630 } as const
const edge = 72
const { resolve } = createRequire(import.meta.url)
const letters = (weight: string) =>
  resolve(`bootstrap-italia/dist/fonts/Titillium_Web/titillium-web-v10-latin-ext_latin-${weight}.ttf`)
const inTurn = takeTurns(1)

/** Draws the picture that stands for a page without a photo: 1200 × 630, as the networks ask. */
export function drawSocialPicture({ body, title, kicker, stage }: SocialPicture): Promise<Uint8Array> {
  return inTurn(async () => {
    const long = title.length > 70
    const lines: readonly Line[] = [
      { words: kicker, weight: '600', points: 26, colour: '#c7f0f5', top: edge, height: 48 },
      { words: title, weight: '700', points: long ? 36 : 46, colour: '#ffffff', top: 144, height: 296 },
      { words: stage, weight: '600', points: 28, colour: '#ffffff', top: 462, height: 48 },
      { words: body, weight: '600', points: 26, colour: '#c7f0f5', top: 532, height: 48 },
    ]
    const text: OverlayOptions[] = []
    // One after the other: letters that are loaded twice at once are not found.
    for (const line of lines) if (line.words.trim() !== '') text.push(await write(line))
    const ground = { ...size, channels: 3, background: '#004752' } as const
    return sharp({ create: ground }).composite(text).png({ compressionLevel: 9, palette: true }).toBuffer()
  })
}

type Line = { words: string; weight: string; points: number; colour: string; top: number; height: number }

async function write({ words, weight, points, colour, top, height }: Line): Promise<OverlayOptions> {
  const marked = `<span foreground="${colour}">${escaped(words)}</span>`
  const { data, info } = await sharp({
    text: {
      text: marked,
      font: `Titillium Web ${weight === '700' ? 'Bold' : 'Semi-Bold'} ${points}`,
      fontfile: letters(weight),
      width: size.width - 2 * edge,
      rgba: true,
      dpi: 96,
      wrap: 'word-char',
    },
  })
    .png()
    .toBuffer({ resolveWithObject: true })
  if (info.height <= height) return { input: data, left: edge, top }
  const cut = await sharp(data).extract({ left: 0, top: 0, width: info.width, height }).toBuffer()
  return { input: cut, left: edge, top }
}

function escaped(words: string): string {
  return words.replace(/[&<>]/g, (character) => `&#${character.charCodeAt(0)};`)
}
