import { availableParallelism } from 'node:os'
import { fileTypeFromBuffer } from 'file-type'
import sharp, { type OutputInfo, type Sharp } from 'sharp'
import { pictureSides as longestSide } from '#domain/files/body-file.ts'
import type { Place } from '#domain/shared/place.ts'
import { done, type Result, refuse } from '#domain/shared/result.ts'
import { exifPlace } from './exif-place.ts'
import { decodeHeic, isWholeHeic } from './heic.ts'
import { takeTurns } from './turns.ts'

export type ImageRefusal = 'image-too-large' | 'image-type' | 'image-damaged' | 'image-too-many-pixels' | 'heic-unreadable'

type ImageSize = { readonly bytes: Uint8Array; readonly width: number; readonly height: number }

export type PreparedImage = {
  readonly sizes: { readonly small: ImageSize; readonly medium: ImageSize; readonly large: ImageSize }
  readonly mediaType: 'image/jpeg'
  /** Where the photo said that it was taken; of all that it said, this alone is left, and only here. */
  readonly place: Place | null
}

/** Turns what a person sends into pictures of our own making: upright, in three sizes, with pixels and nothing else. */
export type Images = { prepare(bytes: Uint8Array): Promise<Result<PreparedImage, ImageRefusal>> }

export const mostImageBytes = 15 * 1024 * 1024
const mostPixels = 50_000_000

/** As JPEG, for its cost: docs/decisions/0003-files-and-images.md. */
const quality = 80
const seconds = 20

const accepted = ['image/jpeg', 'image/png', 'image/apng', 'image/webp', 'image/avif', 'image/gif', 'image/heic', 'image/heif']

type Pixels = { readonly data: Uint8Array; readonly info: OutputInfo }
type Header = { readonly hevc: boolean; readonly place: Place | null }

/** Opens the picture works: one thread a picture, and one processor left to those who wait for a page. */
export function openImages(heicMilliseconds = seconds * 1000): Images {
  sharp.concurrency(1)
  sharp.cache(false)
  const inTurn = takeTurns(Math.min(3, Math.max(1, availableParallelism() - 1)))
  const inHeicTurn = takeTurns(1)

  const readPixels = async (bytes: Uint8Array, { hevc }: Header): Promise<Result<Pixels, ImageRefusal>> => {
    if (!hevc) return inTurn(() => decode(sharp(bytes, { failOn: 'error', limitInputPixels: mostPixels }).autoOrient()))
    const picture = await inHeicTurn(() => decodeHeic({ bytes, mostPixels }, heicMilliseconds))
    if (picture === 'too-many-pixels') return refuse('image-too-many-pixels')
    if (picture === 'unreadable') return refuse('heic-unreadable')
    const { data, width, height } = picture
    return inTurn(() => decode(sharp(data, { raw: { width, height, channels: 4 } })))
  }

  return {
    prepare: async (bytes) => {
      const header = await readHeader(bytes)
      if (!header.ok) return header
      const pixels = await readPixels(bytes, header.value)
      if (!pixels.ok) return pixels
      const sizes = await inTurn(() => makeSizes(pixels.value))
      return done({ sizes, mediaType: 'image/jpeg', place: header.value.place })
    },
  }
}

/** Looks at the first bytes alone: what is wrong here is refused before a pixel is unpacked. */
async function readHeader(bytes: Uint8Array): Promise<Result<Header, ImageRefusal>> {
  if (bytes.length > mostImageBytes) return refuse('image-too-large')
  const type = await fileTypeFromBuffer(bytes).catch(() => undefined)
  if (!type || !accepted.includes(type.mime)) return refuse('image-type')
  const heic = type.mime === 'image/heic' || type.mime === 'image/heif'
  if (heic && !isWholeHeic(bytes)) return refuse('image-damaged')
  const header = await sharp(bytes, { limitInputPixels: false })
    .metadata()
    .catch(() => null)
  if (!header) return refuse(heic ? 'heic-unreadable' : 'image-damaged')
  if (header.width * header.height > mostPixels) return refuse('image-too-many-pixels')
  return done({ hevc: header.compression === 'hevc', place: header.exif ? exifPlace(header.exif) : null })
}

/** Unpacks once, and no more of it than the large size needs; profiles, CMYK, grey and 16 bits become plain sRGB on white. */
async function decode(image: Sharp): Promise<Result<Pixels, ImageRefusal>> {
  try {
    const plain = image.flatten({ background: '#fff' }).toColourspace('srgb').timeout({ seconds })
    return done(await shrink(plain, longestSide.large))
  } catch {
    return refuse('image-damaged')
  }
}

/** Each smaller size comes from the next larger one; a small picture is not made larger, nor twice. */
async function makeSizes(large: Pixels): Promise<PreparedImage['sizes']> {
  const largeSize = await encode(large)
  const medium = fits(large, longestSide.medium) ? large : await shrink(open(large), longestSide.medium)
  const mediumSize = medium === large ? largeSize : await encode(medium)
  const small = fits(medium, longestSide.small) ? medium : await shrink(open(medium), longestSide.small)
  const smallSize = small === medium ? mediumSize : await encode(small)
  return { large: largeSize, medium: mediumSize, small: smallSize }
}

function fits({ info }: Pixels, side: number): boolean {
  return Math.max(info.width, info.height) <= side
}

function open({ data, info: { width, height, channels } }: Pixels): Sharp {
  return sharp(data, { raw: { width, height, channels } })
}

function shrink(image: Sharp, side: number): Promise<Pixels> {
  return image
    .resize({ width: side, height: side, fit: 'inside', withoutEnlargement: true, kernel: 'cubic' })
    .raw()
    .toBuffer({ resolveWithObject: true })
}

async function encode(pixels: Pixels): Promise<ImageSize> {
  const bytes = await open(pixels).jpeg({ quality }).toBuffer()
  return { bytes, width: pixels.info.width, height: pixels.info.height }
}
