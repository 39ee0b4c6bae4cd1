/** What in a text may say who somebody is. */
export type PersonalHint = 'name' | 'email' | 'phone' | 'tax_code' | 'iban' | 'number' | 'plate'

const signs: Readonly<Record<Exclude<PersonalHint, 'name' | 'number'>, RegExp>> = {
  email: /[\w.+-]+@[\w-]+\.[\w.-]+/,
  phone: /(?<![\w,.])\+?\d[\d\s./-]{7,}\d/,
  tax_code: /\b[A-Z]{6}\d{2}[A-Z]\d{2}[A-Z]\d{3}[A-Z]\b/i,
  iban: /\bIT\d{2}[A-Z][\dA-Z]{22}\b/i,
  plate: /\b[A-Z]{2}\s?\d{3}\s?[A-Z]{2}\b/,
}

/**
 * What a text that everybody is to read should be looked over for: names of the person who wrote it, addresses, telephones, tax codes,
 * IBANs, plates, and the number of their report. It warns and refuses nothing: what is personal only a person can tell.
 */
export function personalHints(
  text: string,
  of: { readonly names: readonly (string | null)[]; readonly number: number },
): readonly PersonalHint[] {
  const folded = text.toLocaleLowerCase('it')
  const named = of.names.some((name) => name !== null && holdsWord(folded, name.trim().toLocaleLowerCase('it')))
  const numbered = new RegExp(`\\bn(?:[.°º]|umero)?\\s*${of.number}(?!\\d)`, 'i').test(text)
  const found = (Object.keys(signs) as (keyof typeof signs)[]).filter((hint) => signs[hint].test(text))
  return [...(named ? (['name'] as const) : []), ...found, ...(numbered ? (['number'] as const) : [])]
}

function holdsWord(text: string, word: string): boolean {
  return word.length > 1 && text.split(/[^\p{L}\p{N}]+/u).includes(word)
}
