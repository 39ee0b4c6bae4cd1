import { describe, expect, test } from 'vitest'
import type { Role, Staff } from '../people/actor.ts'
import type { AccountId, OfficeId } from '../shared/id.ts'
import { type Audience, checkView, mayChangeView, maySeeView, mayShareWith } from './saved-view.ts'

const [roads, parks] = ['roads' as OfficeId, 'parks' as OfficeId]
const person = (account: string, role: Role, office: OfficeId | null = null): Staff => ({
  kind: 'staff',
  account: account as AccountId,
  memberships: [{ role, office }],
})
const desk = person('desk', 'desk')
const manager = person('manager', 'office_manager', roads)
const operator = person('operator', 'office_operator', roads)
const gardener = person('gardener', 'office_manager', parks)
const analyst = person('analyst', 'analyst')

const own: Audience = { kind: 'own' }
const everyone: Audience = { kind: 'everyone' }
const office: Audience = { kind: 'office', office: roads }
const people = { desk, manager, operator, gardener, analyst }

describe('a view made by the operator of an office', () => {
  test.each([
    ['own', own, ['operator'], ['operator']],
    ['shared with the office', office, ['manager', 'operator'], ['desk', 'manager', 'operator']],
    ['shared with everyone', everyone, ['desk', 'manager', 'operator', 'gardener', 'analyst'], ['desk', 'operator']],
  ] as const)('%s', (_, audience, seeing, changing) => {
    const view = { by: operator.account, audience }
    const those = (may: typeof maySeeView) => Object.entries(people).flatMap(([name, one]) => (may(one, view) ? [name] : []))
    expect(those(maySeeView)).toEqual(seeing)
    expect(those(mayChangeView)).toEqual(changing)
  })
})

test.each([
  ['keeps for oneself', own, ['desk', 'manager', 'operator', 'gardener', 'analyst']],
  ['shares with the office', office, ['desk', 'manager']],
  ['shares with everyone', everyone, ['desk']],
] as const)('who %s', (_, audience, sharing) => {
  expect(Object.entries(people).flatMap(([name, one]) => (mayShareWith(one, audience) ? [name] : []))).toEqual(sharing)
})

test.each([
  ['name_missing', '  ', own, []],
  ['name_too_long', 'x'.repeat(61), own, []],
  ['name_taken', 'le  MIE buche', own, [{ name: 'Le mie buche' }]],
  ['too_many_views', 'Buche', own, Array.from({ length: 50 }, (_, at) => ({ name: `n${at}` }))],
  ['not_yours_to_share', 'Buche', everyone, []],
] as const)('refuses: %s', (refusal, name, audience, others) => {
  expect(checkView(operator, { name, audience }, others)).toEqual({ ok: false, refusal })
})

test('a name is tidied', () => {
  expect(checkView(desk, { name: ' Le  mie buche ', audience: everyone }, [])).toEqual({
    ok: true,
    value: { name: 'Le mie buche', audience: everyone },
  })
})
