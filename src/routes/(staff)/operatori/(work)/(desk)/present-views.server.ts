import type { Staff } from '#domain/people/actor.ts'
import { byId, searchOfFilter } from '#domain/reports/list-address.ts'
import { searchOfLook } from '#domain/reports/list-look.ts'
import { deadFields, narrowing } from '#domain/reports/report-filter.ts'
import { maySeeView, type SavedView } from '#domain/reports/saved-view.ts'
import { inLocale } from '#domain/shared/words.ts'
import type { ShownView } from '#lib/components/desk/list/shown-list.ts'
import { fill } from '#lib/messages/fill.ts'
import type { Workers } from '#server/storage/workers.ts'
import type { AskedList } from './inbox-filter.server.ts'
import { hrefOf, namedIn } from './offer-filters.server.ts'
import { sayField } from './say-filter.server.ts'

/** The views that this person finds, their own first. */
export function presentViews(
  views: readonly SavedView[],
  asked: AskedList,
  staff: Staff,
  workers: Workers,
  locals: App.Locals,
): readonly ShownView[] {
  const seen = views.filter((view) => maySeeView(staff, view))
  const shown = [...seen.filter(({ by }) => by === staff.account), ...seen.filter(({ by }) => by !== staff.account)]
  const now = addressOf(asked)
  return shown.map((view) => {
    const chosen = asked.view === view.id
    return {
      id: view.id,
      name: view.name,
      href: hrefOf({ ...view, view: view.id }, locals),
      current: chosen,
      changed: chosen && addressOf(view) !== now,
      shared: sayAudience(view, locals),
      asks: sayView(view, workers, locals),
      dead: sayDead(view, workers, locals),
    }
  })
}

/** What a view shows, in words. */
export function sayView({ filter }: Pick<SavedView, 'filter'>, workers: Workers, locals: App.Locals): string {
  const bucket = sayField('bucket', filter, workers, locals)
  return [bucket, ...narrowing(filter).map((field) => sayField(field, filter, workers, locals))].join(' · ')
}

function sayDead({ filter }: SavedView, workers: Workers, locals: App.Locals): string | null {
  const { lists } = locals.words
  const dead = deadFields(filter, namedIn(workers, locals))
  return dead.length === 0 ? null : fill(lists.deadFilter, { fields: dead.map((field) => lists.fields[field]).join(', ') })
}

/** For whom a view is, in words; nothing where it is for its maker alone. */
function sayAudience({ audience }: SavedView, { directory, words, locale }: App.Locals): string | null {
  const { views } = words.lists
  if (audience.kind === 'own') return null
  if (audience.kind === 'everyone') return views.audience.everyone
  return fill(views.audience.office, { office: inLocale(directory.offices.get(audience.office)?.name ?? { it: '' }, locale) })
}

function addressOf({ filter, look }: Pick<SavedView, 'filter' | 'look'>): string {
  return new URLSearchParams([...searchOfFilter(filter, byId), ...searchOfLook(look)]).toString()
}
