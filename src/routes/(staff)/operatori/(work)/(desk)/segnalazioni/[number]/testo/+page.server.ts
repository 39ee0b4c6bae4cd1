import { fail, redirect } from '@sveltejs/kit'
import { whyLength } from '#domain/reports/redact.ts'
import { lengths, longestDescription } from '#domain/reports/submission.ts'
import { fill } from '#lib/messages/fill.ts'
import { type RedactReportRefusal, redactReport } from '#server/use-cases/reports/redact-report.ts'
import { readForm, textOf } from '../../../../../../../read-form.server.ts'
import { staffOf } from '../../../../staff-of.server.ts'
import { doneHref, keptSearch, withSearch } from '../../../inbox-filter.server.ts'
import { seenVersion } from '../asked.server.ts'
import { findForDeed } from '../find-for-deed.server.ts'
import type { Actions, PageServerLoad } from './$types'

/** Title and text of a report, to take out what is not for everyone. */
export const load: PageServerLoad = async ({ locals, params, url }) => {
  const { words, locale } = locals
  const { number, title, description, version, channel } = await findForDeed(locals, staffOf(locals), params.number, 'redact')
  const { corrections } = words
  return {
    locale,
    says: corrections.text,
    title: fill(corrections.text.title, { number }),
    back: { label: corrections.back, href: withSearch(`/operatori/segnalazioni/${params.number}`, keptSearch(url.searchParams)) },
    version,
    texts: { title, description, why: '' },
    longest: { title: lengths.title, description: longestDescription(channel), why: whyLength },
  }
}

export const actions: Actions = {
  default: async ({ locals, params, request, url }) => {
    const { installation, directory, words } = locals
    const staff = staffOf(locals)
    const form = await readForm(request)
    const report = await findForDeed(locals, staff, params.number, 'redact')
    const texts = { title: textOf(form, 'title'), description: textOf(form, 'description'), why: textOf(form, 'why') }
    const ask = { ...texts, report: report.id, by: staff, seenVersion: seenVersion(form) }
    const redacted = await redactReport(installation.world, directory.tenant.id, ask)
    if (redacted.ok) redirect(303, doneHref(params.number, url))
    const message = { ...words.wizard.problems, ...words.desk.refusal, ...words.corrections.refusal }[redacted.refusal]
    return fail(redacted.refusal === 'old_version' ? 409 : 422, { texts, field: fields[redacted.refusal] ?? null, message })
  },
}

const fields: Partial<Record<RedactReportRefusal, 'title' | 'description' | 'why'>> = {
  title_missing: 'title',
  title_too_long: 'title',
  description_missing: 'description',
  description_too_long: 'description',
  nothing_changes: 'description',
  why_missing: 'why',
  why_too_long: 'why',
}
