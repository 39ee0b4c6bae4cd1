import { fail, redirect } from '@sveltejs/kit'
import { faqLengths } from '#domain/faqs/faq.ts'
import { readFaqs } from '#server/storage/faqs.ts'
import { setFaq } from '#server/use-cases/faqs/set-faq.ts'
import { readForm, textOf } from '../../../../../read-form.server.ts'
import { failForm, wordRefused } from '../../refused-form.server.ts'
import { staffOf } from '../../staff-of.server.ts'
import { offerFaqForm, readFaq, saidOfFaq, shownSetting } from '../present-faqs.server.ts'
import type { Actions, PageServerLoad } from './$types'
import { fromReport, presentFrom } from './from-report.server.ts'

/** A new question: blank, or with what a report asked and was answered. */
export const load: PageServerLoad = async ({ locals, url }) => {
  const from = await fromReport(url.searchParams.get('da'), locals)
  const [question, answer] = [from?.question ?? '', from?.answer ?? '']
  const { installation, directory } = locals
  const last = (await installation.world.read(directory.tenant.id, readFaqs)).at(-1)
  const blank = { category: null, service: null, position: (last?.position ?? 0) + 1, published: from === null }
  return {
    ...(await offerFaqForm(locals)),
    now: shownSetting({ ...blank, question: { it: question.slice(0, faqLengths.question) }, answer: { it: answer } }),
    from: from && presentFrom(from, `${question}\n${answer}`, locals),
  }
}

export const actions: Actions = {
  save: async ({ locals, request, url }) => {
    const { installation, directory, words } = locals
    const form = await readForm(request)
    const from = await fromReport(url.searchParams.get('da'), locals)
    const said = saidOfFaq(locals)
    const typed = ['question', 'answer', 'question-en', 'answer-en'].map((name) => textOf(form, name)).join('\n')
    const left = from && presentFrom(from, typed, locals).hints
    if (left && left.length > 0 && !form.has('checked')) {
      const refused = wordRefused('faq', { refusal: 'unchecked', field: 'checked' }, form, {
        words: { unchecked: words.faqs.fromReport.unchecked },
        fields: {},
      })
      return fail(422, { ...refused, values: { ...refused.values, left } })
    }
    const ask = { by: staffOf(locals), id: null, setting: readFaq(form), seen: null }
    const set = await setFaq(installation.world, directory.tenant.id, ask)
    if (!set.ok) return failForm('faq', set, form, said)
    redirect(303, `/operatori/domande/${set.value}?fatto`)
  },
}
