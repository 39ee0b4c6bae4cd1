import type { Locale } from '#domain/shared/words.ts'

/** Forms of a text that counts something; a language uses those it has (CLDR plural rules). */
export type Plural = { readonly one: string; readonly other: string }

/** Puts values in the places that a text keeps for them: `fill('Ciao {name}', { name: 'Ada' })`. */
export function fill(text: string, values: Readonly<Record<string, string | number>>): string {
  return text.replace(/\{(\w+)\}/g, (place, name: string) => String(values[name] ?? place))
}

/** Making these costs more than a hundred uses of them. */
const counting = new Map<Locale, { readonly rules: Intl.PluralRules; readonly digits: Intl.NumberFormat }>()

/** The form of a counting text for this number, with `{n}` filled in the reader's way of writing numbers. */
export function count(locale: Locale, forms: Plural, n: number): string {
  const form = countingIn(locale).rules.select(n) === 'one' ? forms.one : forms.other
  return fill(form, { n: writeNumber(locale, n) })
}

/** A number in the reader's way of writing it. */
export function writeNumber(locale: Locale, n: number): string {
  return countingIn(locale).digits.format(n)
}

/** A number with one decimal, in the reader's way of writing it: an average. */
export function writeDecimal(locale: Locale, n: number): string {
  return new Intl.NumberFormat(locale, { minimumFractionDigits: 1, maximumFractionDigits: 1 }).format(n)
}

function countingIn(locale: Locale) {
  const known = counting.get(locale)
  if (known) return known
  const made = { rules: new Intl.PluralRules(locale), digits: new Intl.NumberFormat(locale) }
  counting.set(locale, made)
  return made
}
