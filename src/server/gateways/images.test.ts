import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { crc32, deflateSync } from 'node:zlib'
import sharp, { type Sharp } from 'sharp'
import { beforeAll, describe, expect, test } from 'vitest'
import { mostImageBytes, openImages, type PreparedImage } from './images.ts'

const images = openImages()
const photos = join(process.env.FILO_FIXTURES ?? '../shared/data', 'photos')
const withPhotos = existsSync(photos)

const red = '#b04040'
const blue = '#406090'

/** Left half red, right half blue, so that one sees which side is up. */
function flag(width = 1000, height = 500): Sharp {
  const half = { create: { width: width / 2, height, channels: 3, background: blue } } as const
  return sharp({ create: { width, height, channels: 3, background: red } }).composite([{ input: half, left: width / 2, top: 0 }])
}

async function prepared(bytes: Uint8Array): Promise<PreparedImage> {
  const result = await images.prepare(bytes)
  if (!result.ok) throw new Error(result.refusal)
  return result.value
}

async function colourAt(bytes: Uint8Array, left: number, top: number): Promise<number[]> {
  return [...(await sharp(bytes).extract({ left, top, width: 1, height: 1 }).raw().toBuffer())]
}

function isNear(colour: readonly number[], other: readonly number[]): boolean {
  return colour.length === other.length && colour.every((value, index) => Math.abs(value - (other[index] ?? 0)) < 24)
}

const isRed = (colour: readonly number[]) => isNear(colour, [0xb0, 0x40, 0x40])
const isBlue = (colour: readonly number[]) => isNear(colour, [0x40, 0x60, 0x90])

describe('a picture', () => {
  const frames = async () => {
    const [first, second] = await Promise.all([
      flag().png().toBuffer(),
      sharp({ create: { width: 1000, height: 500, channels: 3, background: '#fff' } })
        .png()
        .toBuffer(),
    ])
    return sharp([first, second], { join: { animated: true } })
  }
  test.each<readonly [string, () => Promise<Buffer>]>([
    ['JPEG', () => flag().jpeg().toBuffer()],
    ['progressive JPEG', () => flag().jpeg({ progressive: true }).toBuffer()],
    ['CMYK JPEG', () => flag().toColourspace('cmyk').jpeg().toBuffer()],
    ['PNG', () => flag().png().toBuffer()],
    ['PNG of 16 bits', () => flag().toColourspace('rgb16').png().toBuffer()],
    ['PNG with a palette', () => flag().png({ palette: true }).toBuffer()],
    ['WebP', () => flag().webp().toBuffer()],
    ['animated WebP', async () => (await frames()).webp().toBuffer()],
    ['AVIF', () => flag().avif({ effort: 0 }).toBuffer()],
    ['GIF', () => flag().gif().toBuffer()],
    ['animated GIF', async () => (await frames()).gif().toBuffer()],
    ['picture with a profile of its own', () => flag().withIccProfile('p3').jpeg().toBuffer()],
  ])('that is a %s becomes three JPEGs with the same look', async (_, make) => {
    const { sizes, mediaType } = await prepared(await make())
    expect(mediaType).toBe('image/jpeg')
    expect([sizes.small, sizes.medium, sizes.large].map(({ width, height }) => [width, height])).toEqual([
      [320, 160],
      [800, 400],
      [1000, 500],
    ])
    for (const { bytes, width, height } of Object.values(sizes)) {
      expect(await sharp(bytes).metadata()).toMatchObject({ format: 'jpeg', width, height, channels: 3, space: 'srgb' })
      expect(await colourAt(bytes, 20, 20)).toSatisfy(isRed)
      expect(await colourAt(bytes, width - 20, 20)).toSatisfy(isBlue)
    }
  })

  test('that is grey stays grey', async () => {
    const { large } = (
      await prepared(
        await sharp({ create: { width: 40, height: 30, channels: 3, background: '#777' } })
          .toColourspace('b-w')
          .png()
          .toBuffer(),
      )
    ).sizes
    expect(await colourAt(large.bytes, 5, 5)).toSatisfy((colour: number[]) => isNear(colour, [0x77, 0x77, 0x77]))
  })

  test('that is transparent lies on white', async () => {
    const glass = sharp({ create: { width: 40, height: 30, channels: 4, background: { r: 0, g: 0, b: 0, alpha: 0 } } })
    for (const bytes of [await glass.png().toBuffer(), await glass.webp().toBuffer(), await glass.gif().toBuffer()]) {
      expect(await colourAt((await prepared(bytes)).sizes.large.bytes, 5, 5)).toEqual([255, 255, 255])
    }
  })

  test('is at most 1600, 800 and 320 pixels long, and never made larger', async () => {
    const big = (await prepared(await flag(2400, 3200).jpeg().toBuffer())).sizes
    expect([big.large, big.medium, big.small].map(({ width, height }) => [width, height])).toEqual([
      [1200, 1600],
      [600, 800],
      [240, 320],
    ])
    const small = (await prepared(await flag(100, 60).png().toBuffer())).sizes
    expect([small.large, small.medium, small.small].map(({ width, height }) => [width, height])).toEqual([
      [100, 60],
      [100, 60],
      [100, 60],
    ])
  })

  test('is turned upright and keeps nothing of what it said about itself, but for the place that is handed over', async () => {
    const gps = { GPSLatitudeRef: 'N', GPSLatitude: '44/1 24/1 0/1', GPSLongitudeRef: 'E', GPSLongitude: '8/1 55/1 0/1' }
    const bytes = await flag()
      .withExif({ IFD0: { Artist: 'Someone', Copyright: 'Someone' }, IFD3: gps })
      .withXmp('<x:xmpmeta xmlns:x="adobe:ns:meta/">Someone</x:xmpmeta>')
      .withMetadata({ orientation: 6 })
      .jpeg()
      .toBuffer()
    expect(bytes.includes('Someone')).toBe(true)
    const { sizes, place } = await prepared(bytes)
    expect(place).toEqual({ latitude: 44.4, longitude: 8 + 55 / 60 })
    for (const { bytes: kept, width, height } of Object.values(sizes)) {
      expect(height).toBe(width * 2)
      expect(await colourAt(kept, 10, 10)).toSatisfy(isRed)
      expect(await colourAt(kept, 10, height - 10)).toSatisfy(isBlue)
      const { exif, xmp, icc, iptc, orientation, comments } = await sharp(kept).metadata()
      expect([exif, xmp, icc, iptc, orientation, comments]).toEqual(Array(6).fill(undefined))
      expect(Buffer.from(kept).includes('Someone')).toBe(false)
    }
  })
})

describe('what is no picture', () => {
  let jpeg: Buffer
  beforeAll(async () => {
    const noise = Buffer.from(Array.from({ length: 300 * 200 * 3 }, (_, index) => (index * 7919) % 251))
    jpeg = await sharp(noise, { raw: { width: 300, height: 200, channels: 3 } })
      .jpeg()
      .toBuffer()
  })
  const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><script>alert(1)</script></svg>'

  test.each<readonly [string, () => Uint8Array]>([
    ['an SVG with a script', () => Buffer.from(svg)],
    ['an SVG behind an XML declaration', () => Buffer.from(`<?xml version="1.0"?>${svg}`)],
    ['a PDF called .jpg', () => Buffer.from('%PDF-1.7\n1 0 obj\n<<>>\nendobj\n%%EOF\n')],
    ['a program', () => Buffer.from(`MZ${'\0'.repeat(200)}`, 'latin1')],
    ['a page', () => Buffer.from('<!doctype html><img src=x onerror=alert(1)>')],
    ['nothing', () => new Uint8Array()],
    ['one byte', () => new Uint8Array([0xff])],
    ['a TIFF', () => Buffer.from('49492a0008000000', 'hex')],
  ])('is refused: %s', async (_, bytes) => expect(await images.prepare(bytes())).toEqual({ ok: false, refusal: 'image-type' }))

  test('is refused when it is larger than 15 MB', async () => {
    const bytes = Buffer.concat([jpeg, Buffer.alloc(mostImageBytes + 1 - jpeg.length)])
    expect(await images.prepare(bytes)).toEqual({ ok: false, refusal: 'image-too-large' })
    expect((await images.prepare(bytes.subarray(0, mostImageBytes))).ok).toBe(true)
  })

  test.each(['jpeg', 'png', 'webp', 'avif', 'gif'] as const)('is refused when a %s is cut off anywhere', async (format) => {
    const whole = await sharp(jpeg)[format]().toBuffer()
    for (const part of [0.2, 0.5, 0.9, 0.98]) {
      const cut = whole.subarray(0, Math.floor(whole.length * part))
      expect(await images.prepare(cut)).toEqual({ ok: false, refusal: 'image-damaged' })
    }
  })

  test('is refused when the pixels are garbage behind a good beginning', async () => {
    const bytes = Buffer.concat([jpeg.subarray(0, 24), Buffer.alloc(5000, 0xa5)])
    expect(await images.prepare(bytes)).toEqual({ ok: false, refusal: 'image-damaged' })
  })

  test('is refused at once when it would unpack to 20,000 × 20,000 pixels', async () => {
    const bomb = pngOf(20_000, 20_000)
    expect(bomb.length).toBeLessThan(500_000)
    const started = process.cpuUsage()
    expect(await images.prepare(bomb)).toEqual({ ok: false, refusal: 'image-too-many-pixels' })
    expect(process.cpuUsage(started).user / 1000).toBeLessThan(500)
  })

  test('that calls itself HEIC and cannot be read is refused by that name', async () => {
    const box = Buffer.from(`\0\0\0\x18ftypheic\0\0\0\0mif1heic\0\0\x01\0mdat${'x'.repeat(248)}`, 'latin1')
    expect(await images.prepare(box)).toEqual({ ok: false, refusal: 'heic-unreadable' })
  })
})

/** One bit a pixel, all zero: 50 MB of rows that pack to next to nothing. */
function pngOf(width: number, height: number): Buffer {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header[8] = 1
  const rows = deflateSync(Buffer.alloc((Math.ceil(width / 8) + 1) * height), { level: 9 })
  return Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    chunk('IHDR', header),
    chunk('IDAT', rows),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

function chunk(name: string, data: Buffer): Buffer {
  const bytes = Buffer.alloc(data.length + 12)
  bytes.writeUInt32BE(data.length, 0)
  bytes.write(name, 4, 'latin1')
  data.copy(bytes, 8)
  bytes.writeUInt32BE(crc32(bytes.subarray(4, -4)), data.length + 8)
  return bytes
}

describe.skipIf(!withPhotos)('photos that people took (fixtures are read when they are there)', () => {
  const photo = (name: string) => readFileSync(join(photos, name))

  test.each([
    ['gps-DSCN0010.jpg', 43.467448, 11.885127],
    ['gps-DSCN0021.jpg', 43.467082, 11.884538],
    ['IMG_5195.HEIC', 39.051344, -94.288772],
  ])('%s says where it was taken', async (name, latitude, longitude) => {
    const { place } = await prepared(photo(name))
    expect(place?.latitude).toBeCloseTo(latitude, 5)
    expect(place?.longitude).toBeCloseTo(longitude, 5)
  })

  test.each([
    ['orientation-landscape_1.jpg', 600, 450],
    ['orientation-landscape_3.jpg', 600, 450],
    ['orientation-landscape_6.jpg', 600, 450],
    ['orientation-landscape_8.jpg', 600, 450],
    ['orientation-portrait_5.jpg', 450, 600],
    ['IMG_5195.HEIC', 1239, 1600],
    ['samplefilehub.heif', 640, 426],
    ['invalid-image01551.jpg', 61, 58],
    ['invalid-image01713.jpg', 49, 500],
  ])('%s is taken and stands upright', async (name, width, height) => {
    expect((await prepared(photo(name))).sizes.large).toMatchObject({ width, height })
  })

  test('one whose pixels are damaged is refused', async () => {
    expect(await images.prepare(photo('corrupted.jpg'))).toEqual({ ok: false, refusal: 'image-damaged' })
  })

  test('a HEIC that is cut off, or takes longer than it may, is refused, and the next one is read', async () => {
    const whole = photo('IMG_5195.HEIC')
    expect(await images.prepare(whole.subarray(0, 400_000))).toEqual({ ok: false, refusal: 'image-damaged' })
    expect(await openImages(1).prepare(whole)).toEqual({ ok: false, refusal: 'heic-unreadable' })
    expect((await images.prepare(photo('samplefilehub.heif'))).ok).toBe(true)
  })
})
