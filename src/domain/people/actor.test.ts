import { expect, test } from 'vitest'
import type { AccountId, OfficeId } from '../shared/id.ts'
import { actingRoles, belongsTo, type Membership, officesOf, type Staff, worksIn } from './actor.ts'

const office = (name: string) => name as OfficeId
const at = (id: string, parent: string | null) =>
  [office(id), { id: office(id), parent: parent === null ? null : office(parent) }] as const
const offices = new Map([at('works', null), at('roads', 'works'), at('lights', 'roads'), at('parks', null)])
const acting = (...memberships: readonly Membership[]): Staff => ({
  kind: 'staff',
  account: 'a' as AccountId,
  memberships: actingRoles(memberships, offices),
})

test.each<readonly [string, readonly Membership[], readonly string[]]>([
  ['a manager of the office at the top', [{ role: 'office_manager', office: office('works') }], ['works', 'roads', 'lights']],
  ['a manager of one in between', [{ role: 'office_manager', office: office('roads') }], ['roads', 'lights']],
  ['an operator', [{ role: 'office_operator', office: office('works') }], ['works']],
  ['an administrator', [{ role: 'administrator', office: null }], []],
  [
    'a manager of an office and of one below it',
    [
      { role: 'office_manager', office: office('roads') },
      { role: 'office_manager', office: office('works') },
    ],
    ['roads', 'works', 'lights'],
  ],
])('%s acts in its offices and below', (_, memberships, theirs) => {
  expect(officesOf(acting(...memberships))).toEqual(theirs)
})

test('who manages from above works there, and is none of those who belong there', () => {
  const manager = acting({ role: 'office_manager', office: office('works') })
  expect([worksIn(manager, office('lights')), belongsTo(manager, office('lights'))]).toEqual([true, false])
  expect(belongsTo(manager, office('works'))).toBe(true)
  const both = acting({ role: 'office_manager', office: office('works') }, { role: 'office_operator', office: office('lights') })
  expect(belongsTo(both, office('lights'))).toBe(true)
})
