import type { AuthorDetails } from './report.ts'

type Named = Pick<AuthorDetails, 'firstName' | 'lastName' | 'email' | 'phone'>

/** What stands where somebody else was greeted, named, or reached. */
export type Neutral = { readonly greeting: string; readonly person: string; readonly removed: string }

/**
 * Readdresses what was written to one author to another: the one’s name after a salutation or in full becomes the other’s, or neutral
 * words where that is not known; the one’s e-mail address and phone are taken out. Nobody learns who else reported.
 */
export function readdress(text: string, from: Named, to: Named, neutral: Neutral): string {
  const full = [to.firstName, to.lastName].filter(Boolean).join(' ')
  const rename = (so: string, { pattern, other }: Name) =>
    so
      .replace(greeted(pattern), (_, salutation: string) => (other ? `${salutation}${other}` : neutral.greeting))
      .replace(word(pattern.includes('\\s+') ? pattern : '(?!)'), () => full || neutral.person)
  const renamed = namesOf(from, to, full).reduce(rename, text)
  return [from.email && new RegExp(literal(from.email), 'gi'), phoneOf(from.phone)]
    .filter((found) => found instanceof RegExp)
    .reduce((so, found) => so.replace(found, neutral.removed), renamed)
}

type Name = { readonly pattern: string; readonly other: string | null }

/** In full, either way round, and then each part, which counts after a salutation alone: it may be a word, or a street. */
function namesOf(from: Named, to: Named, full: string): readonly Name[] {
  const [first, last] = [part(from.firstName), part(from.lastName)]
  const names: readonly Name[] = [
    { pattern: first && last && `${first}\\s+${last}`, other: full },
    { pattern: first && last && `${last}\\s+${first}`, other: full },
    { pattern: last, other: to.lastName },
    { pattern: first, other: to.firstName },
  ]
  return names.filter(({ pattern }) => pattern !== '')
}

function part(name: string | null): string {
  return literal(name?.trim() ?? '')
}

const salutation =
  '(?:gentile|gentilissim[oa]|egregi[oa]|car[oa]|spett(?:\\.|abile)|sig(?:\\.(?:ra)?|nor[ae]?)|dott\\.(?:ssa)?|mr\\.?|mrs\\.?|ms\\.?|dear)'

function greeted(pattern: string): RegExp {
  return new RegExp(`(?<![\\p{L}\\p{N}])((?:${salutation}\\s+)+)${pattern}(?![\\p{L}\\p{N}])`, 'giu')
}

function word(pattern: string): RegExp {
  return new RegExp(`(?<![\\p{L}\\p{N}])${pattern}(?![\\p{L}\\p{N}])`, 'giu')
}

/** A phone is written with spaces, dots or none. */
function phoneOf(phone: string | null): RegExp | null {
  const digits = (phone ?? '').replace(/\D/g, '')
  return digits.length < 6 ? null : new RegExp(`\\+?${digits.split('').join('[\\s./()-]*')}`, 'g')
}

function literal(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&')
}
