import { deflateRawSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { areasFileLimits, readAreasFile } from './read-areas-file.ts'

const text = (value: unknown) => new TextEncoder().encode(typeof value === 'string' ? value : JSON.stringify(value))
const ring = [
  [9, 44],
  [9, 45],
  [10, 45],
  [10, 44],
  [9, 44],
] as const
const hole = [
  [9.4, 44.4],
  [9.6, 44.4],
  [9.6, 44.6],
  [9.4, 44.6],
  [9.4, 44.4],
] as const

/** One polygon with a hole, as the shapefile's paper of 1998 lays it out. */
function shp(): Buffer {
  const points = [...ring, ...hole]
  const content = Buffer.alloc(44 + 8 + points.length * 16)
  content.writeInt32LE(5, 0)
  for (const [at, value] of [9, 44, 10, 45].entries()) content.writeDoubleLE(value, 4 + at * 8)
  content.writeInt32LE(2, 36)
  content.writeInt32LE(points.length, 40)
  content.writeInt32LE(0, 44)
  content.writeInt32LE(ring.length, 48)
  for (const [at, [x, y]] of points.entries()) {
    content.writeDoubleLE(x, 52 + at * 16)
    content.writeDoubleLE(y, 60 + at * 16)
  }
  const header = Buffer.alloc(100)
  header.writeInt32BE(9994, 0)
  header.writeInt32BE((100 + 8 + content.length) / 2, 24)
  header.writeInt32LE(1000, 28)
  header.writeInt32LE(5, 32)
  for (const [at, value] of [9, 44, 10, 45].entries()) header.writeDoubleLE(value, 36 + at * 8)
  const record = Buffer.alloc(8)
  record.writeInt32BE(1, 0)
  record.writeInt32BE(content.length / 2, 4)
  return Buffer.concat([header, record, content])
}

/** A table of one row with NOME and COD, in dBASE III. */
function dbf(): Buffer {
  const fields = [
    { name: 'NOME', length: 20 },
    { name: 'COD', length: 5 },
  ]
  const header = Buffer.alloc(32 + fields.length * 32 + 1)
  header[0] = 3
  header.writeUInt32LE(1, 4)
  header.writeUInt16LE(header.length, 8)
  header.writeUInt16LE(26, 10)
  for (const [at, { name, length }] of fields.entries()) {
    header.write(name, 32 + at * 32, 'ascii')
    header.write('C', 32 + at * 32 + 11, 'ascii')
    header[32 + at * 32 + 16] = length
  }
  header[header.length - 1] = 0x0d
  return Buffer.concat([header, Buffer.from(` ${'Zona nord'.padEnd(20)}${'N1'.padEnd(5)}\x1a`, 'latin1')])
}

function zip(files: Readonly<Record<string, Buffer>>, unpacked?: number): Buffer {
  const parts: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const [name, bytes] of Object.entries(files)) {
    const packed = deflateRawSync(bytes)
    const local = Buffer.alloc(30)
    local.writeUInt32LE(0x04034b50, 0)
    local.writeUInt16LE(8, 8)
    local.writeUInt32LE(packed.length, 18)
    local.writeUInt32LE(bytes.length, 22)
    local.writeUInt16LE(name.length, 26)
    const central = Buffer.alloc(46)
    central.writeUInt32LE(0x02014b50, 0)
    central.writeUInt16LE(8, 10)
    central.writeUInt32LE(packed.length, 20)
    central.writeUInt32LE(unpacked ?? bytes.length, 24)
    central.writeUInt16LE(name.length, 28)
    central.writeUInt32LE(offset, 42)
    const named = Buffer.from(name)
    parts.push(local, named, packed)
    directory.push(central, named)
    offset += local.length + named.length + packed.length
  }
  const end = Buffer.alloc(22)
  const size = directory.reduce((sum, { length }) => sum + length, 0)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(Object.keys(files).length, 8)
  end.writeUInt16LE(Object.keys(files).length, 10)
  end.writeUInt32LE(size, 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...parts, ...directory, end])
}

describe('a file of areas', () => {
  test('may be GeoJSON, whose names are found', async () => {
    const feature = { type: 'Feature', properties: { id: 7, Nome: 'Nord' }, geometry: { type: 'Polygon', coordinates: [ring] } }
    expect(await readAreasFile('zone.geojson', text({ type: 'FeatureCollection', features: [feature] }))).toMatchObject({
      ok: true,
      value: { geojson: { features: [feature] }, properties: ['id', 'Nome'], likely: { name: 'Nome', code: 'id' } },
    })
  })

  test('may be a zipped shapefile, holes and all', async () => {
    const read = await readAreasFile('zone.zip', zip({ 'zone.shp': shp(), 'zone.dbf': dbf() }))
    if (!read.ok) throw new Error(read.refusal)
    expect(read.value.likely).toEqual({ name: 'NOME', code: 'COD' })
    const [feature] = read.value.geojson.features
    expect(feature?.properties).toMatchObject({ NOME: 'Zona nord', COD: 'N1' })
    expect(feature?.geometry).toMatchObject({ type: 'Polygon', coordinates: [{ length: 5 }, { length: 5 }] })
  })

  test.each([
    ['file_missing', 'zone.geojson', new Uint8Array()],
    ['not_geojson', 'zone.geojson', text('nome;confini')],
    ['not_geojson', 'zone.geojson', text({ type: 'Point' })],
    ['no_areas', 'zone.geojson', text({ type: 'FeatureCollection', features: [] })],
    ['not_shapefile', 'zone.zip', text('nothing of the kind')],
    ['not_shapefile', 'zone.zip', zip({ 'readme.txt': Buffer.from('ciao') })],
    ['file_too_large', 'zone.zip', zip({ 'zone.shp': shp() }, areasFileLimits.unpacked + 1)],
    ['file_too_large', 'zone.geojson', new Uint8Array(areasFileLimits.sent + 1)],
  ] as const)('is refused: %s', async (refusal, name, bytes) => {
    expect(await readAreasFile(name, bytes)).toEqual({ ok: false, refusal })
  })
})
