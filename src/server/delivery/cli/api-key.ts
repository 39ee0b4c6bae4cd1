import { parseArgs } from 'node:util'
import type { Actor } from '#domain/people/actor.ts'
import { scopes } from '#domain/people/scope.ts'
import { type ApiKeyId, isId } from '#domain/shared/id.ts'
import { listApiKeys } from '#server/storage/api-keys.ts'
import type { Directory } from '#server/storage/directory.ts'
import { type CreateApiKeyRefusal, createApiKey } from '#server/use-cases/api-keys/create-api-key.ts'
import { revokeApiKey } from '#server/use-cases/api-keys/revoke-api-key.ts'
import { type Command, type Tools, WrongUsage } from './command.ts'

const usage = `api-key create --tenant T --name N [--scopes ${scopes.join(',')}] [--json]
    makes a key and prints it, alone, once: it is kept as a hash and cannot be read again
api-key list --tenant T [--json]
    the body's keys: id, scopes, when made, when last used, when revoked, name
api-key revoke --tenant T --id ID [--json]
    ends a key

--tenant  the body's short name, as in its jurisdiction_id
--scopes  what the key may do, by commas; all of the above unless given`

const refusals = {
  name_missing: 'the key needs a name',
  scope_missing: 'the key needs a scope',
  scope_unknown: `scopes are ${scopes.join(', ')}`,
  name_too_long: 'the name is too long',
  secret_taken: 'this secret is in use',
  not_yours: 'keys are for the platform and administrators to make',
  old_version: 'the key was changed meanwhile',
  nothing_changes: 'the key is so already',
} as const satisfies Record<CreateApiKeyRefusal, string>

const platform: Actor = { kind: 'system' }

type Options = {
  readonly tenant?: string
  readonly name?: string
  readonly scopes?: string
  readonly id?: string
  readonly json?: boolean
}

/** `./filo api-key …`: keys for programs. */
export const apiKey: Command = {
  usage,
  run: async (args, tools) => {
    const { action, options } = readArguments(args)
    const { world } = await tools.open()
    const directory = await world.directories.ofSlug(options.tenant ?? '')
    if (!directory) {
      tools.say(`no such tenant: ${options.tenant}`)
      return 1
    }
    return action({ world, directory, options, tools })
  },
}

type World = Awaited<ReturnType<Tools['open']>>['world']

type Action = (asked: {
  readonly world: World
  readonly directory: Directory
  readonly options: Options
  readonly tools: Tools
}) => Promise<number>

const create: Action = async ({ world, directory, options, tools }) => {
  const asked = (options.scopes ?? scopes.join(',')).split(',').map((scope) => scope.trim())
  const created = await createApiKey(world, directory.tenant.id, {
    by: platform,
    name: options.name ?? '',
    scopes: asked.filter(Boolean),
  })
  if (!created.ok) {
    tools.say(refusals[created.refusal])
    return 1
  }
  const { id, secret } = created.value
  tools.print(options.json ? JSON.stringify({ id, key: secret }) : secret)
  return 0
}

const list: Action = async ({ world, directory, options, tools }) => {
  const keys = await world.read(directory.tenant.id, listApiKeys)
  if (options.json) tools.print(JSON.stringify(keys))
  else {
    for (const { id, scopes: held, createdAt, usedAt, revokedAt, name } of keys) {
      const dates = [createdAt, usedAt, revokedAt].map((date) => date?.toISOString() ?? '-')
      tools.print([id, held.join(','), ...dates, name].join('\t'))
    }
  }
  return 0
}

const revoke: Action = async ({ world, directory, options, tools }) => {
  const id = options.id ?? ''
  const revoked = isId(id)
    ? await revokeApiKey(world, directory.tenant.id, { by: platform, id: id as ApiKeyId })
    : { ok: false as const }
  if (!revoked.ok) {
    tools.say('no such key in use')
    return 1
  }
  if (options.json) tools.print(JSON.stringify({ id, revoked: true }))
  return 0
}

const actions: ReadonlyMap<string, { readonly run: Action; readonly needs: readonly (keyof Options)[] }> = new Map([
  ['create', { run: create, needs: ['tenant', 'name'] as const }],
  ['list', { run: list, needs: ['tenant'] as const }],
  ['revoke', { run: revoke, needs: ['tenant', 'id'] as const }],
])

function readArguments([name = '', ...args]: readonly string[]): { readonly action: Action; readonly options: Options } {
  const action = actions.get(name)
  if (!action) throw new WrongUsage(name === '' ? 'say what to do with keys' : `no such action: ${name}`)
  const text = { type: 'string' } as const
  const { values } = parseArgs({
    args: [...args],
    options: { tenant: text, name: text, scopes: text, id: text, json: { type: 'boolean' } },
  })
  for (const need of action.needs) if (!values[need]) throw new WrongUsage(`--${need} is missing`)
  return { action: action.run, options: values }
}
