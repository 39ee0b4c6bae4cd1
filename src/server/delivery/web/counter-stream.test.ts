import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { hashPassword } from '#server/gateways/secrets.ts'
import type { InboxCounts } from '#server/queries/desk/count-inbox.ts'
import { findAccount } from '#server/storage/accounts.ts'
import { changeRoles } from '#server/use-cases/people/change-roles.ts'
import { hireStaff } from '#server/use-cases/people/hire-staff.ts'
import { signIn } from '#server/use-cases/people/sign-in.ts'
import { signOut } from '#server/use-cases/people/sign-out.ts'
import { openTown, type Town } from '#tests/town.ts'
import { openCounterStream } from './counter-stream.ts'
import { staffStillThere } from './staff-session.ts'

let town: Town
const email = 'dora@town.example'
const password = 'il gatto dorme sul tetto'
beforeAll(async () => {
  town = await openTown()
  const memberships = [{ role: 'desk', office: null }] as const
  await hireStaff(town.world, town.tenant, { email, name: 'Dora', memberships, passwordHash: await hashPassword(password) })
})
afterAll(() => town.close())

/** A stream as a browser listens to it: what it says next, nothing once it is over. */
async function listen() {
  const entered = await signIn(town.world, town.tenant, { email, password })
  if (!entered.ok) throw new Error(entered.refusal)
  const { token } = entered.value
  const gone = new AbortController()
  const stream = openCounterStream(
    town.installation,
    {
      tenant: town.tenant,
      scope: { offices: null, person: null },
      who: () => staffStillThere(town.installation, town.directory, `filo_sessione=${token}`),
      gone: gone.signal,
    },
    5,
  )
  const reader = stream.getReader()
  const counts = async (): Promise<InboxCounts | null> => {
    const { done, value } = await reader.read()
    if (done) return null
    const data = /^data: (.*)$/m.exec(value)?.[1]
    return data === undefined ? counts() : JSON.parse(data)
  }
  /** Reads on until the counters say so: a change may be told twice. */
  const until = async (open: number): Promise<void> => {
    for (let now = await counts(); now?.open !== open; now = await counts()) if (now === null) throw new Error('it is over')
  }
  const over = async (): Promise<void> => {
    while ((await counts()) !== null);
  }
  return { token, counts, until, over, leave: () => gone.abort() }
}

describe('the counters', () => {
  test('are told as they stand at once, and as they stand after whatever happens in another connection', async () => {
    const { counts, until, leave, over } = await listen()
    expect((await counts())?.open).toBe(0)
    await town.report()
    await until(1)
    await town.report()
    await until(2)
    leave()
    await over()
  })

  test('are told again when the connection that hears of changes comes back', async () => {
    const { until, leave } = await listen()
    await until(2)
    const { shared } = town.installation.database
    await sql`select pg_terminate_backend(pid) from pg_stat_activity
      where application_name = 'filo-signals' and datname = current_database()`.execute(shared)
    await town.report()
    await until(3)
    leave()
  }, 20_000)

  test('are told no more to whoever signed out', async () => {
    const { token, until, over } = await listen()
    await until(3)
    await signOut(town.world, town.tenant, token)
    await town.report()
    await over()
  })

  test('are told no more to whoever works here no more', async () => {
    const { until, over } = await listen()
    await until(4)
    const person = await town.world.read(town.tenant, (reader) => findAccount(reader, email))
    if (!person) throw new Error('nobody')
    const leaving = { by: town.admin, person: person.id, memberships: [], handOver: null, seen: null }
    expect(await changeRoles(town.world, town.tenant, leaving)).toMatchObject({ ok: true })
    await town.report()
    await over()
  })
})
