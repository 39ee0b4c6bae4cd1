import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { exifPlace } from './exif-place.ts'

type Rational = readonly [number, number]
type Gps = {
  readonly north?: string
  readonly latitude?: readonly Rational[]
  readonly east?: string
  readonly longitude?: readonly Rational[]
}

/** Exif as a camera writes it: one directory that points at the GPS directory, in either byte order. */
function exif({ north, latitude, east, longitude }: Gps, little = true): Buffer {
  const bytes = Buffer.alloc(160)
  const u16 = (value: number, at: number) => (little ? bytes.writeUInt16LE(value, at) : bytes.writeUInt16BE(value, at))
  const u32 = (value: number, at: number) => (little ? bytes.writeUInt32LE(value, at) : bytes.writeUInt32BE(value, at))
  const entry = (at: number, tag: number, type: number, count: number) => {
    u16(tag, at)
    u16(type, at + 2)
    u32(count, at + 4)
    return at + 8
  }
  bytes.write(little ? 'II' : 'MM', 0, 'latin1')
  u16(42, 2)
  u32(8, 4)
  u16(1, 8)
  u32(26, entry(10, 0x8825, 4, 1))
  u16(4, 26)
  bytes.write(north ?? '', entry(28, 1, 2, 2), 'latin1')
  u32(80, entry(40, 2, 5, latitude?.length ?? 0))
  bytes.write(east ?? '', entry(52, 3, 2, 2), 'latin1')
  u32(104, entry(64, 4, 5, longitude?.length ?? 0))
  for (const [index, [over, under]] of [...(latitude ?? []), ...(longitude ?? [])].entries()) {
    u32(over, 80 + index * 8)
    u32(under, 84 + index * 8)
  }
  return bytes
}

const harbour: Gps = {
  north: 'N',
  latitude: [
    [44, 1],
    [24, 1],
    [3060, 100],
  ],
  east: 'E',
  longitude: [
    [8, 1],
    [55, 1],
    [1200, 100],
  ],
}
const place = { latitude: 44 + 24 / 60 + 30.6 / 3600, longitude: 8 + 55 / 60 + 12 / 3600 }

describe('the place of a photo', () => {
  test.each([
    ['little endian', exif(harbour)],
    ['big endian', exif(harbour, false)],
    ['behind the mark that JPEG puts before', Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), exif(harbour)])],
  ])('is read: %s', (_, bytes) => {
    expect(exifPlace(bytes)?.latitude).toBeCloseTo(place.latitude, 9)
    expect(exifPlace(bytes)?.longitude).toBeCloseTo(place.longitude, 9)
  })
  test('is south and west where the letters say so', () => {
    const found = exifPlace(exif({ ...harbour, north: 'S', east: 'W' }))
    expect(found?.latitude).toBeCloseTo(-place.latitude, 9)
    expect(found?.longitude).toBeCloseTo(-place.longitude, 9)
  })
  test('may come with decimal minutes and no seconds', () => {
    const found = exifPlace(
      exif({
        ...harbour,
        latitude: [
          [44, 1],
          [24_51, 100],
          [0, 0],
        ],
      }),
    )
    expect(found?.latitude).toBeCloseTo(44 + 24.51 / 60, 9)
  })
  const zero: readonly Rational[] = [
    [0, 1],
    [0, 1],
    [0, 1],
  ]
  test.each([
    ['is not said', Buffer.alloc(0)],
    ['is zeros, for want of a fix', exif({ ...harbour, latitude: zero, longitude: zero })],
    ['has no side', exif({ latitude: harbour.latitude ?? [], longitude: harbour.longitude ?? [] })],
    [
      'lies beyond the pole',
      exif({
        ...harbour,
        latitude: [
          [91, 1],
          [0, 1],
          [0, 1],
        ],
      }),
    ],
    [
      'lies beyond the date line',
      exif({
        ...harbour,
        longitude: [
          [180, 1],
          [0, 1],
          [1, 1],
        ],
      }),
    ],
    [
      'is divided by nothing',
      exif({
        ...harbour,
        latitude: [
          [44, 0],
          [0, 1],
          [0, 1],
        ],
      }),
    ],
    ['has one number for three', exif({ ...harbour, latitude: [[44, 1]] })],
    ['is cut off', exif(harbour).subarray(0, 120)],
    ['is in no TIFF', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>')],
  ])('is none when it %s', (_, bytes) => expect(exifPlace(bytes)).toBeNull())
})

describe('whatever the bytes', () => {
  const isPlaceOrNull = (bytes: Uint8Array) => {
    const found = exifPlace(bytes)
    return found === null || (Math.abs(found.latitude) <= 90 && Math.abs(found.longitude) <= 180)
  }
  test('nothing is thrown for random ones', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 400 }), isPlaceOrNull))
  })
  test('nothing is thrown for a real one with some of them changed and the end cut off', () => {
    const change = fc.record({ at: fc.nat(159), to: fc.nat(255) })
    fc.assert(
      fc.property(fc.array(change, { maxLength: 12 }), fc.nat(160), fc.boolean(), (changes, length, little) => {
        const bytes = exif(harbour, little)
        for (const { at, to } of changes) bytes[at] = to
        return isPlaceOrNull(bytes.subarray(0, length))
      }),
      { numRuns: 2000 },
    )
  })
})
