import { reportKinds } from '#domain/reports/kind.ts'
import { publicationPolicies } from '#domain/reports/visibility.ts'
import { manyOf, oneOf } from '#domain/shared/known-words.ts'
import { textOf, textsOf } from '../../../../../read-form.server.ts'
import { bodyActions, readBody } from '../body-settings.server.ts'
import type { Actions, PageServerLoad } from './$types'

/** What can be sent, when it is shown, and for how long things are waited for. */
export const load: PageServerLoad = async (event) => {
  const { settings, page } = await readBody(event, 'segnalazioni')
  const { words } = event.locals
  const now: Readonly<Record<string, readonly string[]>> = {
    kinds: settings.kinds,
    publication: [settings.publication],
    anonymous: settings.anonymousReports ? ['on'] : [],
    reopens: settings.authorReopens ? ['on'] : [],
    reopenDays: [String(settings.reopenDays)],
    waitingDays: [String(settings.waitingDays)],
    blocked: [(settings.blockedWords ?? []).join(', ')],
  }
  return {
    ...page,
    now,
    kinds: reportKinds.map((value) => ({ value, label: words.reports.kind[value] })),
    policies: publicationPolicies.map((value) => ({ value, label: words.categories.policies[value] })),
  }
}

const wordsIn = (text: string) => [...new Set(text.split(/[,\n]/).map((word) => word.trim()))].filter(Boolean)

export const actions: Actions = bodyActions((form) => ({
  kinds: manyOf(reportKinds, textsOf(form, 'kinds')),
  publication: oneOf(publicationPolicies, textOf(form, 'publication')) ?? 'after_approval',
  anonymousReports: form.has('anonymous'),
  authorReopens: form.has('reopens'),
  reopenDays: Number(textOf(form, 'reopenDays').trim() || Number.NaN),
  waitingDays: Number(textOf(form, 'waitingDays').trim() || Number.NaN),
  blockedWords: wordsIn(textOf(form, 'blocked')),
}))
