import { afterAll, beforeAll, expect, test } from 'vitest'
import { findAccount, listHeldRoles } from '#server/storage/accounts.ts'
import { listSettingChanges } from '#server/storage/settings/history.ts'
import { openTown, type Town } from '#tests/town.ts'
import { staff } from './staff.ts'

let town: Town
beforeAll(async () => {
  town = await openTown()
})
afterAll(() => town.close())

async function run(...args: readonly string[]) {
  const printed: string[] = []
  const said: string[] = []
  const tools = {
    open: async () => town.installation,
    print: (line: string) => void printed.push(line),
    say: (line: string) => void said.push(line),
  }
  const tenant = ['--tenant', town.directory.tenant.slug, '--email', 'nuovo@town.example']
  return { code: await staff.run([args[0] ?? '', ...tenant, ...args.slice(1)], tools), printed, said }
}

const history = async () => {
  const account = await town.world.read(town.tenant, (reader) => findAccount(reader, 'nuovo@town.example'))
  const id = account?.id ?? ''
  return town.world.read(town.tenant, (reader) =>
    listSettingChanges(reader, { subject: 'person', id }, { limit: 9, before: null }),
  )
}

test('staff invite gives roles one after the other, prints the link, and each is written down as the platform’s doing', async () => {
  const first = await run('invite', '--name', 'Nino Nuovo', '--role', 'desk', '--office', 'roads')
  expect(first).toMatchObject({ code: 0, said: [] })
  expect(first.printed[0]).toContain('/operatori/password/')
  expect(await run('invite', '--name', 'Nino Nuovo', '--role', 'office_operator', '--office', 'roads')).toMatchObject({ code: 0 })
  expect(await run('invite', '--name', 'Nino Nuovo', '--role', 'desk')).toMatchObject({ code: 0 })
  const [desk, roads] = [
    { role: 'desk', office: null },
    { role: 'office_operator', office: town.office('roads') },
  ] as const
  expect(await history()).toMatchObject([
    { by: null, version: 2, before: { memberships: [desk] }, after: { memberships: [desk, roads] } },
    { by: null, version: 1, before: null, after: { memberships: [desk] } },
  ])
  expect(await run('deactivate')).toMatchObject({ code: 0 })
  const account = await town.world.read(town.tenant, (reader) => findAccount(reader, 'nuovo@town.example'))
  expect(account && (await town.world.read(town.tenant, (reader) => listHeldRoles(reader, account.id)))).toEqual([])
  expect(await history()).toMatchObject([{ version: 3, by: null, after: null }, {}, {}])
})

test.each([
  ['an unknown role', ['invite', '--name', 'A', '--role', 'mayor']],
  ['an office role without its office', ['invite', '--name', 'A', '--role', 'office_operator']],
  ['a role without a name', ['invite', '--role', 'desk']],
  ['somebody who is not here', ['deactivate']],
] as const)('refuses %s with a sentence and exit code 1', async (_, args) => {
  expect(await run(...args)).toMatchObject({ code: 1, printed: [], said: [expect.any(String)] })
})
