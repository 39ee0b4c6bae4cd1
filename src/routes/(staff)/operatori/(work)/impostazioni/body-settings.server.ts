import { fail, redirect } from '@sveltejs/kit'
import type { Refused } from '#domain/shared/result.ts'
import type { TenantSettings } from '#domain/tenants/tenant.ts'
import type { Dictionary } from '#lib/messages/dictionary.ts'
import { whoIsUpsetByBody } from '#server/storage/appointments/review-appointments.ts'
import { bodyStore } from '#server/storage/settings/body.ts'
import { lastSettingVersion } from '#server/storage/settings/history.ts'
import { type SetBodyRefusal, setBody } from '#server/use-cases/tenants/set-body.ts'
import { readForm, textOf } from '../../../../read-form.server.ts'
import { type Said, wordRefused } from '../refused-form.server.ts'
import { staffOf } from '../staff-of.server.ts'
import { presentAffected, readShown } from './affected.server.ts'
import { type BodyPage, bodyParts } from './body-parts.ts'
import { presentHistory, readHistory } from './history.server.ts'
import { revert } from './revert.server.ts'

/** What the body set for itself, for one of its pages: the settings, their version, and what was changed last of the parts that the page sets. */
export async function readBody({ locals, url }: { readonly locals: App.Locals; readonly url: URL }, on: BodyPage) {
  const { installation, directory, words, locale } = locals
  const { id, settings: known } = directory.tenant
  const { settings, version, history } = await installation.world.read(id, async (reader) => ({
    settings: (await bodyStore.read(reader, id)) ?? known,
    version: await lastSettingVersion(reader, 'body', id),
    history: await readHistory(reader, { subject: 'body', id, parts: bodyParts[on] }),
  }))
  const page = {
    locale,
    body: words.body,
    version,
    history: presentHistory(history, locals),
    done: url.searchParams.has('fatto'),
  }
  return { settings, page }
}

type Refusal = keyof Dictionary['body']['refusal'] | keyof Dictionary['settings']['refusal']
type Event = { readonly locals: App.Locals; readonly request: Request; readonly url: URL }

/** How refusals of what a body sets are said; each names its own field. */
export function saidOfBody({ words }: App.Locals): Said<Refusal> {
  return { words: { ...words.settings.refusal, ...words.body.refusal }, fields }
}

const fields: Readonly<Partial<Record<Refusal, string>>> = {
  zone_unknown: 'zone',
  never_open: 'weekly',
  patron_wrong: 'patron',
  closure_wrong: 'closures',
}

/** The actions of a page of the body: what its form says is kept or refused beside its field, and an old value comes back. */
export function bodyActions(read: (form: FormData) => Partial<TenantSettings>) {
  return {
    save: async ({ locals, request, url }: Event) => {
      const { installation, directory } = locals
      const form = await readForm(request)
      const ask = { by: staffOf(locals), part: read(form), seen: Number(textOf(form, 'version')), shown: readShown(form) }
      const saved = await setBody(installation.world, directory.tenant.id, ask)
      if (!saved.ok) return failBody(saved, form, ask.part, locals)
      redirect(303, `${url.pathname}?fatto`)
    },
    revert,
  }
}

/** Besides what is wrong, whoever would lose their appointment’s time is shown. */
async function failBody(
  refused: Omit<Refused<SetBodyRefusal>, 'ok'>,
  form: FormData,
  { calendar }: Partial<TenantSettings>,
  locals: App.Locals,
) {
  const { world } = locals.installation
  const upset =
    refused.refusal === 'people_affected' && calendar
      ? await world.read(locals.directory.tenant.id, (reader) => whoIsUpsetByBody(reader, calendar, world.now()))
      : []
  const affected = upset.length > 0 ? presentAffected(upset, locals) : null
  return fail(refused.refusal === 'old_version' ? 409 : 422, {
    ...wordRefused('body', refused, form, saidOfBody(locals)),
    affected,
  })
}

/** A text in both languages as a form has it. */
export function wordsOf(form: FormData, name: string): { it: string; en?: string } {
  const [it, en] = [textOf(form, name).trim(), textOf(form, `${name}-en`).trim()]
  return { it, ...(en !== '' && { en }) }
}
