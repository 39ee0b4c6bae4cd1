import { sheetPath } from '#domain/services/sheet-path.ts'
import { inLocale, type Locale } from '#domain/shared/words.ts'
import type { ShownFaq } from '#lib/components/faqs/shown-faq.ts'
import { fill } from '#lib/messages/fill.ts'
import { faqsLike, type PublicFaq, servicesOf } from '#server/queries/public/search-faqs.ts'

/** So many seem enough to look at while one writes. */
const mostLike = 3

/** Questions in the reader's language, each with the way to its service. */
export async function presentFaqs(found: readonly PublicFaq[], locals: App.Locals): Promise<readonly ShownFaq[]> {
  const { installation, directory, locale, words } = locals
  const ids = found.flatMap(({ service }) => service ?? [])
  const services = await installation.world.read(directory.tenant.id, (reader) => servicesOf(reader, ids))
  return found.map((faq) => {
    const service = faq.service === null ? undefined : services.get(faq.service)
    const label = service && fill(words.faqs.public.service, { service: inLocale(service.title, locale) })
    const link = service && label ? { label, href: sheetPath(service.category, service.code) } : null
    return { ...presentFaq(faq, locale), service: link }
  })
}

/** A question where its service is named already. */
export function presentFaq({ id, question, answer }: PublicFaq, locale: Locale): ShownFaq {
  return { id, question: inLocale(question, locale), answer: inLocale(answer, locale), service: null }
}

/** The questions that a text seems to ask. */
export async function likeFaqs(locals: App.Locals, text: string): Promise<readonly ShownFaq[]> {
  if (text.trim() === '') return []
  const { installation, directory } = locals
  const found = await installation.world.read(directory.tenant.id, (reader) => faqsLike(reader, text, mostLike))
  return presentFaqs(found, locals)
}
