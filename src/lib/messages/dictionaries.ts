import type { Locale } from '#domain/shared/words.ts'
import type { Dictionary } from './dictionary.ts'
import { en } from './en.ts'
import { it } from './it.ts'

const dictionaries: Readonly<Record<Locale, Dictionary>> = { it, en }

/** The words of a language; read on the server, so that a page carries only those it shows. */
export function dictionary(locale: Locale): Dictionary {
  return dictionaries[locale]
}
