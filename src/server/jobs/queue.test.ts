import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import type { EventId, ReportId } from '#domain/shared/id.ts'
import { openTown, type Town } from '#tests/town.ts'
import type { Handlers } from './queue.ts'

let town: Town
beforeAll(async () => {
  town = await openTown()
})
afterAll(() => town.close())

const mail = (name: string) => ({ tenant: town.tenant, report: name as ReportId, event: name as EventId })

async function states(): Promise<Readonly<Record<string, string>>> {
  const { rows } = await sql<{ report: string; state: string }>`
    select data->>'report' as report, state::text from pgboss.job where name = 'mail.to-author'`.execute(
    town.installation.database.shared,
  )
  return Object.fromEntries(rows.map(({ report, state }) => [report, state]))
}

test('a job that fails is tried again, and the others of its batch are done once', async () => {
  await town.world.transaction(town.tenant, async (tx) => {
    for (const name of ['first', 'second', 'third']) await tx.later('mail.to-author', mail(name))
  })
  const calls: string[] = []
  const handlers: Handlers = {
    ...town.installation.handlers,
    'mail.to-author': async ({ report }) => {
      calls.push(report)
      if (report === 'second') throw new Error('the mail server is away')
    },
  }
  await town.installation.queue.work(handlers)
  await vi.waitFor(async () => expect(await states()).toEqual({ first: 'completed', second: 'retry', third: 'completed' }), {
    timeout: 15_000,
  })
  expect(calls.toSorted()).toEqual(['first', 'second', 'third'])
})

test('what is asked for in a transaction that is refused is never done', async () => {
  await town.world.transaction(town.tenant, async (tx) => {
    await tx.later('mail.to-author', mail('refused'))
    return { ok: false as const, refusal: 'no' }
  })
  expect(await states()).not.toHaveProperty('refused')
})
