import { fail, redirect } from '@sveltejs/kit'
import type { TenantSettings } from '#domain/tenants/tenant.ts'
import type { RefusedForm } from '#lib/components/people/refused-form.ts'
import type { Dictionary } from '#lib/messages/dictionary.ts'
import { bodyStore } from '#server/storage/settings/body.ts'
import { lastSettingVersion, listSettingChanges } from '#server/storage/settings/history.ts'
import { revertSetting } from '#server/use-cases/settings/revert-setting.ts'
import { setBody } from '#server/use-cases/tenants/set-body.ts'
import { readForm, textOf } from '../../../../read-form.server.ts'
import { staffOf } from '../staff-of.server.ts'
import { presentHistory } from './present-history.server.ts'

const shownChanges = 10

/** What the body set for itself, for one of its pages: the settings, their version, and what was changed last. */
export async function readBody({ locals, url }: { readonly locals: App.Locals; readonly url: URL }) {
  const { installation, directory, words, locale } = locals
  const { id, settings: known } = directory.tenant
  const { settings, version, changes } = await installation.world.read(id, async (reader) => ({
    settings: (await bodyStore.read(reader, id)) ?? known,
    version: await lastSettingVersion(reader, 'body', id),
    changes: await listSettingChanges(reader, { subject: 'body', id }, { limit: shownChanges, before: null }),
  }))
  const page = {
    locale,
    body: words.body,
    version,
    changes: presentHistory(changes, locals),
    done: url.searchParams.has('fatto'),
  }
  return { settings, page }
}

type Refusal = keyof Dictionary['body']['refusal'] | keyof Dictionary['settings']['refusal']
type Event = { readonly locals: App.Locals; readonly request: Request; readonly url: URL }

/** The actions of a page of the body: what its form says is kept or refused beside its field, and an old value comes back. */
export function bodyActions(
  read: (form: FormData) => Partial<TenantSettings>,
  fields: Readonly<Partial<Record<Refusal, string>>>,
) {
  const refused = (name: string, refusal: Refusal, form: FormData, { words }: App.Locals): RefusedForm => {
    const messages: Readonly<Record<string, string>> = { ...words.settings.refusal, ...words.body.refusal }
    const typed = Map.groupBy([...form], ([key]) => key)
    const values = Object.fromEntries([...typed].map(([key, pairs]) => [key, pairs.map(([, value]) => String(value))]))
    return { name, field: fields[refusal] ?? null, message: messages[refusal] ?? refusal, values }
  }
  return {
    save: async ({ locals, request, url }: Event) => {
      const { installation, directory } = locals
      const staff = staffOf(locals)
      const form = await readForm(request)
      const ask = { by: staff, part: read(form), seen: Number(textOf(form, 'version')) }
      const saved = await setBody(installation.world, directory.tenant.id, ask)
      if (!saved.ok) return fail(saved.refusal === 'old_version' ? 409 : 422, refused('body', saved.refusal, form, locals))
      redirect(303, `${url.pathname}?fatto`)
    },
    revert: async ({ locals, request, url }: Event) => {
      const { installation, directory } = locals
      const staff = staffOf(locals)
      const form = await readForm(request)
      const reverted = await revertSetting(installation.world, directory.tenant.id, { change: textOf(form, 'change'), by: staff })
      if (!reverted.ok) return fail(422, refused('revert', reverted.refusal, form, locals))
      redirect(303, `${url.pathname}?fatto`)
    },
  }
}

/** A text in both languages as a form has it. */
export function wordsOf(form: FormData, name: string): { it: string; en?: string } {
  const [it, en] = [textOf(form, name).trim(), textOf(form, `${name}-en`).trim()]
  return { it, ...(en !== '' && { en }) }
}
