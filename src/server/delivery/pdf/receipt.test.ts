import { inflateSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { type Receipt, renderReceipt } from './receipt.ts'

const receipt: Receipt = {
  lang: 'it',
  title: 'Ricevuta della segnalazione n. 17',
  body: 'Comune di Prova',
  rows: [
    { label: 'Numero', value: '17' },
    { label: 'Luogo', value: 'Via Roma 1' },
  ],
  paragraphs: ['Ti scriveremo a ogni passo.'],
  footer: 'Comune di Prova – URP',
}

/** The file with its packed streams unpacked, one character a byte. */
async function opened(change: Partial<Receipt> = {}): Promise<string> {
  const bytes = Buffer.from(await renderReceipt({ ...receipt, ...change }))
  return bytes.toString('latin1').replace(/stream\n(.*?)\nendstream/gs, (whole, packed) => {
    try {
      return inflateSync(Buffer.from(packed, 'latin1')).toString('latin1')
    } catch {
      return whole
    }
  })
}

/** The signs that are drawn, as the file maps them back for copying and reading aloud. */
function signs(pdf: string): Set<string> {
  const maps = [...pdf.matchAll(/beginbfrange\n(.*?)\nendbfrange/gs)].map(([, map = '']) => map)
  const codes = maps.flatMap((map) =>
    [...map.matchAll(/\[([^\]]*)\]/g)].flatMap(([, list = '']) => list.match(/[0-9a-f]{4}/gi) ?? []),
  )
  return new Set(codes.map((code) => String.fromCharCode(Number.parseInt(code, 16))))
}

const pages = (pdf: string) => Number(/\/Type \/Pages\n\/Count (\d+)/.exec(pdf)?.[1] ?? /\/Count (\d+)/.exec(pdf)?.[1])
const elements = (pdf: string, type: string) => pdf.match(new RegExp(`/S /${type}\\b`, 'g'))?.length ?? 0

describe('a receipt', () => {
  test('is a PDF that a screen reader can follow: language, title, heading, list, paragraphs', async () => {
    const pdf = await opened()
    expect(pdf).toMatch(/^%PDF-1\.7/)
    expect(pdf).toContain('/Lang (it)')
    expect(pdf).toContain('/Marked true')
    expect(pdf).toContain('/DisplayDocTitle true')
    expect(pdf).toContain('<rdf:li xml:lang="x-default">Ricevuta della segnalazione n. 17</rdf:li>')
    expect(pdf).toContain('<pdfuaid:part>1</pdfuaid:part>')
    expect(['Document', 'H1', 'L', 'LI', 'Lbl', 'LBody', 'P'].map((type) => elements(pdf, type))).toEqual([1, 1, 1, 2, 2, 2, 2])
    expect(pdf).toContain('/Artifact <<\n/Type /Pagination\n>> BDC')
  })

  test('keeps its properties well-formed, whatever the body is called', async () => {
    const pdf = await opened({ title: 'Ricevuta <b>', body: 'Borghi & Valli' })
    expect(pdf).not.toContain('Borghi & Valli</rdf:li>')
    expect(pdf).not.toContain('<b>')
    expect(Buffer.from(pdf, 'latin1').toString()).toContain('<rdf:li>Borghi ＆ Valli</rdf:li>')
  })

  test('carries its own letters, those of neighbours and minorities included', async () => {
    const pdf = await opened({ rows: [{ label: 'Luogo', value: 'àèéìòù čšž ČŠŽ đćł ëçñ ßöäü ïâêîôû €«»’–' }] })
    const drawn = signs(pdf)
    for (const sign of 'àèéìòùčšžČŠŽđćłëçñßöäüïâêîôû€«»’–') expect(drawn, sign).toContain(sign)
    expect(pdf).toContain('/FontFile2')
    expect(pdf).not.toContain('Helvetica')
  })

  test('shows a question mark for what no letter of it can draw, and no trace of invisible signs', async () => {
    const drawn = signs(await opened({ rows: [{ label: 'Titolo', value: 'buca\u202e 🕳️ 漢字\0\tfine' }] }))
    expect(drawn).toContain('?')
    for (const sign of '\u202e\ufe0f漢字\t') expect(drawn).not.toContain(sign)
  })

  test('fits on one page, and a long text goes on over as many as it takes', async () => {
    expect(pages(await opened())).toBe(1)
    const long = { label: 'Descrizione', value: 'Una riga dopo l’altra.\n'.repeat(100) }
    const pdf = await opened({
      rows: [long, { label: 'Dopo', value: 'fine' }],
      paragraphs: Array(60).fill('Un capoverso. '.repeat(20)),
    })
    expect(pages(pdf)).toBeGreaterThan(4)
    expect(elements(pdf, 'P')).toBe(61)
  })

  test.each<readonly [string, Partial<Receipt>]>([
    ['no rows and no paragraphs', { rows: [], paragraphs: [] }],
    ['an empty value', { rows: [{ label: 'Titolo', value: '' }] }],
    ['a word without end', { rows: [{ label: 'x'.repeat(300), value: 'y'.repeat(5000) }] }],
    ['many rows', { rows: Array(120).fill({ label: 'Un’etichetta lunga che va a capo', value: 'valore' }) }],
    ['a title and a footer that are too long', { title: 'Titolo '.repeat(60), footer: 'Piede '.repeat(300) }],
    ['half a sign', { rows: [{ label: '\ud83d', value: '\udd73' }] }],
  ])('is made with %s', async (_, change) => {
    const pdf = await opened(change)
    expect(pdf.trimEnd()).toMatch(/%%EOF$/)
    expect(pages(pdf)).toBeGreaterThan(0)
  })
})
