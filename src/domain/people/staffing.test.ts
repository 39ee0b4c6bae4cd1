import { describe, expect, test } from 'vitest'
import type { AccountId, OfficeId } from '../shared/id.ts'
import type { Actor, Membership } from './actor.ts'
import { checkLeaving, checkRoles, mayStandFor, officesLeft, withDeskOffice } from './staffing.ts'

const [roads, parks, closed, urp] = ['roads', 'parks', 'closed', 'urp'] as unknown as [OfficeId, OfficeId, OfficeId, OfficeId]
const [ada, bea] = ['ada', 'bea'] as unknown as [AccountId, AccountId]
const works = (office: OfficeId) => office !== closed
const administrator: Membership = { role: 'administrator', office: null }
const desk: Membership = { role: 'desk', office: null }
const operates = (office: OfficeId): Membership => ({ role: 'office_operator', office })
const manages = (office: OfficeId): Membership => ({ role: 'office_manager', office })
const staff = (account: AccountId, ...memberships: Membership[]): Actor => ({ kind: 'staff', account, memberships })

describe('the roles of a person', () => {
  test.each([
    ['role_missing', []],
    ['office_missing', [{ role: 'office_operator', office: null }]],
    ['office_unknown', [operates(closed)]],
    ['office_unknown', [desk, manages(closed)]],
  ] as const)('are refused: %s', (refusal, wanted) => expect(checkRoles(wanted, works)).toEqual({ ok: false, refusal }))

  test('are several, each once, and only office roles name an office', () => {
    const wanted = [operates(parks), { role: 'desk', office: roads } as const, operates(parks), manages(roads)]
    expect(checkRoles(wanted, works)).toEqual({ ok: true, value: [desk, operates(parks), manages(roads)] })
  })
})

describe('the desk’s role', () => {
  test.each([
    ['lets its holder work in the desk’s office', [desk], [desk, operates(urp)]],
    ['adds nothing to who works there', [desk, operates(urp)], [desk, operates(urp)]],
    ['adds nothing to who manages it', [desk, manages(urp)], [desk, manages(urp)]],
    ['stands beside other offices', [desk, manages(roads)], [desk, manages(roads), operates(urp)]],
    ['is nobody’s who does not hold it', [administrator, operates(roads)], [administrator, operates(roads)]],
  ] as const)('%s', (_, held, expected) => expect(withDeskOffice(held, urp)).toEqual(expected))
})

describe('an administrator', () => {
  test.each([
    ['last_administrator', ada, [desk], staff(ada, administrator), [ada]],
    ['last_administrator', ada, [], staff(bea, administrator), [ada]],
    ['yourself', ada, [desk], staff(ada, administrator), [ada, bea]],
    ['yourself', ada, [], staff(ada, administrator), [ada, bea]],
  ] as const)('stays: %s', (refusal, person, after, by, administrators) =>
    expect(checkLeaving(person, after, { by, administrators })).toEqual({ ok: false, refusal }),
  )

  test.each([
    ['goes where another stays and says so', ada, [], staff(bea, administrator), [ada, bea]],
    ['keeps the role and changes the others', ada, [administrator], staff(ada, administrator), [ada]],
    ['sends away who is none', bea, [], staff(ada, administrator), [ada]],
  ] as const)('%s', (_, person, after, by, administrators) =>
    expect(checkLeaving(person, after, { by, administrators })).toEqual({ ok: true, value: null }),
  )
})

test('offices are left that somebody worked in and no longer does, in whichever role', () => {
  expect(officesLeft([operates(roads), operates(parks), desk], [manages(roads)])).toEqual([parks])
  expect(officesLeft([operates(roads)], [operates(roads), operates(parks)])).toEqual([])
})

test.each([
  ['oneself', staff(ada, operates(roads)), true],
  ['the manager of their office', staff(bea, manages(roads)), true],
  ['an administrator', staff(bea, administrator), true],
  ['the platform', { kind: 'system' }, true],
  ['a colleague', staff(bea, operates(roads)), false],
  ['another office’s manager', staff(bea, manages(parks)), false],
  ['the desk', staff(bea, desk), false],
  ['a program', { kind: 'machine', key: 'k', scopes: [] }, false],
] as const)('absences are arranged by %s: %s', (_, by, yes) => expect(mayStandFor(by as Actor, ada, [operates(roads)])).toBe(yes))
