/** What a text of the body can keep a place for; it stands in double braces: `{{numero}}`. */
export const placeholders = [
  'numero',
  'titolo',
  'tipo',
  'categoria',
  'ufficio',
  'indirizzo',
  'zona',
  'inviata',
  'scadenza',
  'intervento',
  'oggi',
  'ente',
  'telefono',
  'email',
  'nome',
  'link',
] as const

export type Placeholder = (typeof placeholders)[number]

/**
 * What is the author's own stays unfilled in the conversation, and is filled in for whoever reads it: their name and the address
 * of their page are for the author alone, and a reply may be read by everyone.
 */
const personalPlaceholders = ['nome', 'link'] as const satisfies readonly Placeholder[]

type PersonalPlaceholder = (typeof personalPlaceholders)[number]

export type GeneralPlaceholder = Exclude<Placeholder, PersonalPlaceholder>

/** A place in braces: its name and, after a bar, what stands there where nothing is known: `{{indirizzo|il luogo indicato}}`. */
const place = /\{\{([^{}|]*)(?:\|([^{}]*))?\}\}/g

function nameOf(written: string): Placeholder | null {
  const wanted = written.trim().toLowerCase()
  return placeholders.find((one) => one === wanted) ?? null
}

function isPersonal(name: Placeholder): name is PersonalPlaceholder {
  return personalPlaceholders.some((one) => one === name)
}

/** The names in braces that no place is called, as they are written. */
export function unknownPlaceholders(text: string): readonly string[] {
  const written = [...text.matchAll(place)].flatMap(([, name = '']) => (nameOf(name) === null ? [name.trim()] : []))
  return [...new Set(written)]
}

/** A text with its places filled in, and which of them had neither a value nor words for that; these stay as they were. */
export type FilledText = { readonly text: string; readonly missing: readonly GeneralPlaceholder[] }

/** Fills in what is known of a report, once: what is filled in is not looked at again. What is the author's own stays open. */
export function fillPlaceholders(text: string, values: Readonly<Record<GeneralPlaceholder, string | null>>): FilledText {
  const missing = new Set<GeneralPlaceholder>()
  const filled = text.replace(place, (whole, written: string, otherwise: string | undefined) => {
    const name = nameOf(written)
    if (name === null || isPersonal(name)) return whole
    const value = values[name] ?? otherwise?.trim()
    if (value === undefined) missing.add(name)
    return value === undefined ? whole : withoutBraces(value)
  })
  return { text: filled, missing: [...missing] }
}

/** What was written by a stranger keeps no place. */
function withoutBraces(value: string): string {
  return value.replaceAll('{{', '{ {').replaceAll('}}', '} }')
}

/** Tells whether a text still keeps a place that ought to be filled in, or that there is none of: it is not ready to be sent. */
export function isUnfinished(text: string): boolean {
  return [...text.matchAll(place)].some(([, written = '']) => {
    const name = nameOf(written)
    return name === null || !isPersonal(name)
  })
}

/** What a reader is shown where the author's own would stand; without a value, what the text says for that, or neutral words. */
export type PersonalValues = {
  readonly values: Readonly<Record<PersonalPlaceholder, string | null>>
  readonly neutral: Readonly<Record<PersonalPlaceholder, string>>
}

/** Fills in what is the author's own, for one reader. */
export function fillPersonal(text: string, { values, neutral }: PersonalValues): string {
  return text.replace(place, (whole, written: string, otherwise: string | undefined) => {
    const name = nameOf(written)
    if (name === null || !isPersonal(name)) return whole
    return values[name] ?? (otherwise?.trim() || neutral[name])
  })
}

/** A text as everybody but its author may read it. */
export function withoutPersonal(text: string, neutral: PersonalValues['neutral']): string {
  return fillPersonal(text, { values: { nome: null, link: null }, neutral })
}
