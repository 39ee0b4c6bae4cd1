import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { staffTerms } from '#domain/people/session.ts'
import { withDeskOffice } from '#domain/people/staffing.ts'
import type { OfficeId, TenantId } from '#domain/shared/id.ts'
import { staffOfRequest } from '#server/delivery/web/staff-session.ts'
import { hashPassword } from '#server/gateways/secrets.ts'
import { findAccount } from '#server/storage/accounts.ts'
import { foundTenant } from '#server/use-cases/tenants/found-tenant.ts'
import { monday, openTown, parksBelowRoads, type Town } from '#tests/town.ts'
import { townPlan } from '#tests/town-plan.ts'
import { changeRoles } from './change-roles.ts'
import { hireStaff } from './hire-staff.ts'
import { inviteStaff } from './invite-staff.ts'
import { setPassword } from './set-password.ts'
import { signIn } from './sign-in.ts'
import { signOut } from './sign-out.ts'

let town: Town
const password = 'il gatto dorme sul tetto'
const desk = [{ role: 'desk', office: null }] as const

beforeAll(async () => {
  town = await openTown()
})
afterAll(() => town.close())

async function hire(email: string): Promise<void> {
  await hireStaff(town.world, town.tenant, { email, name: 'Dora', memberships: desk, passwordHash: await hashPassword(password) })
}

async function enter(email: string): Promise<string> {
  const signedIn = await signIn(town.world, town.tenant, { email, password })
  if (!signedIn.ok) throw new Error(signedIn.refusal)
  return signedIn.value.token
}

async function leave(email: string, tenant: TenantId = town.tenant) {
  const account = await town.world.read(tenant, (reader) => findAccount(reader, email))
  if (!account) throw new Error('nobody has this address')
  const leaving = { by: { kind: 'system' }, memberships: [], handOver: null, seen: null } as const
  return changeRoles(town.world, tenant, { ...leaving, person: account.id })
}

const whoIs = (token: string) => staffOfRequest(town.installation, town.directory, `a=b; filo_sessione=${token}`)

describe('a person of the staff', () => {
  test('signs in, is known by the session, and is unknown after signing out', async () => {
    await hire('uno@town.example')
    const token = await enter('  UNO@town.example ')
    expect(await whoIs(token)).toMatchObject({
      kind: 'staff',
      name: 'Dora',
      memberships: withDeskOffice(desk, town.office('urp')),
    })
    await signOut(town.world, town.tenant, token)
    expect(await whoIs(token)).toBeNull()
  })

  test('acts in every office below the one that they manage', async () => {
    const [roads, parks] = [town.office('roads'), town.office('parks')]
    const memberships = [{ role: 'office_manager', office: roads }] as const
    const manager = { email: 'capo@town.example', name: 'Capo', memberships, passwordHash: await hashPassword(password) }
    await hireStaff(town.world, town.tenant, manager)
    const cookie = `filo_sessione=${await enter(manager.email)}`
    const staff = await staffOfRequest(town.installation, parksBelowRoads(town.directory), cookie)
    expect(staff?.memberships).toEqual([...memberships, { role: 'office_manager', office: parks, fromAbove: true }])
  })

  test.each([
    ['with a wrong password', 'due@town.example', 'sbagliata'],
    ['without a password', 'due@town.example', ''],
    ['that nobody knows', 'nessuno@town.example', password],
  ])('%s is refused in the same words', async (_, email, given) => {
    await hire('due@town.example')
    expect(await signIn(town.world, town.tenant, { email, password: given })).toEqual({ ok: false, refusal: 'credentials_wrong' })
  })

  test('without a role in this body is nobody here', async () => {
    await hire('tre@town.example')
    const token = await enter('tre@town.example')
    await town.world.transaction(town.tenant, (tx) =>
      tx.db
        .deleteFrom('membership')
        .where('membership.tenant_id', '=', tx.tenant)
        .where('membership.role', '=', 'desk')
        .execute(),
    )
    expect(await whoIs(token)).toBeNull()
    expect(await signIn(town.world, town.tenant, { email: 'tre@town.example', password })).toEqual({
      ok: false,
      refusal: 'credentials_wrong',
    })
  })

  test('who leaves is signed out everywhere and cannot sign in again', async () => {
    await hire('quattro@town.example')
    const tokens = [await enter('quattro@town.example'), await enter('quattro@town.example')]
    expect(await leave('quattro@town.example')).toMatchObject({ ok: true })
    expect(await Promise.all(tokens.map(whoIs))).toEqual([null, null])
    expect(await signIn(town.world, town.tenant, { email: 'quattro@town.example', password })).toMatchObject({ ok: false })
    expect(await leave('quattro@town.example')).toEqual({ ok: false, refusal: 'no_such_person' })
  })

  test('is signed out after two hours without use, and after twelve in any case', async () => {
    await hire('cinque@town.example')
    const token = await enter('cinque@town.example')
    const later = (milliseconds: number) => town.setNow(new Date(monday.getTime() + milliseconds))
    for (let hour = 1; hour < 12; hour++) {
      later(hour * 3_600_000)
      expect(await whoIs(token)).not.toBeNull()
    }
    later(staffTerms.whole)
    expect(await whoIs(token)).toBeNull()
    town.setNow(monday)
    const idle = await enter('cinque@town.example')
    later(staffTerms.idle)
    expect(await whoIs(idle)).toBeNull()
    town.setNow(monday)
  })
})

describe('an invitation', () => {
  const invite = async (email: string) => {
    const invited = await inviteStaff(town.world, town.tenant, email)
    if (!invited.ok) throw new Error(invited.refusal)
    return invited.value
  }
  const set = (token: string, chosen = 'una frase molto lunga') =>
    setPassword(town.world, town.tenant, { token, password: chosen, repeat: chosen })

  test('is good once, and ends the sessions that there were', async () => {
    await hire('sei@town.example')
    const session = await enter('sei@town.example')
    const invited = await inviteStaff(town.world, town.tenant, 'sei@town.example')
    const token = invited.ok ? invited.value : ''
    expect(await set(token, 'corta')).toEqual({ ok: false, refusal: 'password_short' })
    expect(await set(token)).toMatchObject({ ok: true })
    expect(await set(token)).toEqual({ ok: false, refusal: 'token_over' })
    expect(await whoIs(session)).toBeNull()
    expect(await signIn(town.world, town.tenant, { email: 'sei@town.example', password: 'una frase molto lunga' })).toMatchObject(
      { ok: true },
    )
  })

  test('takes the others of the same person with it', async () => {
    await hire('nove@town.example')
    const [first, second] = [await invite('nove@town.example'), await invite('nove@town.example')]
    expect(await set(second)).toMatchObject({ ok: true })
    expect(await set(first)).toEqual({ ok: false, refusal: 'token_over' })
  })

  test('is nothing any more for whoever has left', async () => {
    await hire('dieci@town.example')
    const token = await invite('dieci@town.example')
    await leave('dieci@town.example')
    expect(await set(token)).toEqual({ ok: false, refusal: 'token_over' })
    expect(await inviteStaff(town.world, town.tenant, 'dieci@town.example')).toEqual({ ok: false, refusal: 'no_such_person' })
  })

  test('and an end are given by the body where the person works, and leave other bodies alone', async () => {
    await hire('undici@town.example')
    const other = await foundTenant(town.world, townPlan('altrove'))
    town.setNow(new Date(monday.getTime() + 2000))
    expect(await inviteStaff(town.world, other, 'undici@town.example')).toEqual({ ok: false, refusal: 'no_such_person' })
    expect(await leave('undici@town.example', other)).toEqual({ ok: false, refusal: 'no_such_person' })
    expect(await whoIs(await enter('undici@town.example'))).not.toBeNull()
    expect(await signIn(town.world, other, { email: 'undici@town.example', password })).toMatchObject({ ok: false })
    town.setNow(monday)
  })

  test('is over after a week', async () => {
    await hire('sette@town.example')
    const invited = await inviteStaff(town.world, town.tenant, 'sette@town.example')
    town.setNow(new Date(monday.getTime() + 7 * 86_400_000 + 1))
    expect(await set(invited.ok ? invited.value : '')).toEqual({ ok: false, refusal: 'token_over' })
    town.setNow(monday)
  })

  test('is for people who are here', async () => {
    expect(await inviteStaff(town.world, town.tenant, 'nessuno@town.example')).toEqual({ ok: false, refusal: 'no_such_person' })
  })

  test.each([
    ['email_wrong', { email: 'no' }],
    ['name_missing', { name: ' ' }],
    ['role_missing', { memberships: [] }],
    ['office_missing', { memberships: [{ role: 'office_operator', office: null }] }],
    ['office_unknown', { memberships: [{ role: 'office_manager', office: '019aaaaa-aaaa-7aaa-8aaa-aaaaaaaaaaaa' as OfficeId }] }],
  ] as const)('nobody is hired: %s', async (refusal, wrong) => {
    const person = { email: 'otto@town.example', name: 'Otto', memberships: desk, passwordHash: null, ...wrong }
    expect(await hireStaff(town.world, town.tenant, person)).toEqual({ ok: false, refusal })
  })
})
