import { redirect } from '@sveltejs/kit'
import { scopes } from '#domain/people/scope.ts'
import { type ApiKeyId, isId } from '#domain/shared/id.ts'
import { refuse } from '#domain/shared/result.ts'
import { writeMoment } from '#lib/messages/dates.ts'
import { fill } from '#lib/messages/fill.ts'
import { type ApiKey, listApiKeys } from '#server/storage/api-keys.ts'
import { createApiKey } from '#server/use-cases/api-keys/create-api-key.ts'
import { revokeApiKey } from '#server/use-cases/api-keys/revoke-api-key.ts'
import { readForm, textOf, textsOf } from '../../../../../read-form.server.ts'
import { failForm, type Said } from '../../refused-form.server.ts'
import { staffOf } from '../../staff-of.server.ts'
import { presentHistory, readHistory } from '../history.server.ts'
import type { Actions, PageServerLoad } from './$types'

/** The keys of programs: those in use first, the newest above. */
export const load: PageServerLoad = async ({ locals, url }) => {
  const { installation, directory, words, locale } = locals
  const { keys, history } = await installation.world.read(directory.tenant.id, async (reader) => ({
    keys: await listApiKeys(reader),
    history: await readHistory(reader, { subject: 'key' }),
  }))
  const inUse = (key: ApiKey) => key.revokedAt === null
  const newest = keys.toReversed()
  return {
    locale,
    says: words.keys,
    scopes: scopes.map((value) => ({ value, label: words.keys.scope[value] })),
    rows: [...newest.filter(inUse), ...newest.filter((key) => !inUse(key))].map((key) => present(key, locals)),
    history: presentHistory(history, locals),
    done: url.searchParams.has('fatto'),
  }
}

function present({ id, name, scopes: held, createdAt, usedAt, revokedAt }: ApiKey, { directory, words, locale }: App.Locals) {
  const { keys } = words
  const moment = (at: Date) => writeMoment(at, locale, directory.tenant.settings.calendar.zone)
  return {
    id: id as string,
    name,
    scopes: scopes.filter((scope) => held.includes(scope)).map((scope) => keys.scope[scope]),
    made: moment(createdAt),
    used: usedAt ? moment(usedAt) : keys.unused,
    revoked: revokedAt ? fill(keys.revoked, { date: moment(revokedAt) }) : null,
  }
}

export const actions: Actions = {
  /** The secret is shown in the answer, once: it is kept nowhere. */
  create: async ({ locals, request }) => {
    const form = await readForm(request)
    const ask = { by: staffOf(locals), name: textOf(form, 'name'), scopes: textsOf(form, 'scopes') }
    const made = await createApiKey(locals.installation.world, locals.directory.tenant.id, ask)
    if (!made.ok) return failForm('key', made, form, saidOfKeys(locals))
    return { name: 'made', field: null, message: '', values: {}, made: { name: ask.name.trim(), secret: made.value.secret } }
  },
  revoke: async ({ locals, request, url }) => {
    const form = await readForm(request)
    const id = textOf(form, 'key')
    const revoked = isId(id)
      ? await revokeApiKey(locals.installation.world, locals.directory.tenant.id, { by: staffOf(locals), id: id as ApiKeyId })
      : refuse('no_such_key')
    if (!revoked.ok) return failForm('revoke', revoked, form, saidOfKeys(locals))
    redirect(303, `${url.pathname}?fatto`)
  },
}

type Refusal = keyof App.Locals['words']['keys']['refusal'] | keyof App.Locals['words']['settings']['refusal']

function saidOfKeys({ words }: App.Locals): Said<Refusal> {
  return {
    words: { ...words.settings.refusal, ...words.keys.refusal },
    fields: { name_missing: 'name', name_too_long: 'name', scope_missing: 'scopes', scope_unknown: 'scopes' },
  }
}
