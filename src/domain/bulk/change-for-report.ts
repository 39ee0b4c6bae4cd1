import type { Template } from '../conversations/template.ts'
import type { Report } from '../reports/report.ts'
import { inLocale, type Locale } from '../shared/words.ts'
import type { BulkChange, BulkWords } from './bulk-change.ts'

/** Puts into a text, written in a language, what is the report's own. */
export type FillText = (text: string, report: Report, locale: Locale) => string

type Filling = {
  readonly templates: readonly Template[]
  /** The language of whoever the report is from. */
  readonly locale: Locale
  readonly fill: FillText
}

/** A bulk change as one report is given it, its words filled in; a standard text that was left as it is speaks the author's language. */
export function changeForReport(change: BulkChange, report: Report, { templates, locale, fill }: Filling): BulkChange {
  if (!('text' in change)) return change
  const untouched = templates.find(({ id, text }) => id === change.template && isSame(text.it, change))
  const text = untouched ? inLocale(untouched.text, locale) : change.text
  return { ...change, text: fill(text, report, untouched?.text[locale] ? locale : 'it') }
}

/** A form sends its lines ended otherwise than they were kept. */
function isSame(kept: string, { text }: BulkWords): boolean {
  const lines = (said: string) => said.replaceAll('\r\n', '\n').trim()
  return lines(kept) === lines(text)
}
