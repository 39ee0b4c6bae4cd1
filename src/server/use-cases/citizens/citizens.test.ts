import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { codeTerms } from '#domain/citizens/sign-in-code.ts'
import { citizenTerms } from '#domain/people/session.ts'
import { emptyDraft } from '#domain/reports/draft.ts'
import { citizenOf } from '#server/delivery/web/citizen-session.ts'
import { staffOfRequest } from '#server/delivery/web/staff-session.ts'
import { listDraftsOf } from '#server/storage/drafts.ts'
import { readSignInCode, type SignInCodeId } from '#server/storage/sign-in-codes.ts'
import { startDraft } from '#server/use-cases/drafts/start-draft.ts'
import { foundTenant } from '#server/use-cases/tenants/found-tenant.ts'
import { monday, openTown, type Town } from '#tests/town.ts'
import { townPlan } from '#tests/town-plan.ts'
import { askCode } from './ask-code.ts'
import { eraseCitizen } from './erase-citizen.ts'
import { keepDetails } from './keep-details.ts'
import { leaveArea } from './leave-area.ts'
import { signInByCode } from './sign-in-by-code.ts'

let town: Town
let email: string
beforeAll(async () => {
  town = await openTown()
})
afterAll(() => town.close())
beforeEach(() => {
  town.setNow(monday)
  email = `${randomUUID()}@example.org`
})

const later = (milliseconds: number) => town.setNow(new Date(monday.getTime() + milliseconds))
const lettersTo = (address: string) => town.letters.filter(({ to }) => to.address === address)
const codeOf = (address: string) =>
  lettersTo(address)
    .at(-1)
    ?.text.match(/\b\d{6}\b/)?.[0] ?? ''
const wrong = (code: string) => (code === '000000' ? '000001' : '000000')
const type = (id: SignInCodeId, typed: string, before: string | null = null) =>
  signInByCode(town.world, town.tenant, { id, typed, before, drafts: [] })
const known = (token: string) => citizenOf(town.installation, town.directory, token)

async function ask(address = email): Promise<SignInCodeId> {
  const asked = await askCode(town.world, town.tenant, { email: address, locale: 'it' })
  if (!asked.ok) throw new Error(asked.refusal)
  await town.runJobs()
  return asked.value
}

async function enter(address = email, before: string | null = null): Promise<string> {
  const id = await ask(address)
  const entered = await type(id, codeOf(address.toLowerCase()), before)
  if (!entered.ok) throw new Error(entered.refusal)
  return entered.value.token
}

describe('a code', () => {
  test('goes to the address in one letter, not in its subject, and lies nowhere as it is', async () => {
    const id = await ask(` ${email.toUpperCase()} `)
    const [letter, ...more] = lettersTo(email)
    expect(more).toEqual([])
    expect(letter?.subject).toBe('Comune di Prova: il tuo codice di accesso')
    expect(letter?.text).toContain('Vale fino alle 10:15')
    const kept = await town.world.read(town.tenant, (reader) => readSignInCode(reader, id))
    expect(kept).toMatchObject({ email, tries: 0 })
    expect(JSON.stringify(kept)).not.toContain(codeOf(email))
  })

  test('opens a session for the address, once, however it is typed', async () => {
    const id = await ask()
    const code = codeOf(email)
    const entered = await type(id, ` ${code.slice(0, 3)} ${code.slice(3)} `)
    expect(entered).toMatchObject({ ok: true, value: { email } })
    expect(entered.ok && (await known(entered.value.token))).toEqual({
      email,
      firstName: '',
      lastName: '',
      phone: '',
      kept: false,
    })
    expect(await type(id, code)).toEqual({ ok: false, refusal: 'code_over' })
  })

  test.each(['', 'ada', 'ada@', 'ada@localhost'])('goes to no address such as %j', async (typed) => {
    const asked = await askCode(town.world, town.tenant, { email: typed, locale: 'it' })
    expect(asked).toEqual({ ok: false, refusal: typed === '' ? 'email_missing' : 'email_wrong' })
  })

  test('typed wrong five times is over, the right one too', async () => {
    const id = await ask()
    const code = codeOf(email)
    const said: string[] = []
    for (let n = 0; n < codeTerms.tries; n++) {
      const tried = await type(id, wrong(code))
      said.push(tried.ok ? 'opened' : tried.refusal)
    }
    expect(said).toEqual(['code_wrong', 'code_wrong', 'code_wrong', 'code_wrong', 'code_over'])
    expect(await type(id, code)).toEqual({ ok: false, refusal: 'code_over' })
  })

  test('is tried five times in all, however many try at once', async () => {
    const id = await ask()
    const tried = await Promise.all(Array.from({ length: 12 }, () => type(id, wrong(codeOf(email)))))
    expect(tried.filter((one) => !one.ok && one.refusal === 'code_wrong')).toHaveLength(4)
    const kept = await town.world.read(town.tenant, (reader) => readSignInCode(reader, id))
    expect(kept?.tries).toBeGreaterThanOrEqual(codeTerms.tries)
  })

  test('is over after a quarter of an hour', async () => {
    const id = await ask()
    later(codeTerms.life)
    expect(await type(id, codeOf(email))).toEqual({ ok: false, refusal: 'code_over' })
  })

  test('is over as soon as another is asked for', async () => {
    const first = await ask()
    const code = codeOf(email)
    const second = await ask()
    expect(await type(first, code)).toEqual({ ok: false, refusal: 'code_over' })
    expect(await type(second, codeOf(email))).toMatchObject({ ok: true })
  })

  test('counts in the browser alone that asked for it', async () => {
    await ask()
    expect(await type(randomUUID() as string as SignInCodeId, codeOf(email))).toEqual({ ok: false, refusal: 'code_over' })
  })

  test('that was replaced before its letter was written is not sent', async () => {
    for (let n = 0; n < 3; n++) await askCode(town.world, town.tenant, { email, locale: 'it' })
    await town.runJobs()
    expect(lettersTo(email)).toHaveLength(1)
  })
})

describe('a session', () => {
  test('ends when it is left alone, at its end, and by signing out', async () => {
    const left = await enter()
    later(citizenTerms.idle)
    expect(await known(left)).toBeNull()
    town.setNow(monday)
    const busy = await enter()
    for (let n = 1; n < 16; n++) {
      later((n * citizenTerms.whole) / 16)
      expect(await known(busy)).not.toBeNull()
    }
    later(citizenTerms.whole)
    expect(await known(busy)).toBeNull()
    town.setNow(monday)
    const out = await enter()
    await leaveArea(town.world, town.tenant, out)
    expect(await known(out)).toBeNull()
  })

  test('takes the place of the one that the browser had', async () => {
    const before = await enter()
    const after = await enter(email, before)
    expect(after).not.toBe(before)
    expect(await known(before)).toBeNull()
    expect(await known(after)).toMatchObject({ email })
  })

  test('takes what the browser was writing into the area, but nothing that has an address already', async () => {
    const started = await startDraft(town.world, town.tenant, emptyDraft('problem'))
    const other = await startDraft(town.world, town.tenant, emptyDraft('problem'), { email: 'other@example.org' })
    const id = await ask()
    const drafts = [started.token, other.token]
    await signInByCode(town.world, town.tenant, { id, typed: codeOf(email), before: null, drafts })
    const own = await town.world.read(town.tenant, (reader) => listDraftsOf(reader, email, 10))
    expect(own.map((draft) => draft.id)).toEqual([started.id])
  })

  test('gives no rights of the staff, not to an address of theirs either', async () => {
    const memberships = [{ role: 'administrator', office: null }] as const
    const { account } = await town.person(memberships, 'Alba')
    const { rows } = await town.installation.database.pool.query('select email from account where id = $1', [account])
    const token = await enter(rows[0].email)
    const { installation, directory } = town
    for (const cookie of [`filo_area=${token}`, `filo_sessione=${token}`])
      expect(await staffOfRequest(installation, directory, cookie)).toBeNull()
  })

  test('counts in the body alone in which it began', async () => {
    const neighbour = await foundTenant(town.world, townPlan('neighbour'))
    const token = await enter()
    const there = { tenant: { ...town.directory.tenant, id: neighbour } }
    expect(await citizenOf(town.installation, there, token)).toBeNull()
    expect(await known(token)).not.toBeNull()
  })

  test.each([undefined, '', 'x', 'x'.repeat(43)])('is none for the cookie %j', async (token) =>
    expect(await citizenOf(town.installation, town.directory, token)).toBeNull(),
  )
})

describe('details', () => {
  const details = { firstName: ' Ada ', lastName: 'Verdi', phone: '010 5550' }

  test('are kept for whoever wants it, and filled in at the next session', async () => {
    await enter()
    expect(await keepDetails(town.world, town.tenant, { email }, details)).toMatchObject({ ok: true })
    const token = await enter()
    expect(await known(token)).toEqual({ email, firstName: 'Ada', lastName: 'Verdi', phone: '010 5550', kept: true })
  })

  test('that are malformed are refused: details_wrong', async () => {
    const refused = { ok: false, refusal: 'details_wrong' }
    expect(await keepDetails(town.world, town.tenant, { email }, { ...details, phone: 'la sera' })).toEqual(refused)
  })

  test('are erased with every session, and other people’s stay', async () => {
    const other = `${randomUUID()}@example.org`
    for (const address of [email, other]) await keepDetails(town.world, town.tenant, { email: address }, details)
    const [first, second, theirs] = [await enter(), await enter(), await enter(other)]
    await startDraft(town.world, town.tenant, emptyDraft('problem'), { email })
    await eraseCitizen(town.world, town.tenant, { email })
    expect(await town.world.read(town.tenant, (reader) => listDraftsOf(reader, email, 10))).toEqual([])
    expect(await Promise.all([known(first), known(second)])).toEqual([null, null])
    expect(await known(theirs)).toMatchObject({ kept: true })
    expect(await known(await enter())).toMatchObject({ kept: false, firstName: '' })
  })

  test('of somebody who comes no more are swept after two years; codes and sessions once they are over', async () => {
    await keepDetails(town.world, town.tenant, { email }, details)
    const id = await ask()
    later(729 * 86_400_000)
    await town.installation.handlers['sweep.citizens']({})
    expect(await town.world.read(town.tenant, (reader) => readSignInCode(reader, id))).toBeNull()
    expect(await known(await enter())).toMatchObject({ kept: true })
    later((729 + 731) * 86_400_000)
    await town.installation.handlers['sweep.citizens']({})
    expect(await known(await enter())).toMatchObject({ kept: false })
  })
})
