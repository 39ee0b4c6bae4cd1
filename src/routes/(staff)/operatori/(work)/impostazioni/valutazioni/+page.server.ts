import { subjectKinds } from '#domain/ratings/subject.ts'
import { manyOf } from '#domain/shared/known-words.ts'
import { inLocale } from '#domain/shared/words.ts'
import { writeCivilNumeric } from '#lib/messages/dates.ts'
import { readImprovements } from '#server/storage/improvements.ts'
import { textsOf } from '../../../../../read-form.server.ts'
import { bodyActions, readBody } from '../body-settings.server.ts'
import type { Actions, PageServerLoad } from './$types'
import { readSubjects } from './offer-improvement.server.ts'

/** Of what everybody reads how it is rated, and what the body says that it changed. */
export const load: PageServerLoad = async (event) => {
  const { locals, url } = event
  const { settings, page } = await readBody(event, 'valutazioni')
  const { installation, directory, locale, words } = locals
  const improvements = await installation.world.read(directory.tenant.id, readImprovements)
  const subjects = new Map((await readSubjects(locals)).map(({ id, name }) => [id, name]))
  return {
    ...page,
    improvement: words.ratingResults.improvement,
    shown: settings.shownRatings ?? [],
    mails: settings.ratingMails !== 'off',
    kinds: subjectKinds.map((value) => ({ value, label: words.ratingResults.public.kinds[value] })),
    removed: url.searchParams.has('eliminata'),
    rows: improvements.map(({ id, day, subject, text }) => ({
      id: id as string,
      href: `/operatori/impostazioni/valutazioni/novita/${id}`,
      day: writeCivilNumeric(day, locale),
      about: (subject && subjects.get(subject)) ?? words.ratingResults.improvement.everything,
      text: inLocale(text, locale),
    })),
  }
}

export const actions: Actions = bodyActions((form) => ({
  shownRatings: [...new Set(manyOf(subjectKinds, textsOf(form, 'shown')))],
  ratingMails: form.has('mails') ? 'on' : 'off',
}))
