import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Membership, Staff } from '#domain/people/actor.ts'
import type { AccountId, TenantId } from '#domain/shared/id.ts'
import { hashPassword } from '#server/gateways/secrets.ts'
import { findAccount, listHeldRoles } from '#server/storage/accounts.ts'
import { listEvents } from '#server/storage/events.ts'
import { listSettingChanges } from '#server/storage/settings/history.ts'
import { foundTenant } from '#server/use-cases/tenants/found-tenant.ts'
import { openTown, type Town } from '#tests/town.ts'
import { townPlan } from '#tests/town-plan.ts'
import { moveReport } from '../reports/move-report.ts'
import { revertSetting } from '../settings/revert-setting.ts'
import { changeRoles } from './change-roles.ts'
import { hireStaff } from './hire-staff.ts'
import { inviteAgain } from './invite-again.ts'
import { invitePerson } from './invite-person.ts'
import { setPassword } from './set-password.ts'
import { signIn } from './sign-in.ts'

let town: Town
const desk: Membership = { role: 'desk', office: null }
const administrator: Membership = { role: 'administrator', office: null }
const password = 'una frase molto lunga'

beforeAll(async () => {
  town = await openTown()
})
afterAll(() => town.close())

const operates = (code: string): Membership => ({ role: 'office_operator', office: town.office(code) })
const invite = (email: string, memberships: readonly Membership[] = [desk], name = 'Ivo Invitato', by: Staff = town.admin) =>
  invitePerson(town.world, town.tenant, { by, email, name, memberships })
const rolesOf = (person: AccountId, tenant: TenantId = town.tenant) =>
  town.world.read(tenant, (reader) => listHeldRoles(reader, person))
const change = (person: AccountId, memberships: readonly Membership[], more: object = {}) =>
  changeRoles(town.world, town.tenant, { by: town.admin, person, memberships, handOver: null, seen: null, ...more })
const give = async (person: Staff, code: string) => {
  const report = await town.report()
  const move = { act: 'take_in_charge', office: town.office(code), person: person.account } as const
  const asked = { report: report.id, by: town.desk, seenVersion: null, channel: 'web', move } as const
  await moveReport(town.world, town.tenant, asked)
  return report.id
}
const linkIn = (text: string) => /\/operatori\/password\/([\w-]+)/.exec(text)?.[1] ?? ''
const textTo = (address: string) => town.letters.findLast(({ to }) => to.address === address)?.text ?? ''

describe('an invitation', () => {
  test('gives the roles, goes out by mail with who asked and what for, and lets the person in', async () => {
    const invited = await invite(' Ivo@Town.example ', [desk, operates('roads')])
    expect(invited.ok && (await rolesOf(invited.value))).toHaveLength(2)
    await town.runJobs()
    const letter = textTo('ivo@town.example')
    expect(letter).toContain('Alma Admin ti ha dato accesso')
    expect(letter).toContain('Operatore d’ufficio · Strade')
    const token = linkIn(letter)
    expect((await setPassword(town.world, town.tenant, { token, password, repeat: password })).ok).toBe(true)
    expect((await signIn(town.world, town.tenant, { email: 'ivo@town.example', password })).ok).toBe(true)
  })

  test.each([
    ['email_wrong', 'ivo@', 'Ivo', [desk]],
    ['name_missing', 'a@town.example', ' ', [desk]],
    ['name_too_long', 'a@town.example', 'x'.repeat(81), [desk]],
    ['role_missing', 'a@town.example', 'Ivo', []],
    ['office_missing', 'a@town.example', 'Ivo', [{ role: 'office_manager', office: null }]],
    ['office_unknown', 'a@town.example', 'Ivo', [{ role: 'office_manager', office: '019aaaaa-aaaa-7aaa-8aaa-aaaaaaaaaaaa' }]],
  ] as const)('is refused: %s', async (refusal, email, name, memberships) => {
    expect(await invite(email, memberships as readonly Membership[], name)).toEqual({ ok: false, refusal })
  })

  test('is for administrators to give, and for those who are not here yet', async () => {
    await invite('gia@town.example')
    expect(await invite('GIA@town.example')).toEqual({ ok: false, refusal: 'here_already' })
    expect(await invite('b@town.example', [desk], 'B', town.desk)).toEqual({ ok: false, refusal: 'not_yours' })
  })

  test('tells nobody that the person works elsewhere, and leaves their password and name there alone', async () => {
    const elsewhere = await foundTenant(town.world, townPlan('altrove'))
    const passwordHash = await hashPassword(password)
    await hireStaff(town.world, elsewhere, { email: 'due@town.example', name: 'Due Enti', memberships: [desk], passwordHash })
    const invited = await invite('due@town.example', [desk], 'Altro Nome')
    expect(invited.ok).toBe(true)
    await town.runJobs()
    expect(linkIn(textTo('due@town.example'))).toBe('')
    expect(textTo('due@town.example')).toContain('/operatori/accedi')
    const person = invited.ok ? invited.value : ('' as AccountId)
    expect((await change(person, [])).ok).toBe(true)
    expect(await rolesOf(person)).toEqual([])
    expect(await rolesOf(person, elsewhere)).toEqual([desk])
    expect((await signIn(town.world, elsewhere, { email: 'due@town.example', password })).ok).toBe(true)
    const known = await town.world.read(elsewhere, (reader) => findAccount(reader, 'due@town.example'))
    expect(known?.name).toBe('Due Enti')
  })

  test('is sent again with a new secret, to whoever is here', async () => {
    const invited = await invite('tre@town.example')
    const person = invited.ok ? invited.value : ('' as AccountId)
    await town.runJobs()
    expect((await inviteAgain(town.world, town.tenant, { by: town.admin, person })).ok).toBe(true)
    await town.runJobs()
    const both = town.letters.filter(({ to }) => to.address === 'tre@town.example').map(({ text }) => linkIn(text))
    expect(new Set(both).size).toBe(2)
    const nobody = await inviteAgain(town.world, town.tenant, {
      by: town.admin,
      person: '019aaaaa-aaaa-7aaa-8aaa-aaaaaaaaaaaa' as AccountId,
    })
    expect(nobody).toEqual({ ok: false, refusal: 'no_such_person' })
    expect(await inviteAgain(town.world, town.tenant, { by: town.desk, person })).toEqual({ ok: false, refusal: 'not_yours' })
  })

  test('takes its secret back when the person leaves before they came', async () => {
    const invited = await invite('quattro@town.example')
    await town.runJobs()
    const token = linkIn(textTo('quattro@town.example'))
    await change(invited.ok ? invited.value : ('' as AccountId), [])
    expect(await setPassword(town.world, town.tenant, { token, password, repeat: password })).toEqual({
      ok: false,
      refusal: 'token_over',
    })
  })
})

describe('roles', () => {
  test('change, are written down, and go back', async () => {
    const person = (await town.person([desk], 'Carla Cambia')).account
    expect((await change(person, [operates('parks'), desk])).ok).toBe(true)
    const changes = await town.world.read(town.tenant, (reader) =>
      listSettingChanges(reader, { subject: 'person', id: person }, { limit: 5, before: null }),
    )
    expect(changes).toMatchObject([
      { name: 'Alma Admin', before: { memberships: [desk] } },
      { name: null, before: null, after: { memberships: [desk] } },
    ])
    expect((await revertSetting(town.world, town.tenant, { change: changes[0]?.id ?? '', by: town.admin })).ok).toBe(true)
    expect(await rolesOf(person)).toEqual([desk])
  })

  test('are refused to nobody, against an old version, and by whoever does not administer', async () => {
    const person = (await town.person([desk])).account
    await change(person, [operates('parks')])
    expect(await change(person, [desk], { seen: 1 })).toEqual({ ok: false, refusal: 'old_version' })
    expect(await change(person, [operates('parks')])).toEqual({ ok: false, refusal: 'nothing_changes' })
    expect(await change(person, [desk], { by: town.desk })).toEqual({ ok: false, refusal: 'not_yours' })
    expect(await change('019aaaaa-aaaa-7aaa-8aaa-aaaaaaaaaaaa' as AccountId, [desk])).toEqual({
      ok: false,
      refusal: 'no_such_person',
    })
    expect(await change(person, [{ role: 'office_operator', office: null }])).toEqual({ ok: false, refusal: 'office_missing' })
  })

  test('leave the body an administrator, and nobody shuts themselves out', async () => {
    expect(await change(town.admin.account, [desk])).toEqual({ ok: false, refusal: 'last_administrator' })
    expect(await change(town.admin.account, [])).toEqual({ ok: false, refusal: 'last_administrator' })
    const second = await town.person([administrator])
    expect(await change(town.admin.account, [])).toEqual({ ok: false, refusal: 'yourself' })
    expect((await change(second.account, [])).ok).toBe(true)
  })

  test('are not taken back by the history where somebody would be left without an administrator or with work open', async () => {
    const person = await town.person([desk], 'Rino Ritorna')
    await change(person.account, [operates('roads')])
    await give(person, 'roads')
    const [last] = await town.world.read(town.tenant, (reader) =>
      listSettingChanges(reader, { subject: 'person', id: person.account }, { limit: 1, before: null }),
    )
    expect(await revertSetting(town.world, town.tenant, { change: last?.id ?? '', by: town.admin })).toEqual({
      ok: false,
      refusal: 'breaks_rule',
    })
  })
})

describe('who leaves', () => {
  test('hands over what they have open, report by report, with a note and in the administrator’s name', async () => {
    const leaver = await town.person([operates('roads'), operates('parks')], 'Lea Lascia')
    const colleague = await town.person([operates('roads')], 'Carlo Collega')
    const reports = [await give(leaver, 'roads'), await give(leaver, 'roads'), await give(leaver, 'parks')]
    expect(await change(leaver.account, [])).toEqual({ ok: false, refusal: 'hand_over_missing' })
    expect((await rolesOf(leaver.account)).length).toBe(2)
    const handOver = { to: colleague.account, note: 'Lea va in pensione' }
    expect((await change(leaver.account, [], { handOver })).ok).toBe(true)
    await town.runJobs()
    const owners = await Promise.all(reports.map(async (id) => (await town.read(id)).ownerPerson))
    expect(owners).toEqual([colleague.account, colleague.account, null])
    const events = await town.world.read(town.tenant, (reader) => listEvents(reader, reports[0] ?? ('' as never)))
    expect(events.at(-1)).toMatchObject({ kind: 'assigned', actor: { kind: 'staff', account: town.admin.account } })
  })

  test('hands over to somebody of the body, who is another', async () => {
    const leaver = await town.person([operates('roads')])
    await give(leaver, 'roads')
    for (const to of [leaver.account, '019aaaaa-aaaa-7aaa-8aaa-aaaaaaaaaaaa'])
      expect(await change(leaver.account, [], { handOver: { to, note: '' } })).toEqual({
        ok: false,
        refusal: 'successor_unknown',
      })
    const handOver = { to: 'office', note: 'x'.repeat(2001) }
    expect(await change(leaver.account, [], { handOver })).toEqual({ ok: false, refusal: 'note_too_long' })
  })

  test('asks for no hand-over where they stay in the office or have nothing open', async () => {
    const idle = await town.person([operates('roads')])
    expect((await change(idle.account, [desk])).ok).toBe(true)
    const promoted = await town.person([operates('roads')])
    await give(promoted, 'roads')
    expect((await change(promoted.account, [{ role: 'office_manager', office: town.office('roads') }])).ok).toBe(true)
  })
})
