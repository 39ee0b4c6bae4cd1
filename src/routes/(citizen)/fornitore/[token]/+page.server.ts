import { error, fail, redirect } from '@sveltejs/kit'
import { inLocale } from '#domain/shared/words.ts'
import { writePlace } from '#domain/shared/write-place.ts'
import { type SupplierAct, supplierPhotos } from '#domain/suppliers/supplier-link.ts'
import { writeDay } from '#lib/messages/dates.ts'
import { fill } from '#lib/messages/fill.ts'
import { type OpenedLink, openSupplierLink } from '#server/queries/suppliers/open-supplier-link.ts'
import { noteLinkUse } from '#server/use-cases/suppliers/note-link-use.ts'
import { filesOf, readForm, textOf } from '../../../read-form.server.ts'
import type { Actions, PageServerLoad } from './$types'
import { answer } from './answer.server.ts'

/** The page of somebody outside: the work that they are asked to do, and nothing else of the report. */
export const load: PageServerLoad = async ({ locals, params, url, setHeaders }) => {
  const { installation, directory, locale, words } = locals
  const { page } = words.suppliers
  setHeaders({ 'cache-control': 'private, no-store', 'x-robots-tag': 'noindex, nofollow', 'referrer-policy': 'same-origin' })
  const opened = await openSupplierLink(installation.world, directory.tenant.id, params.token)
  if (!opened) error(404, words.errors.notFound)
  const { settings } = directory.tenant
  const did = url.searchParams.get('fatto') ?? ''
  const shared = {
    words: { page, forms: words.forms },
    locale,
    title: fill(page.title, { number: opened.number }),
    contacts: fill(page.contacts, { body: settings.name, phone: settings.phone, email: settings.email }),
    done: Object.hasOwn(page.thanks, did) ? page.thanks[did as keyof typeof page.thanks] : null,
  }
  if (opened.refusal) return { ...shared, closed: page.closed[opened.refusal], work: null }
  await noteLinkUse(installation.world, directory.tenant.id, opened.link)
  return { ...shared, closed: null, work: present(opened, params.token, locals) }
}

function present(opened: OpenedLink, token: string, { directory, locale, words }: App.Locals) {
  const { page } = words.suppliers
  const { link, place } = opened
  const { settings } = directory.tenant
  const category = directory.categories.get(opened.category)
  return {
    intro: fill(page.intro, { body: settings.name }),
    state: link.state,
    description: link.description,
    category: category ? inLocale(category.name, locale) : '',
    place: place && { place, text: opened.address, coordinates: writePlace(place) },
    photos: opened.photos.map(({ id }, at) => ({
      thumbnail: `/fornitore/${token}/foto/${id}?misura=medium`,
      large: `/fornitore/${token}/foto/${id}`,
      alt: fill(page.photo, { n: at + 1 }),
    })),
    until: fill(page.until, { date: writeDay(link.expiresAt, locale, settings.calendar.zone) }),
    photosHelp: fill(page.donePhotosHelp, { n: supplierPhotos }),
  }
}

export const actions: Actions = {
  default: async ({ locals, params, request }) => {
    const { installation, words, clientAddress } = locals
    const form = await readForm(request)
    const act = (['accept', 'refuse', 'done'] as const).find((one) => one === textOf(form, 'act'))
    if (!act) error(400, words.errors.notFound)
    const text = textOf(form, 'text')
    if (!(await installation.limits.take('supplier-write', clientAddress)))
      return fail(429, { act, text, field: null, messages: [words.errors.tooMany] })
    const photos = act === 'done' ? filesOf(form, 'photos') : []
    const say: SupplierAct = act === 'accept' ? { act } : act === 'refuse' ? { act, text } : { act, text, photos: photos.length }
    const problems = await answer(locals, params.token, say, photos)
    if (problems === null) redirect(303, `/fornitore/${params.token}?fatto=${act}`)
    return fail(422, { act, text, ...problems })
  },
}
