import { fail, redirect } from '@sveltejs/kit'
import { adopt } from '#domain/citizens/adopt.ts'
import { emptyDraft } from '#domain/reports/draft.ts'
import { offeredKinds } from '#domain/reports/kind.ts'
import { inLocale } from '#domain/shared/words.ts'
import { fill } from '#lib/messages/fill.ts'
import { discardDraft } from '#server/use-cases/drafts/discard-draft.ts'
import { saveDraft } from '#server/use-cases/drafts/save-draft.ts'
import { readForm, textOf } from '../../read-form.server.ts'
import { takesLetters } from '../assistenza/letter.server.ts'
import type { Actions, PageServerLoad } from './$types'
import { beginDraft, forgetDraft, openDraft } from './draft.server.ts'

export const load: PageServerLoad = async (event) => {
  const { locals, url, setHeaders } = event
  setHeaders({ 'cache-control': 'private, no-store' })
  const { settings } = locals.directory.tenant
  const { shell, forms, errors, reports, wizard } = locals.words
  const draft = await openDraft(event)
  const zone = { timeZone: settings.calendar.zone, dateStyle: 'long', timeStyle: 'short' } as const
  return {
    words: {
      shell,
      forms,
      errors,
      wizard: { steps: wizard.steps, crumb: wizard.crumb, actions: wizard.actions, ...wizard.consent },
    },
    locale: locals.locale,
    notice: inLocale(settings.emergencyNotice, locals.locale),
    privacyText: fill(wizard.consent.privacyText, { body: settings.name }),
    kinds: offeredKinds(settings.kinds).map((kind) => ({
      value: kind,
      label: reports.kind[kind],
      help: wizard.kinds[kind].help,
    })),
    draft: draft && {
      kind: draft.content.kind,
      since: new Intl.DateTimeFormat(locals.locale, zone).format(draft.updatedAt),
    },
    assistance: takesLetters(locals) ? { text: locals.words.assistance.helpInstead, link: locals.words.assistance.ask } : null,
    findLink: locals.words.unfinished.resume.findLink,
    lost: url.searchParams.has('scaduta'),
    discarded: url.searchParams.has('eliminata'),
  }
}

export const actions: Actions = {
  start: async (event) => {
    const { locals } = event
    const { wizard, errors } = locals.words
    const { world, limits } = locals.installation
    const form = await readForm(event.request)
    const kind = offeredKinds(locals.directory.tenant.settings.kinds).find((one) => one === textOf(form, 'kind'))
    const privacy = textOf(form, 'privacy') !== ''
    const problems = [
      ...(kind ? [] : [{ field: 'kind', message: wizard.consent.problems.kind_missing }]),
      ...(privacy ? [] : [{ field: 'privacy', message: wizard.consent.problems.privacy_missing }]),
    ]
    if (!kind || !privacy) return fail(422, { problems, kind, privacy, tooMany: '' })
    if (!(await limits.take('draft', locals.clientAddress)))
      return fail(429, { problems: [], kind, privacy, tooMany: errors.tooMany })
    const draft = await openDraft(event)
    const saved = draft && (await saveDraft(world, locals.directory.tenant.id, draft.id, { ...draft.content, kind }))
    if (!saved?.ok) await beginDraft(event, adopt(emptyDraft(kind), locals.citizen))
    redirect(303, '/segnala/dati')
  },

  discard: async (event) => {
    const draft = await openDraft(event)
    if (draft) await discardDraft(event.locals.installation.world, event.locals.directory.tenant.id, draft.id)
    forgetDraft(event.cookies)
    redirect(303, '/segnala?eliminata=1')
  },
}
