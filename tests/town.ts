import { randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { inject } from 'vitest'
import type { Category } from '#domain/categories/category.ts'
import type { Membership, Staff } from '#domain/people/actor.ts'
import { withDeskOffice } from '#domain/people/staffing.ts'
import type { Report } from '#domain/reports/report.ts'
import type { CategoryId, OfficeId, ReportId, TenantId } from '#domain/shared/id.ts'
import { boot, type Installation, type Replacements } from '#server/boot.ts'
import { readConfig } from '#server/config.ts'
import type { Letter } from '#server/gateways/mail.ts'
import { type Directory, deskOfficeOf } from '#server/storage/directory.ts'
import { readReport } from '#server/storage/reports.ts'
import { hireStaff } from '#server/use-cases/people/hire-staff.ts'
import { type OpenReport, openReport } from '#server/use-cases/reports/open-report.ts'
import { foundTenant } from '#server/use-cases/tenants/found-tenant.ts'
import type { World } from '#server/world.ts'
import { townPlan } from './town-plan.ts'

/** A body to borrow: offices, people and reports over a real database, with a clock that tests may set. */
export type Town = {
  readonly installation: Installation
  readonly world: World
  readonly tenant: TenantId
  readonly directory: Directory
  readonly admin: Staff
  readonly desk: Staff
  readonly roads: Staff
  readonly parks: Staff
  readonly letters: readonly Letter[]
  setNow(now: Date): void
  office(code: string): OfficeId
  category(code: string): Category
  person(memberships: readonly Membership[], name?: string): Promise<Staff>
  report(wanted?: Partial<OpenReport>): Promise<Report>
  read(report: ReportId): Promise<Report>
  runJobs(): Promise<number>
  close(): Promise<void>
}

/** Monday morning, far from any holiday and from any change of the clocks. */
export const monday = new Date('2026-05-11T08:00:00Z')

/** Founds a town over a database of its own; every test file opens one and closes it. */
export async function openTown(replacements: Replacements = {}): Promise<Town> {
  const { url, drop } = await copyDatabase()
  const folder = await mkdtemp(join(tmpdir(), 'filo-town-'))
  const letters: Letter[] = []
  let now = monday
  const config = readConfig({ FILO_DATA: folder, FILO_DATABASE_URL: url, FILO_JOBS: 'off', FILO_ORIGIN: 'http://filo.test' })
  const mailer = { send: async (letter: Letter) => void letters.push(letter) }
  const installation = await boot(config, { now: () => now, mailer, ...replacements })
  const { world } = installation
  const tenant = await foundTenant(world, townPlan(`town-${randomUUID().slice(0, 8)}`))
  const directory = await world.directories.of(tenant)
  const people = staffing(world, tenant, directory)
  return {
    installation,
    world,
    tenant,
    directory,
    admin: await people.hire([{ role: 'administrator', office: null }], 'Alma Admin'),
    desk: await people.hire([{ role: 'desk', office: null }], 'Dora Desk'),
    roads: await people.hire([{ role: 'office_manager', office: people.office('roads') }], 'Rita Roads'),
    parks: await people.hire([{ role: 'office_operator', office: people.office('parks') }], 'Paolo Parks'),
    letters,
    setNow: (to) => {
      now = to
    },
    office: people.office,
    category: (code) => categoryOf(directory, code),
    person: people.hire,
    report: (wanted) => report(world, directory, wanted),
    read: async (id) => mustExist(await world.read(tenant, (reader) => readReport(reader, id))),
    runJobs: () => installation.queue.drain(installation.handlers),
    close: async () => {
      await installation.close()
      await drop()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

function staffing(world: World, tenant: TenantId, directory: Directory) {
  const office = (code: string): OfficeId => mustExist([...directory.offices.values()].find((one) => one.code === code)).id
  const hire = async (memberships: readonly Membership[], name = 'Anna Altra'): Promise<Staff> => {
    const email = `${randomUUID()}@town.example`
    const hired = await hireStaff(world, tenant, { email, name, memberships, passwordHash: null })
    if (!hired.ok) throw new Error(hired.refusal)
    return { kind: 'staff', account: hired.value, memberships: withDeskOffice(memberships, deskOfficeOf(directory)) }
  }
  return { office, hire }
}

async function report(world: World, directory: Directory, wanted: Partial<OpenReport> = {}): Promise<Report> {
  const opened = await openReport(world, directory.tenant.id, { ...plainReport(categoryOf(directory, 'pothole').id), ...wanted })
  if (!opened.ok) throw new Error(opened.refusal)
  return mustExist(await world.read(directory.tenant.id, (reader) => readReport(reader, opened.value.report)))
}

/** The town as it would be if its parks stood below its roads. */
export function parksBelowRoads(directory: Directory): Directory {
  const { offices } = directory
  const above = [...offices.values()].find(({ code }) => code === 'roads')?.id ?? null
  const moved = [...offices].map(([id, office]) => [id, office.code === 'parks' ? { ...office, parent: above } : office] as const)
  return { ...directory, offices: new Map(moved) }
}

/** A report that every rule accepts, sent from the web by somebody with an address. */
export function plainReport(category: CategoryId): OpenReport {
  return {
    submissionKey: randomUUID(),
    kind: 'problem',
    category,
    title: 'Buca profonda',
    description: 'Davanti al civico 12 c’è una buca pericolosa per chi va in bicicletta.',
    answers: {},
    place: { longitude: 9.05, latitude: 44.05 },
    address: 'Via Lunga 12',
    author: { firstName: 'Ada', lastName: 'Verdi', email: 'ada@example.org', phone: null, locale: 'it' },
    consent: true,
    channel: 'web',
    by: { kind: 'author' },
    recordedBy: null,
    draft: null,
    attachments: [],
    mediaUrls: [],
  }
}

function categoryOf(directory: Directory, code: string): Category {
  return mustExist([...directory.categories.values()].find((one) => one.code === code))
}

function mustExist<T>(value: T | null | undefined): T {
  if (value === null || value === undefined) throw new Error('the town lacks what the test asks for')
  return value
}

async function copyDatabase(): Promise<{ url: string; drop: () => Promise<void> }> {
  const engine = inject('engine')
  const name = `filo_${randomUUID().replaceAll('-', '')}`
  const say = async (command: string) => {
    const client = new pg.Client({ connectionString: engine })
    await client.connect()
    await client.query(command).finally(() => client.end())
  }
  await say(`create database ${name} template filo_template`)
  const url = new URL(engine)
  url.pathname = `/${name}`
  // Without force, which may not end the engine's own housekeeping: it waits until that is over.
  return { url: url.href, drop: () => say(`drop database ${name}`) }
}
