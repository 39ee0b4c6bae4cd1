import { inLocale } from '#domain/shared/words.ts'
import { listServices } from '#server/queries/public/list-services.ts'
import { faqsOfService } from '#server/queries/public/search-faqs.ts'
import { readFilesIn } from '#server/storage/body-files.ts'
import { takesLetters } from '../../../assistenza/letter.server.ts'
import { presentFaq } from '../../../domande-frequenti/present-faqs.server.ts'
import { rateable } from '../../../rateable.server.ts'
import { assistanceHref, bookingHref } from '../../../service-links.server.ts'
import { contactLinks } from '../../../site-shell.server.ts'
import { presentCard } from '../../present-services.server.ts'
import type { PageServerLoad } from './$types'
import { describeSheet } from './describe-sheet.server.ts'
import { findSheet } from './find-sheet.server.ts'
import { presentSheet } from './present-sheet.server.ts'
import { sectionsOf } from './sections.server.ts'

const mostRelated = 12

/** The sheet of a service. */
export const load: PageServerLoad = async ({ locals, params, url }) => {
  const { installation, directory, words, locale } = locals
  const { service, category } = await findSheet(params, locals)
  const { related, faqs, files } = await installation.world.read(directory.tenant.id, async (reader) => ({
    related: await listServices(reader, { ids: service.sheet.related }, mostRelated),
    faqs: await faqsOfService(reader, service.id),
    files: await readFilesIn(reader, service.sheet),
  }))
  const sheet = presentSheet(service, url.pathname, files, locals)
  return {
    words: words.services,
    sheet,
    sections: sectionsOf(sheet, words.services.sheet),
    crumbs: [
      { label: words.services.title, href: '/servizi' },
      { label: words.vocabularies.categories[category], href: `/servizi/${category}` },
      { label: inLocale(service.sheet.title, locale) },
    ],
    ask: takesLetters(locals) ? { href: `/assistenza?servizio=${service.code}`, label: words.assistance.aboutService } : null,
    faqs: { title: words.faqs.public.title, words: words.faqs.public, shown: faqs.map((faq) => presentFaq(faq, locale)) },
    // The box at the foot of the page asks for this service.
    contactLinks: {
      ...contactLinks(locals),
      assistance: assistanceHref(service.code, locals),
      appointment: bookingHref(service.code, locals),
    },
    related: related.cards.map((card) => presentCard(card, locals)),
    rateable: await rateable(locals, {
      kind: 'service',
      key: service.id,
      path: url.pathname,
      title: service.sheet.title,
      office: service.sheet.responsible,
    }),
    ...describeSheet(service, category, locals, url.origin),
  }
}
