import type { Faq, FaqSetting } from '#domain/faqs/faq.ts'
import type { ServiceId } from '#domain/services/service.ts'
import { type ServiceCategory, serviceCategories } from '#domain/services/service-category.ts'
import { isId } from '#domain/shared/id.ts'
import { inLocale } from '#domain/shared/words.ts'
import type { OptionGroup } from '#lib/forms/field.ts'
import { fill } from '#lib/messages/fill.ts'
import { listServiceNames, type ServiceName } from '#server/queries/public/service-names.ts'
import type { FaqHelp } from '#server/storage/faq-help.ts'
import type { SetFaqRefusal } from '#server/use-cases/faqs/set-faq.ts'
import { textOf } from '../../../../read-form.server.ts'
import type { Said } from '../refused-form.server.ts'

type About = Pick<FaqSetting, 'category' | 'service'>

/** What a question is about, as one choice of a list: a category, or a service in one. */
function aboutKey({ category, service }: About): string {
  return [category ?? '', ...(service ? [service] : [])].join('/')
}

/** One line of the list. */
export function presentFaq(
  { id, question, published, ...about }: Faq,
  help: FaqHelp | undefined,
  names: readonly ServiceName[],
  locals: App.Locals,
) {
  const { faqs, vocabularies } = locals.words
  const service = names.find((one) => one.id === about.service)
  return {
    id,
    href: `/operatori/domande/${id}`,
    question: inLocale(question, locals.locale),
    about: service
      ? inLocale(service.title, locals.locale)
      : about.category
        ? vocabularies.categories[about.category]
        : faqs.anything,
    state: published ? faqs.published : faqs.draft,
    help: help ? fill(faqs.helpCount, help) : '',
  }
}

/** What the form of a question offers. */
export async function offerFaqForm(locals: App.Locals) {
  const { installation, directory, locale, words } = locals
  const names = await installation.world.read(directory.tenant.id, listServiceNames)
  const groups = serviceCategories.map((category): OptionGroup => {
    const label = words.vocabularies.categories[category]
    const within = names.filter(({ categories }) => categories[0] === category)
    return {
      label,
      options: [
        { value: aboutKey({ category, service: null }), label },
        ...within.map(({ id, title }) => ({ value: aboutKey({ category, service: id }), label: inLocale(title, locale) })),
      ],
    }
  })
  return { locale, faqs: words.faqs, forms: words.forms, groups }
}

/** A question as its form shows it. */
export function shownSetting({ question, answer, position, published, ...about }: FaqSetting) {
  return {
    question: question.it,
    'question-en': question.en ?? '',
    answer: answer.it,
    'answer-en': answer.en ?? '',
    about: aboutKey(about),
    position: String(position),
    published,
  }
}

/** What the form says, right or wrong. */
export function readFaq(form: FormData): FaqSetting {
  const [category, service = ''] = textOf(form, 'about').split('/')
  const position = textOf(form, 'position').trim().replace(',', '.')
  return {
    question: { it: textOf(form, 'question'), en: textOf(form, 'question-en') },
    answer: { it: textOf(form, 'answer'), en: textOf(form, 'answer-en') },
    category: serviceCategories.find((one: ServiceCategory) => one === category) ?? null,
    service: isId(service) ? (service as ServiceId) : null,
    position: position === '' ? 0 : Number(position),
    published: form.has('published'),
  }
}

/** How refusals of a question are said, and beside which field. */
export function saidOfFaq({ words }: App.Locals): Said<SetFaqRefusal> {
  return {
    words: { ...words.settings.refusal, ...words.faqs.refusal },
    fields: {
      question_missing: 'question',
      answer_missing: 'answer',
      position_wrong: 'position',
      service_unknown: 'about',
    },
  }
}
