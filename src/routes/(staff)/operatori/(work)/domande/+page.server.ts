import { listServiceNames } from '#server/queries/public/service-names.ts'
import { readHelp } from '#server/storage/faq-help.ts'
import { readFaqs } from '#server/storage/faqs.ts'
import type { PageServerLoad } from './$types'
import { presentFaq } from './present-faqs.server.ts'

/** Every frequent question of the body, and how many it helped. */
export const load: PageServerLoad = async ({ locals, url }) => {
  const { installation, directory, words } = locals
  const found = await installation.world.read(directory.tenant.id, async (reader) => ({
    faqs: await readFaqs(reader),
    help: await readHelp(reader),
    names: await listServiceNames(reader),
  }))
  return {
    faqs: words.faqs,
    rows: found.faqs.map((faq) => presentFaq(faq, found.help.get(faq.id), found.names, locals)),
    removed: url.searchParams.has('eliminata'),
  }
}
