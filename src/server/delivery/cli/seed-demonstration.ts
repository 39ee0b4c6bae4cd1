import { randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { holds, roles, type Staff } from '#domain/people/actor.ts'
import { withDeskOffice } from '#domain/people/staffing.ts'
import type { TenantId } from '#domain/shared/id.ts'
import type { Installation } from '#server/boot.ts'
import { hashPassword } from '#server/gateways/secrets.ts'
import { type Directory, deskOfficeOf } from '#server/storage/directory.ts'
import { createApiKey } from '#server/use-cases/api-keys/create-api-key.ts'
import { hireStaff } from '#server/use-cases/people/hire-staff.ts'
import { foundTenant } from '#server/use-cases/tenants/found-tenant.ts'
import { fileDemonstration } from './file-demonstration.ts'
import { groupDemonstration } from './group-demonstration.ts'
import { liveDemonstration } from './live-demonstration.ts'
import { rateDemonstration } from './rate-demonstration.ts'
import { readJson, readPlan } from './read-plan.ts'

/** Bodies that show what the platform does: a folder each, which holds nothing but data. */
const demonstrations = join(import.meta.dirname, '../../../../demo')

const staffSchema = z.array(
  z.object({
    email: z.email(),
    name: z.string(),
    roles: z.array(z.object({ role: z.enum(roles), office: z.string().optional() })),
  }),
)

/**
 * Founds the demonstration body on an empty installation: always on the embedded database, on another only when asked to.
 * Returns the lines that tell whoever started it how to sign in.
 */
export async function seedDemonstration(installation: Installation, asked: boolean): Promise<readonly string[]> {
  const { config, database, world } = installation
  if (config.databaseUrl !== undefined && !asked) return []
  const founded = await database.shared.selectFrom('tenant').select('tenant.id').limit(1).executeTakeFirst()
  const [name] = existsSync(demonstrations) ? await readdir(demonstrations) : []
  if (founded || name === undefined) return []

  const folder = join(demonstrations, name)
  const plan = await readPlan(folder)
  const tenant = await foundTenant(world, plan)
  const directory = await world.directories.of(tenant)
  const password = config.demoPassword ?? randomBytes(9).toString('base64url')
  const people = await hirePeople(installation, directory, password, folder)
  const administrator = [...people.values()].find((one) => holds(one, 'administrator'))
  if (administrator) await fileDemonstration(world, directory, administrator, folder)
  await groupDemonstration(world, tenant, folder)
  await liveDemonstration(world, directory, people, folder)
  await rateDemonstration(world, directory, folder)
  const key = await giveKey(installation, tenant)
  return [
    `demonstration: ${plan.settings.name}`,
    `staff sign-in at /operatori: ${[...people.keys()].slice(0, 3).join(', ')} … password: ${password}`,
    `Open311 key: ${key}`,
  ]
}

async function hirePeople(
  { world }: Installation,
  directory: Directory,
  password: string,
  folder: string,
): Promise<ReadonlyMap<string, Staff>> {
  const passwordHash = await hashPassword(password)
  const offices = new Map([...directory.offices.values()].map((office) => [office.code, office.id]))
  const people = new Map<
    string,
    Parameters<typeof liveDemonstration>[2] extends ReadonlyMap<string, infer Person> ? Person : never
  >()
  for (const { email, name, roles: held } of staffSchema.parse(await readJson(folder, 'staff.json'))) {
    const memberships = held.map(({ role, office }) => ({ role, office: office ? (offices.get(office) ?? null) : null }))
    const hired = await hireStaff(world, directory.tenant.id, { email, name, memberships, passwordHash })
    if (!hired.ok) throw new Error(`${email}: ${hired.refusal}`)
    people.set(email, { kind: 'staff', account: hired.value, memberships: withDeskOffice(memberships, deskOfficeOf(directory)) })
  }
  return people
}

async function giveKey({ config, world }: Installation, tenant: TenantId): Promise<string> {
  const scopes = ['open311:read', 'open311:write']
  const created = await createApiKey(world, tenant, {
    by: { kind: 'system' },
    name: 'demonstration',
    scopes,
    secret: config.demoApiKey,
  })
  if (!created.ok) throw new Error(created.refusal)
  return created.value.secret
}
