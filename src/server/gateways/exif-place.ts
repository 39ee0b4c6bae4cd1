import type { Place } from '#domain/shared/place.ts'

/*
 * Exif is a TIFF: a byte order, the offset of a first directory, and in it (tag 0x8825) the offset of the GPS directory.
 * Each entry has 12 bytes: tag (2), type (2), count (4), and the value or the offset where it lies (4).
 * Cameras, phones and ill-meaning people write nonsense into it: every offset is checked, and whatever does not fit is no place.
 */
const gpsDirectory = 0x8825
const latitudeSide = 1
const latitudeTag = 2
const longitudeSide = 3
const longitudeTag = 4

const long = 4
const rational = 5

type Tiff = { readonly view: DataView; readonly little: boolean }
type Entry = { readonly type: number; readonly count: number; readonly valueAt: number }

/** Where the photo says it was taken (WGS 84), or null if it does not say so or says it wrongly. */
export function exifPlace(exif: Uint8Array): Place | null {
  const tiff = openTiff(exif)
  if (!tiff) return null
  const gps = readEntry(tiff, tiff.view.getUint32(4, tiff.little), gpsDirectory)
  if (gps?.type !== long || gps.count !== 1) return null
  const directory = tiff.view.getUint32(gps.valueAt, tiff.little)
  const latitude = readAngle(tiff, directory, { value: latitudeTag, side: latitudeSide, positive: 'N', negative: 'S', limit: 90 })
  const longitude = readAngle(tiff, directory, {
    value: longitudeTag,
    side: longitudeSide,
    positive: 'E',
    negative: 'W',
    limit: 180,
  })
  if (latitude === null || longitude === null) return null
  // A receiver without a fix writes zeros, and nobody photographs a street in the Gulf of Guinea.
  return latitude === 0 && longitude === 0 ? null : { longitude, latitude }
}

function openTiff(exif: Uint8Array): Tiff | null {
  const prefixed = exif.length >= 6 && String.fromCharCode(...exif.subarray(0, 6)) === 'Exif\0\0'
  const bytes = prefixed ? exif.subarray(6) : exif
  if (bytes.length < 8) return null
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length)
  const order = view.getUint16(0)
  if (order !== 0x4949 && order !== 0x4d4d) return null
  const little = order === 0x4949
  return view.getUint16(2, little) === 42 ? { view, little } : null
}

function readEntry({ view, little }: Tiff, directory: number, tag: number): Entry | null {
  if (directory + 2 > view.byteLength) return null
  const entries = view.getUint16(directory, little)
  for (let index = 0; index < entries; index++) {
    const at = directory + 2 + index * 12
    if (at + 12 > view.byteLength) return null
    if (view.getUint16(at, little) !== tag) continue
    return { type: view.getUint16(at + 2, little), count: view.getUint32(at + 4, little), valueAt: at + 8 }
  }
  return null
}

type Angle = {
  readonly value: number
  readonly side: number
  readonly positive: string
  readonly negative: string
  readonly limit: number
}

function readAngle(tiff: Tiff, directory: number, angle: Angle): number | null {
  const side = readEntry(tiff, directory, angle.side)
  const parts = readEntry(tiff, directory, angle.value)
  if (!side || parts?.type !== rational || parts.count !== 3) return null
  const letter = String.fromCharCode(tiff.view.getUint8(side.valueAt))
  if (letter !== angle.positive && letter !== angle.negative) return null
  const at = tiff.view.getUint32(parts.valueAt, tiff.little)
  if (at + 24 > tiff.view.byteLength) return null
  const [degrees, minutes, seconds] = [readRational(tiff, at), readRational(tiff, at + 8), readRational(tiff, at + 16)]
  if (degrees === null) return null
  // Some write minutes with decimals and 0/0 seconds.
  const value = degrees + (minutes ?? 0) / 60 + (seconds ?? 0) / 3600
  if (value > angle.limit) return null
  return letter === angle.negative && value > 0 ? -value : value
}

function readRational({ view, little }: Tiff, at: number): number | null {
  const divisor = view.getUint32(at + 4, little)
  return divisor === 0 ? null : view.getUint32(at, little) / divisor
}
