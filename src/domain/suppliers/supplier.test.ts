import { expect, test } from 'vitest'
import { checkSupplier, type Supplier } from './supplier.ts'

const supplier: Supplier = { name: ' Strade srl ', email: 'info@strade.example', phone: '010 123456', note: '', active: true }

test.each([
  ['name_missing', { name: ' ' }],
  ['name_too_long', { name: 'x'.repeat(121) }],
  ['email_missing', { email: '' }],
  ['email_wrong', { email: 'strade' }],
  ['phone_wrong', { phone: 'chiamare' }],
  ['text_too_long', { note: 'x'.repeat(501) }],
] as const)('an entry of the address book is refused: %s', (refusal, more) => {
  expect(checkSupplier({ ...supplier, ...more })).toEqual({ ok: false, refusal })
})

test('what is kept has no blanks around it', () => {
  expect(checkSupplier({ ...supplier, phone: ' ' })).toMatchObject({ ok: true, value: { name: 'Strade srl', phone: null } })
})
