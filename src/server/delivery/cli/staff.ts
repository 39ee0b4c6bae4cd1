import { parseArgs } from 'node:util'
import { roles } from '#domain/people/actor.ts'
import { findMember } from '#server/storage/accounts.ts'
import type { Directory } from '#server/storage/directory.ts'
import { changeRoles } from '#server/use-cases/people/change-roles.ts'
import { type HireStaffRefusal, hireStaff } from '#server/use-cases/people/hire-staff.ts'
import { inviteStaff } from '#server/use-cases/people/invite-staff.ts'
import { type Command, type Tools, WrongUsage } from './command.ts'

const usage = `staff invite --tenant T --email E [--name N --role ROLE [--office CODE]] [--json]
    gives a person a role, where one is named, and prints the link with which they set their password, once, within a week
staff deactivate --tenant T --email E
    ends a person's access; what they have open goes to their office

--role    ${roles.join(', ')}; the two office roles need --office, the office's code`

const refusals = {
  email_wrong: 'this is no e-mail address',
  name_missing: 'the person needs a name',
  role_missing: 'the person needs a role',
  office_missing: 'this role needs an --office',
  office_unknown: 'no such office, or it is closed',
} as const satisfies Record<HireStaffRefusal, string>

type Options = {
  readonly tenant?: string
  readonly email?: string
  readonly name?: string
  readonly role?: string
  readonly office?: string
  readonly json?: boolean
}

/** `./filo staff …`: people come and go. */
export const staff: Command = {
  usage,
  run: async ([action, ...args], tools) => {
    if (action !== 'invite' && action !== 'deactivate') throw new WrongUsage('say what to do with staff')
    const text = { type: 'string' } as const
    const { values } = parseArgs({
      args,
      options: { tenant: text, email: text, name: text, role: text, office: text, json: { type: 'boolean' } },
    })
    if (!values.tenant || !values.email) throw new WrongUsage('--tenant and --email are needed')
    const { world } = await tools.open()
    const directory = await world.directories.ofSlug(values.tenant)
    if (!directory) return no(tools, `no such tenant: ${values.tenant}`)
    return action === 'invite' ? invite(tools, directory, values) : deactivate(tools, directory, values)
  },
}

async function invite(tools: Tools, directory: Directory, options: Options): Promise<number> {
  const { world, config } = await tools.open()
  const email = options.email ?? ''
  if (options.role !== undefined) {
    const role = roles.find((one) => one === options.role)
    const office = [...directory.offices.values()].find(({ code }) => code === options.office)?.id ?? null
    if (!role) return no(tools, `roles are ${roles.join(', ')}`)
    if (role.startsWith('office_') && office === null) return no(tools, `no such office: ${options.office ?? '(none given)'}`)
    const hired = await hireStaff(world, directory.tenant.id, {
      email,
      name: options.name ?? '',
      memberships: [{ role, office }],
      passwordHash: null,
    })
    if (!hired.ok) return no(tools, refusals[hired.refusal])
  }
  const invited = await inviteStaff(world, directory.tenant.id, email)
  if (!invited.ok) return no(tools, `nobody here has the address ${email}: name a --role and a --name`)
  const link = `${config.origin}/operatori/password/${invited.value}`
  tools.print(options.json ? JSON.stringify({ email, link }) : link)
  return 0
}

async function deactivate(tools: Tools, directory: Directory, { email = '' }: Options): Promise<number> {
  const { world } = await tools.open()
  const { id: tenant } = directory.tenant
  const member = await world.read(tenant, (reader) => findMember(reader, email))
  if (!member) return no(tools, `nobody here has the address ${email}`)
  const handOver = { to: 'office', note: 'Passaggio di consegne' } as const
  const leaving = { by: { kind: 'system' }, person: member.id, memberships: [], handOver, seen: null } as const
  const ended = await changeRoles(world, tenant, leaving)
  return ended.ok ? 0 : no(tools, ended.refusal === 'last_administrator' ? 'somebody has to administer the body' : ended.refusal)
}

function no(tools: Tools, why: string): number {
  tools.say(why)
  return 1
}
