import type { AreaId, CategoryId, OfficeId } from '#domain/shared/id.ts'
import { inLocale } from '#domain/shared/words.ts'
import type { TenantSettings } from '#domain/tenants/tenant.ts'
import type { ShownChange, ShownHistory } from '#lib/components/settings/shown-change.ts'
import { writeMoment } from '#lib/messages/dates.ts'
import { namesOfAccounts } from '#server/storage/accounts.ts'
import type { Reader } from '#server/storage/database.ts'
import { type ChangesOf, type ListedChange, listSettingChanges } from '#server/storage/settings/history.ts'
import { mayGoBack, type SettingSubject, type SettingValues } from '#server/storage/settings/stores.ts'
import { pageOfChange } from './body-parts.ts'
import { differences } from './difference.server.ts'
import { sectionsOf } from './sections.ts'
import { settingInWords } from './setting-in-words.server.ts'

/** Changes as they are kept, with the names of the people whom they mention. */
export type FoundHistory = {
  readonly of: ChangesOf
  readonly changes: readonly ListedChange[]
  readonly names: ReadonlyMap<string, string>
}

type Page = Parameters<typeof listSettingChanges>[2]

const shownBeside = 10

/** The newest changes of a setting and one more, for the page on which it is set; or a page of all of them. */
export async function readHistory(
  reader: Reader,
  of: ChangesOf,
  page: Page = { limit: shownBeside + 1, before: null },
): Promise<FoundHistory> {
  const changes = await listSettingChanges(reader, of, page)
  const mentioned = JSON.stringify(changes.filter(({ subject }) => ['routing', 'absence', 'profile'].includes(subject)))
  return { of, changes, names: await namesOfAccounts(reader, mentioned.match(/[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}/g) ?? []) }
}

/** The same as that page shows it; the rest is in the history of everything. */
export function presentHistory({ of, changes, names }: FoundHistory, locals: App.Locals): ShownHistory {
  const search = new URLSearchParams({ ...(of.subject && { che: of.subject }), ...(of.id && { quale: of.id }) })
  return {
    changes: changes.slice(0, shownBeside).map((change) => presentChange(change, names, locals)),
    further: changes.length > shownBeside ? `${place}/storia?${search}` : null,
  }
}

const place = '/operatori/impostazioni'

/** One change: who, when, of what, and what differs before and after, field by field. */
export function presentChange(change: ListedChange, names: FoundHistory['names'], locals: App.Locals): ShownChange {
  const { directory, words, locale } = locals
  const { history } = words.settings
  const said = (value: unknown) => settingInWords(change.subject, value, names, locals)
  const found = differences(said(change.before), said(change.after))
  const turn = change.before === null ? history.made : change.after === null ? history.removed : null
  return {
    id: change.id,
    by: change.name ?? history.system,
    at: { iso: change.at.toISOString(), text: writeMoment(change.at, locale, directory.tenant.settings.calendar.zone) },
    thing: thingOf(change, locals),
    turn: turn ?? (found.length === 0 ? history.unseen : null),
    differences: found,
    returns: mayGoBack(change.subject),
  }
}

/** What was changed: its kind and its name, and its page where it has one. */
function thingOf({ subject, subjectId: id, before, after, about }: ListedChange, locals: App.Locals): ShownChange['thing'] {
  const { directory, words, locale } = locals
  const value = after ?? before
  const named = <Subject extends SettingSubject>(_: Subject) => value as SettingValues[Subject]
  const thing = (name: string | null, path: string, there: boolean = true) => ({
    title: [words.settings.history.kinds[subject], name].filter(Boolean).join(': '),
    href: there ? path : null,
  })
  switch (subject) {
    case 'body': {
      const page = pageOfChange((before ?? after) as TenantSettings, (after ?? before) as TenantSettings)
      return thing(sectionsOf(words).find(({ path }) => path === page)?.title ?? null, `${place}/${page}`)
    }
    case 'routing':
      return thing(null, `${place}/regole`)
    case 'person':
      return thing(about, `${place}/persone/${id}`, after !== null)
    case 'staff_name':
      return thing(about, `${place}/persone/${id}`)
    case 'absence':
      return thing(about, `/operatori/assenze/${id}`)
    case 'office':
      return thing(inLocale(named(subject).name, locale), `${place}/uffici/${id}`, directory.offices.has(id as OfficeId))
    case 'category':
      return thing(inLocale(named(subject).name, locale), `${place}/categorie/${id}`, directory.categories.has(id as CategoryId))
    case 'area':
      return thing(named(subject).name, `${place}/zone/${id}`, directory.areas.has(id as AreaId))
    case 'author_group':
      return thing(named(subject).name, `${place}/gruppi/${id}`)
    case 'improvement':
      return thing(inLocale(named(subject).text, locale), `${place}/valutazioni/novita/${id}`)
    case 'key':
      return thing(named(subject).name, `${place}/chiavi`)
    case 'faq':
      return thing(named(subject).question.it, `/operatori/domande/${id}`)
    case 'template':
      return thing(named(subject).name, `${place}/modelli/${id}`)
    case 'booking_calendar':
      return thing(inLocale(named(subject).title, locale), `${place}/appuntamenti/${id}`, after !== null)
    case 'venue':
      return thing(inLocale(named(subject).name, locale), `${place}/luoghi/${id}`, after !== null)
    case 'profile':
      return thing(`${named(subject).firstName} ${named(subject).lastName}`, `${place}/profili/${id}`, after !== null)
    case 'service':
      return thing(named(subject).sheet.title.it, `${place}/servizi/${id}`)
    case 'supplier':
      return thing(named(subject).name, `${place}/fornitori#supplier-${id}`, after !== null)
  }
}
