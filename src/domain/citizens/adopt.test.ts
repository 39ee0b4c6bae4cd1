import { describe, expect, test } from 'vitest'
import { adopt, detailsOf } from './adopt.ts'
import type { Citizen } from './citizen.ts'

const ada: Citizen = { email: 'ada@example.org', firstName: 'Ada', lastName: 'Verdi', phone: '010 555', kept: true }
const unknown: Citizen = { ...ada, firstName: '', lastName: '', phone: '', kept: false }
const blank = { firstName: '', lastName: '', email: '', phone: '', title: 'Buca' }

describe('a form', () => {
  test.each([
    ['of a guest stays as it is', blank, null, blank],
    [
      'of whoever is known is filled in',
      blank,
      ada,
      { ...blank, firstName: 'Ada', lastName: 'Verdi', email: ada.email, phone: '010 555' },
    ],
    ['of whoever has nothing kept has their address', blank, unknown, { ...blank, email: ada.email }],
    [
      'that has a name keeps it, and has no other address',
      { ...blank, firstName: 'Ida', email: 'ida@x.example' },
      ada,
      { ...blank, firstName: 'Ida', email: ada.email },
    ],
    [
      'from which the telephone was taken out has none',
      { ...blank, firstName: 'Ada', lastName: 'Verdi' },
      ada,
      { ...blank, firstName: 'Ada', lastName: 'Verdi', email: ada.email },
    ],
    [
      'with a telephone and no name yet keeps the telephone',
      { ...blank, phone: '333 1' },
      ada,
      { ...blank, firstName: 'Ada', lastName: 'Verdi', email: ada.email, phone: '333 1' },
    ],
  ] as const)('%s', (_, content, citizen, adopted) => expect(adopt(content, citizen)).toEqual(adopted))

  test('that asks for no telephone gets none', () => {
    const { phone: _, ...short } = blank
    expect(adopt(short, ada)).not.toHaveProperty('phone')
  })

  test('filled in twice is as filled in once', () => expect(adopt(adopt(blank, ada), ada)).toEqual(adopt(blank, ada)))
})

test.each([
  ['those of the form', { firstName: 'Ida', lastName: 'Neri', phone: '' }, { firstName: 'Ida', lastName: 'Neri', phone: '' }],
  [
    'the telephone that was kept, where the form asks for none',
    { firstName: 'Ida', lastName: 'Neri' },
    { firstName: 'Ida', lastName: 'Neri', phone: '010 555' },
  ],
] as const)('what is kept is %s', (_, content, kept) => expect(detailsOf(content, ada)).toEqual(kept))
