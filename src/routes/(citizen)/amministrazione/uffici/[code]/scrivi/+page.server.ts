import { randomUUID } from 'node:crypto'
import { error, fail, redirect } from '@sveltejs/kit'
import { letterProblems } from '#domain/assistance/letter.ts'
import { inLocale } from '#domain/shared/words.ts'
import { fill } from '#lib/messages/fill.ts'
import { openReport } from '#server/use-cases/reports/open-report.ts'
import { readForm } from '../../../../../read-form.server.ts'
import {
  blankLetter,
  keyOf,
  promiseNow,
  readLetter,
  requestOf,
  requireAssistance,
  subjectOf,
  wordLetter,
} from '../../../../assistenza/letter.server.ts'
import { findOffice } from '../find-office.server.ts'
import type { Actions, PageServerLoad } from './$types'

/** A letter to one office, without its address for whoever collects addresses. */
export const load: PageServerLoad = async ({ locals, params, setHeaders, url }) => {
  const { directory, locale, words } = locals
  const category = requireAssistance(locals)
  const office = findOffice(params.code, locals)
  if (!office) error(404, words.errors.notFound)
  setHeaders({ 'cache-control': 'private, no-store' })
  const name = inLocale(office.name, locale)
  const title = fill(words.assistance.office.title, { office: name })
  return {
    words: { assistance: words.assistance, forms: words.forms },
    locale,
    list: { label: words.officePages.list.title, href: '/amministrazione/uffici' },
    office: { label: name, href: `/amministrazione/uffici/${office.code}` },
    title,
    pageTitle: fill(words.site.title, { page: title, body: directory.tenant.settings.name }),
    errorPrefix: words.wizard.errorPrefix,
    promise: promiseNow(locals, category),
    key: randomUUID() as string,
    content: {
      ...blankLetter,
      title: url.searchParams.has('accessibilita')
        ? words.legal.accessibility.subject
        : await subjectOf(url.searchParams.get('domanda'), locals),
    },
  }
}

export const actions: Actions = {
  default: async ({ locals, params, request }) => {
    const { installation, directory, clientAddress, words } = locals
    const category = requireAssistance(locals)
    // Whoever wrote to an office that closes just now is not sent away: the rules of the body find another.
    const office = [...directory.offices.values()].find(({ code }) => code === params.code)
    if (!office) error(404, words.errors.notFound)
    const form = await readForm(request)
    const [typed, key] = [readLetter(form), keyOf(form)]
    const refuse = (status: number, problem: string, problems = letterProblems(typed)) =>
      fail(status, { typed, key, problem, ...wordLetter(locals, problems) })
    if (letterProblems(typed).length > 0) return refuse(422, '')
    if (!(await installation.limits.take('report', clientAddress))) return refuse(429, words.errors.tooMany)
    const asked = requestOf(locals, typed, { key, category, office: office.id })
    const opened = await openReport(installation.world, directory.tenant.id, asked)
    if (!opened.ok) return refuse(422, words.assistance.problems.notTaken)
    redirect(303, `/assistenza/inviata/${key}`)
  },
}
