import { fail, redirect } from '@sveltejs/kit'
import type { FaqId } from '#domain/faqs/faq.ts'
import { serviceCategories } from '#domain/services/service-category.ts'
import { isId } from '#domain/shared/id.ts'
import { count, fill } from '#lib/messages/fill.ts'
import { type PublicFaq, searchFaqs } from '#server/queries/public/search-faqs.ts'
import { countFaqHelp } from '#server/use-cases/faqs/count-faq-help.ts'
import { readForm, textOf } from '../../read-form.server.ts'
import { askHref } from '../assistenza/letter.server.ts'
import { rateable } from '../rateable.server.ts'
import { structured } from '../structured.server.ts'
import type { Actions, PageServerLoad } from './$types'
import { presentFaqs } from './present-faqs.server.ts'

const step = 10

/** The frequent questions that were searched for, as many as were asked for. */
export const load: PageServerLoad = async ({ locals, url }) => {
  const { installation, directory, locale, words } = locals
  const says = words.faqs.public
  const [text, asked] = [url.searchParams.get('q') ?? '', url.searchParams.get('categoria')]
  const category = serviceCategories.find((one) => one === asked)
  const all = await installation.world.read(directory.tenant.id, (reader) => searchFaqs(reader, text))
  const found = category ? all.filter((faq) => faq.category === category) : all
  const size = sizeOf(url)
  const faqs = await presentFaqs(found.slice(0, size), locals)
  const kept = new URLSearchParams({
    ...(text && { q: text }),
    ...(category && { categoria: category }),
    mostra: String(size + step),
  })
  const origin = url.origin
  return {
    words: { faqs: { public: says }, forms: words.forms },
    text,
    category: category ?? '',
    categories: await categoriesWithFaqs(locals),
    faqs,
    found: count(locale, says.found, found.length),
    searching: text.trim() !== '' || category !== undefined,
    more: found.length > size ? `?${kept}#faq-${found[size - 1]?.id}` : null,
    help: `?/help&${kept}`,
    ask: askHref(locals),
    thanked: url.searchParams.get('grazie') ?? undefined,
    pageTitle: fill(words.site.title, { page: says.title, body: directory.tenant.settings.name }),
    canonical: `${origin}/domande-frequenti`,
    structured: structured([describe(faqs)]),
    rateable: await rateable(locals, {
      kind: 'page',
      key: 'faq',
      path: '/domande-frequenti',
      title: ({ faqs: { public: said } }) => said.title,
    }),
  }
}

function sizeOf({ searchParams }: URL): number {
  const asked = Number(searchParams.get('mostra'))
  return Number.isSafeInteger(asked) && asked > step ? Math.min(asked, 1000) : step
}

/** What programs that read the page are told (schema.org). */
function describe(faqs: readonly { readonly question: string; readonly answer: string }[]) {
  return {
    '@context': 'https://schema.org',
    '@type': 'FAQPage',
    mainEntity: faqs.map(({ question, answer }) => ({
      '@type': 'Question',
      name: question,
      acceptedAnswer: { '@type': 'Answer', text: answer },
    })),
  }
}

/** The categories of which there are questions, in the official order. */
async function categoriesWithFaqs({ installation, directory, words }: App.Locals) {
  const all = await installation.world.read(directory.tenant.id, (reader) => searchFaqs(reader, ''))
  const there = new Set(all.map(({ category }: PublicFaq) => category))
  return serviceCategories
    .filter((one) => there.has(one))
    .map((value) => ({ value: value as string, label: words.vocabularies.categories[value] }))
}

export const actions: Actions = {
  /** An answer that did not help leads to somebody who does. */
  help: async ({ locals, request, url }) => {
    const { installation, directory, clientAddress, words } = locals
    const form = await readForm(request)
    const [faq, said] = [textOf(form, 'faq'), textOf(form, 'said') === 'helped' ? 'helped' : 'unhelped'] as const
    if (!(await installation.limits.take('rating', clientAddress))) return fail(429, { tooMany: words.errors.tooMany })
    const from = { address: clientAddress, agent: request.headers.get('user-agent') ?? '' }
    if (isId(faq)) await countFaqHelp(installation.world, directory.tenant.id, { faq: faq as FaqId, said, ...from })
    const ask = said === 'unhelped' ? askHref(locals, faq) : null
    if (ask) redirect(303, ask)
    const kept = new URLSearchParams([...url.searchParams].filter(([name]) => ['q', 'categoria'].includes(name)))
    const size = Number(url.searchParams.get('mostra')) - step
    if (size > step) kept.set('mostra', String(size))
    kept.set('grazie', faq)
    redirect(303, `/domande-frequenti?${kept}#faq-${encodeURIComponent(faq)}`)
  },
}
