import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { comparedPeriod, readResultsFilter } from '#domain/ratings/results-filter.ts'
import { shownPeriod } from '#domain/ratings/shown.ts'
import type { TenantId } from '#domain/shared/id.ts'
import { boot } from '#server/boot.ts'
import { readConfig } from '#server/config.ts'
import { listRatings } from '#server/queries/ratings/list-ratings.ts'
import { listPublicResults, readResultOfPage } from '#server/queries/ratings/public-results.ts'
import { sumBySteps, sumBySubject, sumRatings } from '#server/queries/ratings/sum-ratings.ts'
import type { Directory } from '#server/storage/directory.ts'
import { leaveRating } from '#server/use-cases/ratings/leave-rating.ts'
import { foundTenant } from '#server/use-cases/tenants/found-tenant.ts'
import type { World } from '#server/world.ts'
import { townPlan } from '#tests/town-plan.ts'
import { time, type Waiting } from '../time.ts'

/** What ratings ask of the database, in milliseconds, over so many of them. */
export type RatingFigures = { readonly ratings: number; readonly subjects: number; readonly waits: readonly Waiting[] }

const ratings = 1_000_000
const subjects = 1000

/** Fills a body of its own with three years' ratings, and asks of it what the pages ask. */
export async function measureRatings(): Promise<RatingFigures> {
  const folder = await mkdtemp(join(tmpdir(), 'filo-bench-ratings-'))
  const installation = await boot(readConfig({ FILO_DATA: folder, FILO_JOBS: 'off', FILO_ORIGIN: 'http://filo.test' }))
  const { world } = installation
  try {
    const tenant = await foundTenant(world, townPlan('bench'))
    console.log(`filling a body with ${ratings} ratings`)
    await fillRatings(join(folder, 'postgres'), tenant)
    return { ratings, subjects, waits: await measure(world, await world.directories.of(tenant)) }
  } finally {
    await installation.close()
    await rm(folder, { recursive: true, force: true })
  }
}

async function fillRatings(socket: string, tenant: TenantId): Promise<void> {
  const client = new pg.Client({ host: socket, user: 'postgres', database: 'filo' })
  await client.connect()
  try {
    await client.query("set session_replication_role = replica; set synchronous_commit = off; set work_mem = '256MB'")
    const script = await readFile(join(import.meta.dirname, 'fill.sql'), 'utf8')
    await client.query(
      script.replaceAll('$RATINGS', String(ratings)).replaceAll('$SUBJECTS', String(subjects)).replaceAll('$TENANT', tenant),
    )
    await client.query('vacuum analyze')
  } finally {
    await client.end()
  }
}

const times = 40

async function measure(world: World, directory: Directory): Promise<readonly Waiting[]> {
  const { id: tenant } = directory.tenant
  const today = world.now().toISOString().slice(0, 10)
  const byCode = new Map([...directory.offices.values()].map(({ code, id }) => [code, id]))
  const results = (search: string) => time(`results: ${search || 'a year'}`, times, () => readResults(search))
  const subject = { kind: 'service', key: 'bench-1', path: '/bench/1', title: { it: 'Oggetto' }, office: null } as const
  return [
    await results(''),
    await results('passo=week'),
    await results('tipo=service'),
    await results('tipo=report'),
    await results('ufficio=roads'),
    await results('ordine=worst&confronto=year'),
    await results(`dal=${Number(today.slice(0, 4)) - 3}-01-01`),
    await time('what everybody reads', times, () =>
      world.read(tenant, (reader) =>
        listPublicResults(reader, { kinds: ['page', 'service', 'office', 'faq', 'flow'], ...shownPeriod(today) }),
      ),
    ),
    await time('beside the question on a page', times, () =>
      world.read(tenant, (reader) => readResultOfPage(reader, { ...subject, ...shownPeriod(today) })),
    ),
    await time('leaving a rating', times, (n) =>
      leaveRating(world, tenant, {
        subject,
        rating: { stars: (n % 5) + 1, answer: 1, detail: null },
        address: `192.0.2.${n}`,
        agent: 'bench',
      }),
    ),
  ]

  /** Everything that the page of results reads. */
  function readResults(search: string) {
    const filter = readResultsFilter(new URLSearchParams(search), today, byCode)
    const asked = { ...filter, seen: null, today }
    const before = comparedPeriod(filter)
    return world.read(tenant, async (reader) => [
      await sumBySteps(reader, directory, asked),
      before && (await sumRatings(reader, directory, { ...asked, ...before })),
      await sumBySubject(reader, directory, { ...asked, before, skip: 0, limit: 50 }),
      await listRatings(reader, directory, { ...asked, after: null, limit: 51, written: 'texts' }),
    ])
  }
}
