import { describe, expect, test } from 'vitest'
import { addressKey, type Citizen, detailsProblems, nameOf } from './citizen.ts'

const ada: Citizen = { email: 'ada@example.org', firstName: 'Ada', lastName: 'Verdi', phone: '010 555', kept: true }

test.each([
  ['ada@example.org', 'ada@example.org'],
  ['  Ada@Example.ORG\n', 'ada@example.org'],
])('the address %j is known as %s', (typed, key) => expect(addressKey(typed)).toBe(key))

test.each([
  ['Ada Verdi', ada],
  ['Verdi', { ...ada, firstName: '' }],
  ['ada@example.org', { ...ada, firstName: ' ', lastName: '' }],
] as const)('a person is called %s', (name, citizen) => expect(nameOf(citizen)).toBe(name))

describe('details to be kept', () => {
  test.each([
    ['all of them', {}],
    ['none of them', { firstName: '', lastName: '', phone: '' }],
  ] as const)('may be %s', (_, more) => expect(detailsProblems({ ...ada, ...more })).toEqual([]))

  test.each([
    ['firstName', 'name_too_long', { firstName: 'x'.repeat(81) }],
    ['lastName', 'name_too_long', { lastName: 'x'.repeat(81) }],
    ['phone', 'phone_wrong', { phone: 'dopo le 18' }],
  ] as const)('are refused beside the field: %s, %s', (field, refusal, wrong) =>
    expect(detailsProblems({ ...ada, ...wrong })).toEqual([{ field, refusal }]),
  )
})
