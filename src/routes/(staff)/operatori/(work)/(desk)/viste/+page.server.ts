import { error, fail, redirect } from '@sveltejs/kit'
import { officesOf, type Staff } from '#domain/people/actor.ts'
import { type Audience, mayChangeView, mayShareWith, type SavedView } from '#domain/reports/saved-view.ts'
import { type Id, isId, type OfficeId } from '#domain/shared/id.ts'
import { inLocale } from '#domain/shared/words.ts'
import { fill } from '#lib/messages/fill.ts'
import { listViews } from '#server/storage/saved-views.ts'
import { changeView } from '#server/use-cases/lists/change-view.ts'
import { removeView } from '#server/use-cases/lists/remove-view.ts'
import { saveView } from '#server/use-cases/lists/save-view.ts'
import { readForm, textOf } from '../../../../../read-form.server.ts'
import { staffOf } from '../../staff-of.server.ts'
import { keptSearch, readAskedList, withSearch } from '../inbox-filter.server.ts'
import { hrefOf } from '../offer-filters.server.ts'
import { presentViews, sayView } from '../present-views.server.ts'
import type { Actions, PageServerLoad, RequestEvent } from './$types'

/** The views that the person finds, and the list beside them to be kept as another. */
export const load: PageServerLoad = async ({ locals, url }) => {
  const { installation, directory, words } = locals
  const staff = staffOf(locals)
  const kept = keptSearch(url.searchParams)
  const asked = readAskedList(kept, locals)
  const views = await installation.world.read(directory.tenant.id, listViews)
  const own = new Map(views.map((view) => [view.id as string, view]))
  return {
    locale: locals.locale,
    back: { label: words.inbox.backToList, href: withSearch('/operatori', kept) },
    done: url.searchParams.has('fatto'),
    asks: sayView(asked, locals),
    audiences: offerAudiences(staff, locals),
    views: presentViews(views, asked, staff, locals).map((shown) => {
      const view = own.get(shown.id)
      return {
        ...shown,
        version: view?.version ?? 0,
        audience: view ? writeAudience(view.audience) : '',
        mayChange: view !== undefined && mayChangeView(staff, view),
      }
    }),
  }
}

/** With whom this person may share, as choices of a form. */
function offerAudiences(staff: Staff, { directory, words, locale }: App.Locals) {
  const { audience: said } = words.lists.views
  const offices = [...directory.offices.values()].filter(
    ({ id, active }) => active && (officesOf(staff).includes(id) || mayShareWith(staff, { kind: 'everyone' })),
  )
  const audiences: readonly { readonly audience: Audience; readonly label: string }[] = [
    { audience: { kind: 'own' }, label: said.own },
    { audience: { kind: 'everyone' }, label: said.everyone },
    ...offices.map(({ id, name }) => ({
      audience: { kind: 'office', office: id } as const,
      label: fill(said.office, { office: inLocale(name, locale) }),
    })),
  ]
  return audiences
    .filter(({ audience }) => mayShareWith(staff, audience))
    .map(({ audience, label }) => ({ value: writeAudience(audience), label }))
}

function writeAudience(audience: Audience): string {
  return audience.kind === 'office' ? audience.office : audience.kind
}

function readAudience(text: string): Audience {
  if (isId(text)) return { kind: 'office', office: text as OfficeId }
  return { kind: text === 'everyone' ? 'everyone' : 'own' }
}

export const actions: Actions = {
  save: async (event) => {
    const { world, tenant, by, list } = await asking(event)
    const form = await readForm(event.request)
    const [name, audience] = [textOf(form, 'name'), readAudience(textOf(form, 'audience'))]
    const saved = await saveView(world, tenant, { by, name, audience, ...list })
    if (!saved.ok) return refused(event, saved.refusal, '', name, audience)
    redirect(303, hrefOf({ ...list, view: saved.value }, event.locals))
  },
  change: async (event) => {
    const { world, tenant, by, list } = await asking(event)
    const form = await readForm(event.request)
    const [name, audience, view] = [textOf(form, 'name'), readAudience(textOf(form, 'audience')), readView(form)]
    const seenVersion = Number(textOf(form, 'version'))
    const ask = { view, by, seenVersion, name, audience, list: form.has('list') ? list : null }
    const changed = await changeView(world, tenant, ask)
    if (!changed.ok) return refused(event, changed.refusal, view, name, audience)
    redirect(303, doneAt(event))
  },
  remove: async (event) => {
    const { world, tenant, by } = await asking(event)
    const view = readView(await readForm(event.request))
    const removed = await removeView(world, tenant, { view, by })
    if (!removed.ok) return refused(event, removed.refusal, view, '', { kind: 'own' })
    redirect(303, doneAt(event))
  },
}

async function asking({ locals, url }: RequestEvent) {
  const { installation, directory } = locals
  const staff = staffOf(locals)
  const { filter, look } = readAskedList(url.searchParams, locals)
  const list: Pick<SavedView, 'filter' | 'look'> = { filter, look }
  return { world: installation.world, tenant: directory.tenant.id, by: staff, list }
}

function readView(form: FormData): Id<'view'> {
  const text = textOf(form, 'view')
  if (!isId(text)) error(400)
  return text as Id<'view'>
}

type Refusal = keyof App.Locals['words']['lists']['views']['refusal']

/** What was refused is said where it was asked, with everything typed. */
function refused({ locals }: RequestEvent, refusal: Refusal, view: string, name: string, audience: Audience) {
  const field = refusal === 'not_yours_to_share' ? 'audience' : 'name'
  return fail(refusal === 'old_version' ? 409 : 422, {
    message: locals.words.lists.views.refusal[refusal],
    field: `${field}${view}`,
    view,
    name,
    audience: writeAudience(audience),
  })
}

function doneAt({ url }: RequestEvent): string {
  const search = keptSearch(url.searchParams)
  search.set('fatto', 'si')
  return withSearch('/operatori/viste', search)
}
