import { expect, test } from 'vitest'
import { checkLink } from './link.ts'

const label = { it: 'Modulo' }

test.each(['https://comune.example/modulo.pdf', '/segnala'])('a link leads to %s', (href) =>
  expect(checkLink({ label, href }, 'document')).toEqual({ ok: true, value: { label, href } }),
)

test.each([
  ['row_unfinished', 'document-label-1', { label: { it: ' ', en: 'Form' }, href: '/segnala' }],
  ['link_wrong', 'document-href-1', { label, href: '' }],
  ['link_wrong', 'document-href-1', { label, href: '//elsewhere.example' }],
  ['link_wrong', 'document-href-1', { label, href: 'javascript:alert(1)' }],
  ['text_too_long', 'document-label-en-1', { label: { ...label, en: 'x'.repeat(301) }, href: '/segnala' }],
] as const)('refuses %s beside %s', (refusal, field, link) =>
  expect(checkLink(link, 'document', '-1')).toEqual({ ok: false, refusal, field }),
)
