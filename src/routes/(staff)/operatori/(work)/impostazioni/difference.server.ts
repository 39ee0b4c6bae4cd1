import { diffArrays, diffWordsWithSpace } from 'diff'
import type { DifferencePart, ShownDifference } from '#lib/components/settings/shown-change.ts'

/** Something that is shown by a few words and is more than they say: how it is called, also where it became another of which the same is said. */
type Drawn = { readonly says: string; readonly another: string; readonly of: unknown }

/** What a setting says, under the words of its page: texts, lists, what is drawn, and groups of them. */
export type SaidValue = string | number | null | undefined | readonly string[] | Drawn | { readonly [field: string]: SaidValue }

/** Up to so many characters a text is shown whole; of a longer one, what changed and so much around it. */
const shown = { whole: 160, around: 50, edits: 500 } as const

/** What differs, by the path of each field. */
export function differences(before: SaidValue, after: SaidValue, path = ''): readonly ShownDifference[] {
  if (JSON.stringify(before ?? null) === JSON.stringify(after ?? null)) return []
  if (isGroup(before) || isGroup(after)) {
    const [one, other] = [isGroup(before) ? before : {}, isGroup(after) ? after : {}]
    const fields = [...new Set([...Object.keys(one), ...Object.keys(other)])]
    return fields.flatMap((field) => differences(one[field], other[field], path ? `${path} › ${field}` : field))
  }
  const found = isList(before) || isList(after) ? ofLists(toList(before), toList(after)) : ofTexts(before, after)
  return found.parts.length > 0 ? [{ field: path, ...found }] : []
}

type Found = Omit<ShownDifference, 'field'>

/** What left a list and what came into it, each on its own line; what only moved did both. */
function ofLists(before: readonly string[], after: readonly string[]): Found {
  const parts = diffArrays([...before], [...after]).flatMap(({ value, added, removed }): readonly DifferencePart[] =>
    added || removed ? value.map((text) => ({ what: added ? 'after' : 'before', text })) : [],
  )
  return { parts, lines: true }
}

function ofTexts(before: SaidValue, after: SaidValue): Found {
  const [one, other] = [textOf(before), isDrawn(before) && isDrawn(after) ? after.another : textOf(after)]
  const long = one !== '' && other !== '' && Math.max(one.length, other.length) > shown.whole
  const words = long ? diffWordsWithSpace(one, other, { maxEditLength: shown.edits }) : undefined
  if (!words) return { parts: [...part('before', one), ...part('after', other)], lines: true }
  const last = words.length - 1
  const parts = words.map(({ value, added, removed }, at): DifferencePart => {
    if (added || removed) return { what: added ? 'after' : 'before', text: value }
    return { what: 'same', text: elided(value, at > 0, at < last) }
  })
  return { parts, lines: false }
}

function part(what: 'before' | 'after', text: string): readonly DifferencePart[] {
  return text === '' ? [] : [{ what, text }]
}

/** A text that did not change, as far as it is needed to see where the change stands. */
function elided(text: string, follows: boolean, precedes: boolean): string {
  if (text.length <= 2 * shown.around) return text
  const [head, tail] = [text.slice(0, shown.around), text.slice(-shown.around)]
  return `${follows ? head : ''}…${precedes ? tail : ''}`
}

function textOf(value: SaidValue): string {
  return isDrawn(value) ? value.says : String(value ?? '')
}

function toList(value: SaidValue): readonly string[] {
  if (isList(value)) return value
  const text = textOf(value)
  return text === '' ? [] : [text]
}

function isList(value: SaidValue): value is readonly string[] {
  return Array.isArray(value)
}

function isDrawn(value: SaidValue): value is Drawn {
  return typeof value === 'object' && value !== null && !isList(value) && 'another' in value
}

function isGroup(value: SaidValue): value is { readonly [field: string]: SaidValue } {
  return typeof value === 'object' && value !== null && !isList(value) && !isDrawn(value)
}
