import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTown, type Town } from '#tests/town.ts'
import { WrongUsage } from './command.ts'
import { services } from './services.ts'

let town: Town
let folder: string
beforeAll(async () => {
  town = await openTown()
  folder = await mkdtemp(join(tmpdir(), 'filo-services-'))
})
afterAll(async () => {
  await town.close()
  await rm(folder, { recursive: true })
})

async function run(...args: readonly string[]) {
  const printed: string[] = []
  const said: string[] = []
  const tools = {
    open: async () => town.installation,
    print: (line: string) => void printed.push(line),
    say: (line: string) => void said.push(line),
  }
  const [action = '', ...more] = args
  return { code: await services.run([action, '--tenant', town.directory.tenant.slug, ...more], tools), printed, said }
}

async function file(name: string, text: string): Promise<string> {
  const path = join(folder, name)
  await writeFile(path, text)
  return path
}

const listed = (...list: readonly object[]) => JSON.stringify({ format: 'filo-services', version: 1, services: list })
const passo = { code: 'passo', state: 'draft', sheet: { title: { it: 'Passo carrabile' } } }

test('a file is tried, brought in, and goes out again, as JSON and as CSV', async () => {
  const from = await file('in.json', listed(passo))
  expect(await run('import', '--from', from, '--dry-run')).toMatchObject({ code: 0, printed: ['1\tmake\tpasso\t'], said: [] })
  expect(JSON.parse((await run('export')).printed[0] ?? '').services).toEqual([])
  expect(await run('import', '--from', from)).toMatchObject({ code: 0, said: [] })
  expect((await run('import', '--from', from)).printed).toEqual(['1\tleave\tpasso\t'])
  const [out, csv] = [join(folder, 'out.json'), join(folder, 'out.csv')]
  expect(await run('export', '--to', out)).toEqual({ code: 0, printed: [], said: [] })
  expect(JSON.parse(await readFile(out, 'utf8')).services[0].code).toBe('passo')
  expect(await run('export', '--format', 'csv', '--to', csv)).toMatchObject({ code: 0 })
  const wanting = (await readFile(csv, 'utf8')).replace('bozza', 'pubblicato')
  const { printed } = await run('import', '--from', await file('wanting.csv', wanting), '--json')
  expect(JSON.parse(printed[0] ?? '').lines).toMatchObject([
    { code: 'passo', does: 'leave', lacks: expect.arrayContaining(['C.SI.1.3:how_to']) },
  ])
})

test('one refused line keeps the whole file out, unless it is to be skipped', async () => {
  const from = await file('refused.json', listed({ ...passo, code: 'nuovo' }, { code: 'solo' }))
  const refused = await run('import', '--from', from)
  expect(refused).toMatchObject({ code: 1, said: [expect.stringContaining('1 lines are refused')] })
  expect(refused.printed[1]).toContain('refuse\tsolo\tfield_missing sheet')
  expect((await run('export')).printed[0]).not.toContain('nuovo')
  expect(await run('import', '--from', from, '--skip-refused')).toMatchObject({ code: 0, said: [] })
  expect((await run('export')).printed[0]).toContain('nuovo')
})

test('a file that cannot be read is told with its line, and the exit code is 1', async () => {
  const from = await file('broken.json', '{\n"format":')
  expect(await run('import', '--from', from)).toEqual({ code: 1, printed: [], said: [`${from}:2 not_json`] })
})

test.each([[[]], [['drop']], [['import']], [['export', '--format', 'xml']]] as const)('is used wrongly with %j', async (args) => {
  await expect(run(...args)).rejects.toBeInstanceOf(WrongUsage)
})
