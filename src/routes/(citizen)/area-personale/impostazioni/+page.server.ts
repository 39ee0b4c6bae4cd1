import { fail, redirect } from '@sveltejs/kit'
import { detailsProblems } from '#domain/citizens/citizen.ts'
import { citizenCookie } from '#server/delivery/web/citizen-session.ts'
import { eraseCitizen } from '#server/use-cases/citizens/erase-citizen.ts'
import { keepDetails } from '#server/use-cases/citizens/keep-details.ts'
import { readForm, textOf } from '../../../read-form.server.ts'
import { draftForms, letGo } from '../../held-drafts.server.ts'
import { requireCitizen, showArea } from '../area.server.ts'
import type { Actions, PageServerLoad } from './$types'

/** What is kept of somebody, if they want it, and the way to have it erased. */
export const load: PageServerLoad = (event) => {
  const citizen = requireCitizen(event)
  const { words } = event.locals
  return {
    area: showArea(event, citizen),
    words: { settings: words.citizens.settings, forms: words.forms },
    email: citizen.email,
    content: { ...citizen, keep: citizen.kept },
    saved: event.url.searchParams.has('salvati'),
  }
}

export const actions: Actions = {
  keep: async (event) => {
    const citizen = requireCitizen(event)
    const { locals } = event
    const form = await readForm(event.request)
    const [firstName, lastName, phone] = [textOf(form, 'firstName'), textOf(form, 'lastName'), textOf(form, 'phone')]
    const content = { firstName, lastName, phone, keep: form.has('keep') }
    const { problems } = locals.words.citizens.settings
    const wrong = detailsProblems(content).map(({ field, refusal }) => ({
      field,
      message: problems[refusal === 'phone_wrong' ? 'phone_wrong' : 'name_too_long'],
    }))
    const errors = content.keep ? wrong : [...wrong, { field: 'keep', message: problems.keep_missing }]
    if (errors.length > 0) return fail(422, { content, errors })
    await keepDetails(locals.installation.world, locals.directory.tenant.id, citizen, content)
    redirect(303, '/area-personale/impostazioni?salvati=1')
  },

  erase: async (event) => {
    const citizen = requireCitizen(event)
    const { locals, cookies, url } = event
    const { settings } = locals.words.citizens
    const form = await readForm(event.request)
    const errors = [{ field: 'erase', message: settings.problems.erase_missing }]
    if (!form.has('erase')) return fail(422, { content: { ...citizen, keep: citizen.kept }, errors })
    await eraseCitizen(locals.installation.world, locals.directory.tenant.id, citizen)
    for (const one of draftForms) letGo(cookies, one)
    cookies.delete(citizenCookie(url), { path: '/', secure: url.protocol === 'https:' })
    redirect(303, '/accedi?cancellati')
  },
}
