import { readMembers, type WrongLine } from '#domain/routing/author-group.ts'
import type { Dictionary } from '#lib/messages/dictionary.ts'
import { count, fill } from '#lib/messages/fill.ts'
import { textOf } from '../../../../../read-form.server.ts'
import type { Said } from '../../refused-form.server.ts'

type Refusal = keyof Dictionary['authorGroups']['refusal'] | keyof Dictionary['settings']['refusal']

/** So many wrong lines are named, and so much of each. */
const named = { lines: 5, text: 60 } as const

/** How refusals about groups of authors are said; the lines that are wrong are named. */
export function saidOfGroups(form: FormData, locals: App.Locals): Said<Refusal> {
  const { settings, authorGroups } = locals.words
  const lines = sayLines(readMembers(textOf(form, 'members')).wrong, locals)
  const members_wrong = fill(authorGroups.refusal.members_wrong, { lines })
  return { words: { ...settings.refusal, ...authorGroups.refusal, members_wrong }, fields }
}

function sayLines(wrong: readonly WrongLine[], { words, locale }: App.Locals): string {
  const says = words.authorGroups.wrong
  const lines = wrong.slice(0, named.lines).map(({ line, text, sameAs }) => {
    const quoted = text.length > named.text ? `${text.slice(0, named.text)}…` : text
    return fill(sameAs === null ? says.line : says.twice, { n: line, text: quoted, first: sameAs ?? '' })
  })
  const more = wrong.length - lines.length
  return [...lines, ...(more > 0 ? [count(locale, says.more, more)] : [])].join('; ')
}

const fields: Readonly<Partial<Record<Refusal, string>>> = {
  name_missing: 'name',
  name_too_long: 'name',
  name_taken: 'name',
  description_too_long: 'description',
  members_missing: 'members',
  members_wrong: 'members',
  too_many_members: 'members',
  address_wrong: 'address',
  address_nowhere: 'address',
}
