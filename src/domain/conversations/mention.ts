import type { AccountId } from '../shared/id.ts'

/** Somebody who can be named in a note. */
export type Named = { readonly id: AccountId; readonly name: string }

/** So many people are told of one note at most; more is a meeting. */
export const mostMentions = 20

/** Who is named in a text by `@` and their whole name; where two are called the same, nobody is guessed. */
export function mentionedIn(text: string, people: readonly Named[]): readonly AccountId[] {
  const said = plain(text)
  const byName = Map.groupBy(people, ({ name }) => plain(name))
  const alone = [...byName].flatMap(([name, [only, ...more]]) => (only && more.length === 0 ? [[name, only.id] as const] : []))
  // The longer name first: `@Ada Verdi Rossi` does not name Ada Verdi as well.
  const longest = alone.toSorted(([one], [other]) => other.length - one.length)
  let left = said
  const found: AccountId[] = []
  for (const [name, id] of longest) {
    const written = new RegExp(`@${literally(name)}(?![\\p{L}\\p{N}])`, 'gu')
    if (!written.test(left)) continue
    found.push(id)
    left = left.replace(written, ' ')
  }
  return found
}

/** Whoever is told of a note: each once, and not who wrote it. */
export function toldOf(named: readonly AccountId[], by: AccountId | null): readonly AccountId[] {
  return [...new Set(named)].filter((one) => one !== by)
}

/** Whoever a note tells: those chosen for it and those whom it names, as many as one note may tell. */
export function toldByNote(
  { text, chosen }: { readonly text: string; readonly chosen: readonly AccountId[] },
  by: AccountId,
  people: readonly Named[],
): readonly AccountId[] {
  return toldOf([...chosen, ...mentionedIn(text, people)], by).slice(0, mostMentions)
}

function plain(text: string): string {
  return text.normalize('NFC').toLocaleLowerCase('it').replace(/’/g, "'").replace(/\s+/g, ' ').trim()
}

function literally(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&')
}
