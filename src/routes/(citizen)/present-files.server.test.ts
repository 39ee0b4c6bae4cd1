import { expect, test } from 'vitest'
import type { BodyFile, BodyFileId } from '#domain/files/body-file.ts'
import { showLink, showPicture } from './present-files.server.ts'

const locals = { locale: 'it' } as App.Locals
const at = (digit: string) => `${digit.repeat(8)}-0000-8000-8000-000000000000` as BodyFileId
const plain = { mediaType: '', bytes: 240_000, width: null, height: null }
const document: BodyFile = { ...plain, id: at('a'), kind: 'document', name: 'modulo.pdf' }
const picture: BodyFile = { ...plain, id: at('b'), kind: 'picture', name: 'sede.jpg', width: 1600, height: 1000 }
const little: BodyFile = { ...picture, id: at('c'), width: 300, height: 200 }
const files = new Map([document, picture, little].map((file) => [file.id, file]))
const hrefOf = ({ id, name, kind }: BodyFile) => `/file/ente/${id}/${kind === 'picture' ? 'large' : 'document'}/${name}`

test('a link to a file says its type and size; any other says nothing more', () => {
  const label = { it: 'Modulo' }
  expect(showLink({ label, href: hrefOf(document) }, files, locals).note).toMatch(/^PDF, 240.kB$/)
  expect(showLink({ label, href: 'https://comune.example/modulo.pdf' }, files, locals).note).toBe('')
})

test('a picture comes in its sizes, and a little one once', () => {
  const shown = showPicture({ href: hrefOf(picture), alt: { it: 'La sede' } }, files, locals)
  expect(shown).toMatchObject({ width: 1600, height: 1000, alt: 'La sede' })
  expect(shown?.sources.match(/ \d+w/g)).toEqual([' 320w', ' 800w', ' 1600w'])
  expect(showPicture({ href: hrefOf(little), alt: null }, files, locals)).toMatchObject({
    alt: '',
    sources: expect.stringMatching(/^\S+ 300w$/),
  })
})

test('a picture whose file is gone is not shown', () => {
  expect(showPicture({ href: hrefOf({ ...picture, id: at('d') }), alt: null }, files, locals)).toBeNull()
  expect(showPicture(null, files, locals)).toBeNull()
})
