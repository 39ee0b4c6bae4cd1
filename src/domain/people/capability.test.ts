import { describe, expect, test } from 'vitest'
import type { AccountId, OfficeId } from '../shared/id.ts'
import type { Role, Staff } from './actor.ts'
import { type Capability, mayDo } from './capability.ts'

const staff = (role: Role): Staff => ({
  kind: 'staff',
  account: 'a' as AccountId,
  memberships: [{ role, office: role.startsWith('office_') ? ('o' as OfficeId) : null }],
})

const holders: Readonly<Record<Capability, readonly Role[]>> = {
  administer: ['administrator'],
  see_inbox: ['administrator', 'desk', 'office_manager', 'office_operator', 'observer'],
  take_data: ['administrator', 'desk', 'analyst'],
  export: ['desk', 'office_manager', 'observer'],
  see_desk: ['desk', 'observer'],
  see_workload: ['desk', 'office_manager'],
  record_for_others: ['desk', 'office_manager', 'office_operator'],
  write_faqs: ['administrator', 'desk'],
  bulk: ['desk', 'office_manager'],
  see_ratings: ['administrator', 'desk', 'office_manager', 'analyst'],
  read_rating_texts: ['administrator', 'desk', 'office_manager'],
  moderate_ratings: ['administrator', 'desk'],
}

const everyone: readonly Role[] = ['administrator', 'desk', 'office_manager', 'office_operator', 'observer', 'analyst']

describe('a capability', () => {
  for (const [capability, allowed] of Object.entries(holders)) {
    test.each(everyone)(`${capability}: %s`, (role) => {
      expect(mayDo(staff(role), capability as Capability)).toBe(allowed.includes(role))
    })
  }

  test('is nobody’s who is not staff', () => {
    expect(mayDo({ kind: 'system' }, 'administer')).toBe(false)
  })
})
