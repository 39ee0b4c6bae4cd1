import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Membership, Staff } from '#domain/people/actor.ts'
import type { AccountId } from '#domain/shared/id.ts'
import { findAccount, listHeldRoles, readAccount } from '#server/storage/accounts.ts'
import { listSettingChanges } from '#server/storage/settings/history.ts'
import { foundTenant } from '#server/use-cases/tenants/found-tenant.ts'
import { openTown, type Town } from '#tests/town.ts'
import { townPlan } from '#tests/town-plan.ts'
import { moveReport } from '../reports/move-report.ts'
import { revertSetting } from '../settings/revert-setting.ts'
import { type CorrectName, correctName } from './correct-name.ts'
import { hireStaff } from './hire-staff.ts'
import { invitePerson } from './invite-person.ts'
import { readdressInvitation } from './readdress-invitation.ts'
import { setPassword } from './set-password.ts'
import { signIn } from './sign-in.ts'

let town: Town
const desk: Membership = { role: 'desk', office: null }
const stranger = '019aaaaa-aaaa-7aaa-8aaa-aaaaaaaaaaaa' as AccountId
const password = 'una frase molto lunga'

beforeAll(async () => {
  town = await openTown()
})
afterAll(() => town.close())

async function invited(email: string): Promise<AccountId> {
  const ask = { by: town.admin, email, name: 'Ivo Invitato', memberships: [desk] }
  const made = await invitePerson(town.world, town.tenant, ask)
  await town.runJobs()
  return made.ok ? made.value : stranger
}
const nameOf = async (id: AccountId) => (await town.world.read(town.tenant, (reader) => readAccount(reader, id)))?.name
const rolesOf = (id: AccountId) => town.world.read(town.tenant, (reader) => listHeldRoles(reader, id))
const link = /password\/([\w-]+)/
const linkTo = (address: string) =>
  town.letters.findLast(({ to, text }) => to.address === address && link.test(text))?.text.match(link)?.[1] ?? ''

describe('the name of a person', () => {
  const correct = (person: AccountId, more: Partial<CorrectName> = {}) =>
    correctName(town.world, town.tenant, { by: town.admin, person, name: 'Carla  Giusta ', seen: null, ...more })

  test('is corrected, written down, and goes back', async () => {
    const { account } = await town.person([desk], 'Carla Sbagliata')
    expect(await correct(account, { name: ' Carla Giusta ', seen: 0 })).toMatchObject({ ok: true })
    expect(await nameOf(account)).toBe('Carla Giusta')
    const [newest] = await town.world.read(town.tenant, (reader) =>
      listSettingChanges(reader, { id: account }, { limit: 5, before: null }),
    )
    expect(newest).toMatchObject({ name: 'Alma Admin', before: 'Carla Sbagliata', after: 'Carla Giusta' })
    expect(await revertSetting(town.world, town.tenant, { change: newest?.id ?? '', by: town.admin })).toMatchObject({ ok: true })
    expect(await nameOf(account)).toBe('Carla Sbagliata')
  })

  test.each([
    ['name_missing', () => town.desk, { name: ' ' }],
    ['name_too_long', () => town.desk, { name: 'x'.repeat(81) }],
    ['nothing_changes', () => town.desk, { name: 'Dora Desk' }],
    ['old_version', () => town.desk, { seen: 7 }],
    ['no_such_person', () => ({ account: stranger }), {}],
    ['not_yours', () => town.desk, { by: { kind: 'staff', account: stranger, memberships: [desk] } as Staff }],
  ] as const)('is left as it is: %s', async (refusal, person, more) => {
    expect(await correct(person().account, more)).toEqual({ ok: false, refusal })
  })

  test('is the business of the body that registered it', async () => {
    const elsewhere = await foundTenant(town.world, townPlan('altrove'))
    const person = { email: 'due@town.example', name: 'Due Enti', memberships: [desk], passwordHash: null }
    await hireStaff(town.world, elsewhere, person)
    const here = await invited('due@town.example')
    expect(await correct(here)).toEqual({ ok: false, refusal: 'name_kept' })
    expect(await nameOf(here)).toBe('Due Enti')
  })
})

describe('the address of an invitation', () => {
  const send = (person: AccountId, email: string, by: Staff = town.admin) =>
    readdressInvitation(town.world, town.tenant, { by, person, email })

  test('is corrected: the right person gets the letter, the roles and what lay with the wrong one, whose secret is over', async () => {
    const wrong = await invited('ivo@twon.example')
    const secret = linkTo('ivo@twon.example')
    const report = await town.report()
    const move = { act: 'take_in_charge', office: town.office('urp'), person: wrong } as const
    await moveReport(town.world, town.tenant, { report: report.id, by: town.desk, seenVersion: null, channel: 'web', move })
    const sent = await send(wrong, ' Ivo@Town.example ')
    await town.runJobs()
    const right = sent.ok ? sent.value : stranger
    expect(await town.world.read(town.tenant, (reader) => findAccount(reader, 'ivo@town.example'))).toMatchObject({
      id: right,
      name: 'Ivo Invitato',
    })
    expect([await rolesOf(wrong), await rolesOf(right)]).toEqual([[], [desk]])
    expect((await town.read(report.id)).ownerPerson).toBe(right)
    const sets = (token: string) => setPassword(town.world, town.tenant, { token, password, repeat: password })
    expect(await sets(secret)).toEqual({ ok: false, refusal: 'token_over' })
    expect(await sets(linkTo('ivo@town.example'))).toMatchObject({ ok: true })
  })

  test('is refused once the person came, for nobody, for somebody who is here, and as it is', async () => {
    const person = await invited('uno@town.example')
    expect(await send(person, 'uno@')).toEqual({ ok: false, refusal: 'email_wrong' })
    expect(await send(person, 'UNO@town.example')).toEqual({ ok: false, refusal: 'nothing_changes' })
    expect(await send(person, 'altra@town.example', town.desk)).toEqual({ ok: false, refusal: 'not_yours' })
    expect(await send(stranger, 'altra@town.example')).toEqual({ ok: false, refusal: 'no_such_person' })
    await invited('tre@town.example')
    expect(await send(person, 'tre@town.example')).toEqual({ ok: false, refusal: 'here_already' })
    await setPassword(town.world, town.tenant, { token: linkTo('uno@town.example'), password, repeat: password })
    await signIn(town.world, town.tenant, { email: 'uno@town.example', password })
    expect(await send(person, 'altra@town.example')).toEqual({ ok: false, refusal: 'came_already' })
    expect(await send(town.desk.account, 'altra@town.example')).toEqual({ ok: false, refusal: 'came_already' })
  })
})
