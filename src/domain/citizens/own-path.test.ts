import { expect, test } from 'vitest'
import { ownPath } from './own-path.ts'

test.each([
  '/',
  '/segnala/dati',
  '/segnala/dati#autore',
  '/prenota-appuntamento?servizio=carta-di-identita-elettronica',
  '/amministrazione/uffici/strade/scrivi?domanda=0195',
])('the own address %s is kept', (path) => expect(ownPath(path)).toBe(path))

test.each([
  null,
  '',
  'segnala',
  'https://elsewhere.example/',
  '//elsewhere.example',
  '/\\elsewhere.example',
  '/%5c/elsewhere.example//x',
  '/.//elsewhere.example',
  'javascript:alert(1)',
  '/segnala\nSet-Cookie: x=y',
  '/segnala?x=<script>',
  '/accedi',
  '/accedi?torna=/accedi',
  '/esci',
  `/${'x'.repeat(300)}`,
])('%j leads nowhere', (path) => expect(ownPath(path)).toBeNull())
