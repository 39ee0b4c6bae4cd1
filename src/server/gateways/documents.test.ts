import { crc32, deflateRawSync } from 'node:zlib'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { inspectDocument, mostDocumentBytes } from './documents.ts'

type Entry = { readonly name: string; readonly text: string; readonly stored?: boolean }

/** A ZIP archive with these files in this order. */
function zip(entries: readonly Entry[]): Buffer {
  const bodies: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const { name, text, stored } of entries) {
    const data = Buffer.from(text)
    const packed = stored ? data : deflateRawSync(data)
    const common = Buffer.alloc(26)
    common.writeUInt16LE(20, 0)
    common.writeUInt16LE(stored ? 0 : 8, 4)
    common.writeUInt32LE(crc32(data), 10)
    common.writeUInt32LE(packed.length, 14)
    common.writeUInt32LE(data.length, 18)
    common.writeUInt16LE(name.length, 22)
    const body = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), common, Buffer.from(name), packed])
    const rest = Buffer.alloc(14)
    rest.writeUInt32LE(offset, 10)
    directory.push(Buffer.from('PK\x01\x02\x14\0', 'latin1'), common, rest, Buffer.from(name))
    bodies.push(body)
    offset += body.length
  }
  const end = Buffer.alloc(22)
  end.write('PK\x05\x06', 0, 'latin1')
  end.writeUInt16LE(entries.length, 8)
  end.writeUInt16LE(entries.length, 10)
  end.writeUInt32LE(Buffer.concat(directory).length, 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...bodies, ...directory, end])
}

const odtType = 'application/vnd.oasis.opendocument.text'
const docxType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
const words = Array.from({ length: 400 }, (_, index) => `parola ${(index * 7919) % 997}`).join(' ')

const opendocument = (type: string) =>
  zip([
    { name: 'mimetype', text: type, stored: true },
    { name: 'content.xml', text: `<office:document-content>${words}</office:document-content>` },
    { name: 'META-INF/manifest.xml', text: '<manifest:manifest/>' },
  ])
const openxml = (type: string, part: string) =>
  zip([
    { name: '[Content_Types].xml', text: `<Types><Override PartName="/${part}" ContentType="${type}"/></Types>` },
    { name: '_rels/.rels', text: '<Relationships/>' },
    { name: part, text: `<document>${words}</document>` },
  ])

const odt = opendocument(odtType)
const docx = openxml(`${docxType}.main+xml`, 'word/document.xml')
const pdf = Buffer.from(
  `%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj\n${'% words\n'.repeat(400)}trailer\n<< /Root 1 0 R >>\nstartxref\n0\n%%EOF\n`,
)

describe('a document', () => {
  test.each([
    ['PDF', pdf, { mediaType: 'application/pdf', extension: 'pdf' }],
    [
      'PDF with a little behind its end',
      Buffer.concat([pdf, Buffer.alloc(500)]),
      { mediaType: 'application/pdf', extension: 'pdf' },
    ],
    ['ODT', odt, { mediaType: odtType, extension: 'odt' }],
    ['DOCX', docx, { mediaType: docxType, extension: 'docx' }],
  ])('is known by its content: %s', async (_, bytes, value) => expect(await inspectDocument(bytes)).toEqual({ ok: true, value }))

  test('is refused when it is larger than 10 MB', async () => {
    const bytes = Buffer.concat([Buffer.from('%PDF-1.7\n'), Buffer.alloc(mostDocumentBytes), Buffer.from('%%EOF')])
    expect(await inspectDocument(bytes)).toEqual({ ok: false, refusal: 'document-too-large' })
  })

  test.each<readonly [string, Buffer]>([
    ['nothing', Buffer.alloc(0)],
    ['a text', Buffer.from('A text that speaks of %PDF-1.7 and %%EOF')],
    ['a page', Buffer.from('<!doctype html><script>alert(1)</script>')],
    ['a program called .pdf', Buffer.from(`MZ${'\0'.repeat(300)}`, 'latin1')],
    ['any other archive', zip([{ name: 'word/readme.txt', text: words }])],
    [
      'a Java archive',
      zip([
        { name: 'META-INF/MANIFEST.MF', text: words },
        { name: 'A.class', text: words },
      ]),
    ],
    ['a spreadsheet', opendocument('application/vnd.oasis.opendocument.spreadsheet')],
    ['an Excel sheet', openxml('application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml', 'xl/workbook.xml')],
    ['a Word document with macros', openxml('application/vnd.ms-word.document.macroEnabled.main+xml', 'word/document.xml')],
    ['an old Word document', Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600)])],
    ['a picture', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex')],
  ])('is not %s', async (_, bytes) => expect(await inspectDocument(bytes)).toEqual({ ok: false, refusal: 'document-type' }))

  test.each([
    ['PDF', pdf],
    ['ODT', odt],
    ['DOCX', docx],
  ])('that is cut off is refused as damaged: %s', async (_, bytes) => {
    for (const missing of [10, 40, Math.floor(bytes.length / 3)]) {
      expect(await inspectDocument(bytes.subarray(0, -missing))).toEqual({ ok: false, refusal: 'document-damaged' })
    }
  })

  test('whose middle is missing is refused as damaged', async () => {
    const holed = Buffer.concat([odt.subarray(0, 300), odt.subarray(500)])
    expect(await inspectDocument(holed)).toEqual({ ok: false, refusal: 'document-damaged' })
  })
})

test('whatever the bytes, the answer is a kind or a refusal', async () => {
  const change = fc.record({ at: fc.nat(docx.length - 1), to: fc.nat(255) })
  const original = fc.constantFrom(pdf, odt, docx)
  await fc.assert(
    fc.asyncProperty(original, fc.array(change, { maxLength: 20 }), fc.nat(docx.length), async (whole, changes, length) => {
      const bytes = Buffer.from(whole)
      for (const { at, to } of changes) bytes[at % bytes.length] = to
      expect(await inspectDocument(bytes.subarray(0, length))).toHaveProperty('ok')
    }),
    { numRuns: 500 },
  )
})
