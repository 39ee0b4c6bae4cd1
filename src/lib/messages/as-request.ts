import type { ReportKind } from '#domain/reports/kind.ts'
import type { Locale } from '#domain/shared/words.ts'

/** A report is called a request wherever somebody asked for help; in Italian both are feminine, so that the noun alone changes. */
const nouns: Readonly<Record<Locale, readonly (readonly [RegExp, string])[]>> = {
  it: [
    [/\bsegnalazione\b/g, 'richiesta'],
    [/\bSegnalazione\b/g, 'Richiesta'],
    [/\bsegnalazioni\b/g, 'richieste'],
    [/\bSegnalazioni\b/g, 'Richieste'],
    [/\bsegnalat([oaie])\b/g, 'chiest$1'],
  ],
  en: [
    [/\breport(s|ed)?\b/g, 'request$1'],
    [/\bReport(s|ed)?\b/g, 'Request$1'],
  ],
}

/** The words for a report of this kind: those of a request, where it asks for help. */
export function wordsForKind<Words>(words: Words, kind: ReportKind, locale: Locale): Words {
  return kind === 'assistance' ? (renamed(words, locale) as Words) : words
}

function renamed(words: unknown, locale: Locale): unknown {
  if (typeof words === 'string') return nouns[locale].reduce((text, [noun, other]) => text.replace(noun, other), words)
  if (Array.isArray(words)) return words.map((word) => renamed(word, locale))
  if (typeof words !== 'object' || words === null) return words
  return Object.fromEntries(Object.entries(words).map(([name, below]) => [name, renamed(below, locale)]))
}
