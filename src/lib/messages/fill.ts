import type { Locale } from '#domain/shared/words.ts'

/** Forms of a text that counts something; a language uses those it has (CLDR plural rules). */
export type Plural = { readonly one: string; readonly other: string }

/** Puts values in the places that a text keeps for them: `fill('Ciao {name}', { name: 'Ada' })`. */
export function fill(text: string, values: Readonly<Record<string, string | number>>): string {
  return text.replace(/\{(\w+)\}/g, (place, name: string) => String(values[name] ?? place))
}

/** The form of a counting text for this number, with `{n}` filled in the reader's way of writing numbers. */
export function count(locale: Locale, forms: Plural, n: number): string {
  const form = new Intl.PluralRules(locale).select(n) === 'one' ? forms.one : forms.other
  return fill(form, { n: new Intl.NumberFormat(locale).format(n) })
}
