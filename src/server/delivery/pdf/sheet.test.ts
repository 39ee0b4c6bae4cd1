import { inflateSync } from 'node:zlib'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import type { BaseMap } from '../map/base-map.ts'
import { renderSheet, type Sheet, type SheetPart } from './sheet.ts'

const part = (n: number): SheetPart => ({
  heading: `${n}. Buca`,
  level: 3,
  rows: [{ label: 'Luogo', value: `Via Roma ${n}` }],
  paragraphs: ['Una buca profonda.'],
  link: { address: `https://filo.example/operatori/segnalazioni/${n}`, words: `Codice ${n}` },
  lines: 2,
})
const base: BaseMap = {
  json: '',
  etag: '',
  box: [9, 44, 9.1, 44.1],
  areas: [
    {
      name: 'Centro',
      lines: [
        [
          { x: 1_001_000, y: 5_465_000 },
          { x: 1_013_000, y: 5_465_000 },
          { x: 1_013_000, y: 5_480_000 },
        ],
      ],
    },
  ],
  streetsWithin: () => [
    {
      name: 'Via Roma',
      lines: [
        [
          { x: 1_002_000, y: 5_466_000 },
          { x: 1_004_000, y: 5_467_000 },
        ],
      ],
    },
  ],
}
const sheet: Sheet = {
  lang: 'it',
  title: 'Percorso',
  body: 'Comune di Prova',
  intro: ['Due tappe.'],
  map: {
    base,
    marks: [
      { sign: '1', place: { longitude: 9.01, latitude: 44.01 } },
      { sign: '2', place: { longitude: 9.02, latitude: 44.02 } },
    ],
    words: 'Mappa con 2 tappe',
  },
  parts: [{ heading: 'Centro', level: 2, rows: [], paragraphs: [] }, part(1), part(2)],
  footer: 'Comune di Prova',
}

async function opened(change: Partial<Sheet> = {}): Promise<string> {
  const bytes = Buffer.from(await renderSheet({ ...sheet, ...change }))
  return bytes.toString('latin1').replace(/stream\n(.*?)\nendstream/gs, (whole, packed) => {
    try {
      return inflateSync(Buffer.from(packed, 'latin1')).toString('latin1')
    } catch {
      return whole
    }
  })
}
const elements = (pdf: string, type: string) => pdf.match(new RegExp(`/S /${type}\\b`, 'g'))?.length ?? 0

test('a sheet can be read aloud: headings in their order, and words for the map and each code', async () => {
  const pdf = await opened()
  expect(pdf).toContain('/Lang (it)')
  expect(['H1', 'H2', 'H3', 'Figure'].map((type) => elements(pdf, type))).toEqual([1, 1, 2, 3])
  for (const words of ['Mappa con 2 tappe', 'Codice 1', 'Codice 2']) expect(pdf).toContain(`/Alt (${words})`)
})

test('sixty stops go on as many pages as they need', async () => {
  const pdf = await opened({ parts: Array.from({ length: 60 }, (_, n) => part(n + 1)) })
  expect(elements(pdf, 'H3')).toBe(60)
  expect(pdf.match(/\/Type \/Page\n/g)?.length).toBeGreaterThan(10)
})

test('photos stand two to a row, each with words for whoever does not see it', async () => {
  const bytes = await sharp({ create: { width: 320, height: 240, channels: 3, background: '#556677' } })
    .jpeg()
    .toBuffer()
  const photos = Array.from({ length: 8 }, (_, n) => ({ bytes, alt: `Buca vista ${n + 1}`, caption: `Foto ${n + 1}` }))
  const pdf = await opened({ map: null, parts: [{ heading: 'Foto', level: 2, rows: [], paragraphs: [], photos }] })
  expect(elements(pdf, 'Figure')).toBe(8)
  for (const { alt } of photos) expect(pdf).toContain(`/Alt (${alt})`)
  expect(pdf.match(/\/Type \/Page\n/g)?.length).toBe(2)
})

test('without a place there is no map', async () => {
  expect(elements(await opened({ map: null, parts: [] }), 'Figure')).toBe(0)
})
