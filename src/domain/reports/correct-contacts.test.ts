import { describe, expect, test } from 'vitest'
import type { Actor } from '../people/actor.ts'
import type { AccountId, OfficeId } from '../shared/id.ts'
import { decideCorrection } from './correct-contacts.ts'
import type { AuthorDetails, Report } from './report.ts'

const roads = 'roads' as OfficeId
const desk: Actor = { kind: 'staff', account: 'd' as AccountId, memberships: [{ role: 'desk', office: null }] }
const office: Actor = { kind: 'staff', account: 'o' as AccountId, memberships: [{ role: 'office_manager', office: roads }] }
const report = {
  stage: 'in_charge',
  ownerOffice: roads,
  routedOffice: roads,
  observers: [] as readonly OfficeId[],
  mentioned: [],
} as unknown as Report
const ada: AuthorDetails = { firstName: 'Ada', lastName: 'Verdi', email: 'ada@exmaple.org', phone: null, locale: 'it' }

describe('correcting the contacts of an author', () => {
  test.each([
    ['not_yours', { email: 'ada@example.org' }, office],
    ['nothing_changes', {}, desk],
    ['nothing_changes', { firstName: ' Ada ' }, desk],
    ['email_wrong', { email: 'ada@' }, desk],
    ['email_missing', { email: ' ' }, desk],
    ['phone_wrong', { phone: 'casa' }, desk],
    ['name_too_long', { lastName: 'x'.repeat(81) }, desk],
  ] as const)('is refused: %s', (refusal, more, by) =>
    expect(decideCorrection(report, ada, { ...ada, ...more }, by)).toEqual({ ok: false, refusal }),
  )

  test('writes down which of them changed, and nothing of what they are', () => {
    const corrected = decideCorrection(report, ada, { ...ada, email: ' ada@example.org ', phone: '010 123456' }, desk)
    expect(corrected).toMatchObject({
      ok: true,
      value: { author: { email: 'ada@example.org', phone: '010 123456', locale: 'it' } },
    })
    expect(corrected.ok && corrected.value.event).toEqual({
      kind: 'contacts_corrected',
      detail: { corrected: ['email', 'phone'] },
    })
  })

  test('lets a name be added to whoever gave none, without an address', () => {
    const nobody: AuthorDetails = { firstName: null, lastName: null, email: null, phone: '010 123456', locale: 'it' }
    expect(decideCorrection(report, nobody, { ...nobody, firstName: 'Ugo' }, desk)).toMatchObject({ ok: true })
  })
})
