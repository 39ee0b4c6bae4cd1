/** The languages that the screens speak; Italian is the language of the body and always there. */
export const locales = ['it', 'en'] as const

export type Locale = (typeof locales)[number]

/** A text that the body wrote, in Italian and perhaps in other languages. */
export type Words = { readonly it: string } & { readonly [other in Exclude<Locale, 'it'>]?: string | undefined }

/** The text in the reader's language, or in Italian where it was not translated. */
export function inLocale(words: Words, locale: Locale): string {
  return words[locale] ?? words.it
}

/** Tells whether a text names a language that the screens speak. */
export function isLocale(text: unknown): text is Locale {
  return locales.some((locale) => locale === text)
}

/** Which of a text's fields is longer than it may be, by the name of the Italian one; none where neither is. */
export function longField(field: string, words: Words, most: number): string | null {
  if (words.it.length > most) return field
  return (words.en ?? '').length > most ? `${field}-en` : null
}
