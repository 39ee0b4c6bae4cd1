import { expect, test } from 'vitest'
import { type BodyFileId, fileAddress, fileAt, fileName, filesIn, widthOf } from './body-file.ts'

const id = '3f2a1b4c-9d8e-8f70-a1b2-c3d4e5f60718' as BodyFileId

test.each([
  ['Modulo di domanda.PDF', 'pdf', 'modulo-di-domanda.pdf'],
  ['Perché «così»?.docx', 'docx', 'perche-cosi.docx'],
  ['relazione.2026.odt', 'odt', 'relazione-2026.odt'],
  ['../../etc/passwd', 'pdf', 'file.pdf'],
  ['文書.pdf', 'pdf', 'file.pdf'],
  [`${'x'.repeat(79)} y.jpg`, 'jpg', `${'x'.repeat(79)}.jpg`],
])('a file that came as %s', (given, extension, name) => expect(fileName(given, extension)).toBe(name))

test('an address leads back to its file', () => {
  const document = fileAddress({ id, kind: 'document', name: 'modulo.pdf' })
  expect(document).toBe(`/file/ente/${id}/document/modulo.pdf`)
  expect(fileAt(document)).toEqual({ id, form: 'document', name: 'modulo.pdf' })
  expect(fileAt(fileAddress({ id, kind: 'picture', name: 'sede.jpg' }))?.form).toBe('large')
  expect(fileAt(fileAddress({ id, kind: 'picture', name: 'sede.jpg' }, 'small'))?.form).toBe('small')
})

test.each([
  'https://comune.example/modulo.pdf',
  '/file/ente/12/document/modulo.pdf',
  `/file/ente/${id}/huge/sede.jpg`,
  `/file/ente/${id}/document/Modulo.pdf`,
  `https://elsewhere.example/file/ente/${id}/document/modulo.pdf`,
  `/file/ente/${id}/document/modulo.pdf?x`,
])('%s is the address of no file', (href) => expect(fileAt(href)).toBeNull())

test('files are found wherever their address stands, each once', () => {
  const other = id.replace('3', '4')
  const text = { it: `Vedi https://comune.example/file/ente/${other}/document/altro.odt, pagina 2.` }
  const value = { picture: { href: `/file/ente/${id}/large/a.jpg` }, documents: [{ href: `/file/ente/${id}/large/a.jpg` }], text }
  expect(filesIn(value)).toEqual([id, other])
  expect(filesIn(null)).toEqual([])
  expect(filesIn(undefined)).toEqual([])
})

test.each([
  [1600, 1200, 800, 800],
  [1200, 1600, 800, 600],
  [200, 100, 320, 200],
])('%i × %i made to %i is %i wide', (width, height, side, wide) => expect(widthOf({ width, height }, side)).toBe(wide))
