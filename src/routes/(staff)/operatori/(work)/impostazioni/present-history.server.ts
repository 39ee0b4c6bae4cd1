import { writeMoment } from '#lib/messages/dates.ts'
import type { Dictionary } from '#lib/messages/dictionary.ts'
import type { listSettingChanges } from '#server/storage/settings/history.ts'
import { settingInWords } from './setting-in-words.server.ts'

type Changes = Awaited<ReturnType<typeof listSettingChanges>>

/** The changes of a setting as a page shows them: who, when, and what differs before and after, field by field. */
export function presentHistory(changes: Changes, locals: App.Locals) {
  const { directory, words, locale } = locals
  const said = (change: Changes[number], value: unknown) => settingInWords(change.subject, value, locals)
  return changes.map((change) => ({
    id: change.id,
    by: change.name ?? words.settings.history.system,
    at: { iso: change.at.toISOString(), text: writeMoment(change.at, locale, directory.tenant.settings.calendar.zone) },
    differences: differences(said(change, change.before), said(change, change.after), words.settings.history),
  }))
}

/** What differs, by the path of each field; lists and texts are shown whole. */
function differences(
  before: unknown,
  after: unknown,
  words: Dictionary['settings']['history'],
  path = '',
): readonly Difference[] {
  if (JSON.stringify(before) === JSON.stringify(after)) return []
  if (isRecord(before) && isRecord(after)) {
    const fields = [...new Set([...Object.keys(before), ...Object.keys(after)])]
    return fields.flatMap((field) => differences(before[field], after[field], words, path ? `${path} › ${field}` : field))
  }
  return [{ field: path, before: inWords(before, words), after: inWords(after, words) }]
}

type Difference = { readonly field: string; readonly before: string; readonly after: string }

const longest = 300

function inWords(value: unknown, { nothing }: Dictionary['settings']['history']): string {
  if (value === null || value === undefined || value === '') return nothing
  const text = typeof value === 'string' ? value : JSON.stringify(value)
  return text.length > longest ? `${text.slice(0, longest)}…` : text
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
