import { expect, test } from 'vitest'
import { checkPicture } from './picture.ts'

const href = '/file/ente/3f2a1b4c-9d8e-8f70-a1b2-c3d4e5f60718/large/sede.jpg'
const alt = { it: 'La facciata, con l’ingresso a destra' }

test.each([null, { href, alt }, { href, alt: null }])('shows %j', (picture) =>
  expect(checkPicture(picture)).toEqual({ ok: true, value: picture }),
)

test.each([
  ['picture_wrong', 'picture-file', { href: 'https://elsewhere.example/a.jpg', alt }],
  ['picture_wrong', 'picture-file', { href: href.replace('large/sede.jpg', 'document/sede.pdf'), alt }],
  ['alt_missing', 'picture-alt', { href, alt: { it: ' ', en: 'The front' } }],
  ['alt_too_long', 'picture-alt-en', { href, alt: { ...alt, en: 'x'.repeat(251) } }],
] as const)('refuses %s beside %s', (refusal, field, picture) =>
  expect(checkPicture(picture)).toEqual({ ok: false, refusal, field }),
)
