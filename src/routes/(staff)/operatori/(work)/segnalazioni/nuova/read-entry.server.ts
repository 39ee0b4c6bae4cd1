import { randomUUID } from 'node:crypto'
import { categoriesFor } from '#domain/categories/category.ts'
import { categoryLabel, matchingCategories } from '#domain/categories/find-category.ts'
import { atPlace, emptyDraft } from '#domain/reports/draft.ts'
import { priorities } from '#domain/reports/priority.ts'
import { titleOf } from '#domain/reports/title-of.ts'
import { isId } from '#domain/shared/id.ts'
import { isLocale } from '#domain/shared/words.ts'
import { readDraftForm } from '../../../../../(citizen)/segnala/read-draft-form.server.ts'
import { textOf, textsOf } from '../../../../../read-form.server.ts'
import { type Entry, entryChannels } from './entry.ts'

type Locals = Pick<App.Locals, 'directory' | 'locale'>

/** An entry in which nothing is said yet but how it comes in. */
export function emptyEntry({ directory, locale }: Locals, channel: string | null): Entry {
  const [first = 'problem'] = directory.tenant.settings.kinds
  return {
    key: randomUUID(),
    draft: '',
    content: emptyDraft(first),
    categoryTyped: '',
    channel: entryChannels.find((one) => one === channel) ?? 'phone',
    locale,
    priority: 'normal',
    note: '',
    find: '',
    under: '',
    seen: [],
  }
}

/** Reads everything that was typed; the category is typed by name, and several may be meant. */
export function readEntry(locals: Locals, form: FormData): { readonly entry: Entry; readonly several: readonly string[] } {
  const empty = emptyEntry(locals, textOf(form, 'channel'))
  const { directory, locale } = locals
  const kind = directory.tenant.settings.kinds.find((one) => one === textOf(form, 'kind')) ?? empty.content.kind
  const typed = textOf(form, 'categoryTyped')
  const found = matchingCategories(categoriesFor([...directory.categories.values()], kind), directory.categories, typed, locale)
  const [only, another] = found
  const read = readDraftForm({ ...empty.content, kind }, form)
  const language = textOf(form, 'locale')
  const key = textOf(form, 'key')
  const entry: Entry = {
    key: isId(key) ? key : empty.key,
    draft: textOf(form, 'draft'),
    content: { ...read, category: only && !another ? only.id : null },
    categoryTyped: typed,
    channel: empty.channel,
    locale: isLocale(language) ? language : locale,
    priority: priorities.find((one) => one === textOf(form, 'priority')) ?? 'normal',
    note: textOf(form, 'note'),
    find: textOf(form, 'find'),
    under: textOf(form, 'under'),
    seen: textsOf(form, 'seen'),
  }
  return { entry, several: another ? found.map((one) => categoryLabel(one, directory.categories, locale)) : [] }
}

/** The entry as it is recorded: with a title, and at the one place that its address can mean. */
export function settled(entry: Entry): Entry {
  const { content } = entry
  const title = content.title.trim() === '' ? titleOf(content.description) : content.title
  const placed = content.place && content.search === '' ? atPlace(content, content.place, content.address) : content
  return { ...entry, content: { ...placed, title } }
}
