import { isEmail } from '../reports/submission.ts'
import type { AuthorGroupId } from '../shared/id.ts'
import { done, type Result, refuse } from '../shared/result.ts'
import { searchText } from '../shared/search-text.ts'
import type { RoutingRule } from './rule.ts'

/** Authors whom a body knows by their mail and treats alike: schools, administrators of condominiums, councillors. */
export type AuthorGroup = {
  readonly name: string
  readonly description: string
  /** Addresses, and whole domains as `@scuola.example`: small letters, each once, in the order of the alphabet. */
  readonly members: readonly string[]
}

/** A group as somebody writes it: who belongs to it is pasted, one a line. */
export type WrittenAuthorGroup = Omit<AuthorGroup, 'members'> & { readonly pasted: string }

/** How many groups a body may have, and members a group; the longest texts in characters. */
export const authorGroupLimits = { groups: 100, members: 1000, name: 100, description: 300 } as const

export type AuthorGroupRefusal =
  | 'name_missing'
  | 'name_too_long'
  | 'name_taken'
  | 'description_too_long'
  | 'members_missing'
  | 'members_wrong'
  | 'too_many_members'
  | 'too_many_groups'

/** Checks a group beside the others: a name of its own, and lines that are all addresses or domains, each of them once. */
export function checkAuthorGroup(
  { name: given, description: said, pasted }: WrittenAuthorGroup,
  otherNames: readonly string[],
): Result<AuthorGroup, AuthorGroupRefusal> {
  const name = given.trim().replace(/\s+/g, ' ')
  const description = said.trim()
  if (otherNames.length >= authorGroupLimits.groups) return refuse('too_many_groups')
  if (searchText(name) === '') return refuse('name_missing')
  if (name.length > authorGroupLimits.name) return refuse('name_too_long')
  if (otherNames.some((other) => searchText(other) === searchText(name))) return refuse('name_taken')
  if (description.length > authorGroupLimits.description) return refuse('description_too_long')
  const { members, wrong } = readMembers(pasted)
  if (wrong.length > 0) return refuse('members_wrong')
  if (members.length === 0) return refuse('members_missing')
  if (members.length > authorGroupLimits.members) return refuse('too_many_members')
  return done({ name, description, members })
}

/** A line, counted from 1, that is neither address nor domain, or says what an earlier line said. */
export type WrongLine = { readonly line: number; readonly text: string; readonly sameAs: number | null }

/** Reads what was pasted, one member a line, as mail programs copy it too (`Ada Verdi <ada@scuola.example>;`); empty lines say nothing. */
export function readMembers(pasted: string): {
  readonly members: readonly string[]
  readonly wrong: readonly WrongLine[]
} {
  const firstAt = new Map<string, number>()
  const wrong: WrongLine[] = []
  for (const [at, line] of pasted.split('\n').entries()) {
    const text = line.trim()
    if (text === '') continue
    const member = readMember(text)
    const sameAs = member === null ? null : (firstAt.get(member) ?? null)
    if (member === null || sameAs !== null) wrong.push({ line: at + 1, text, sameAs })
    else firstAt.set(member, at + 1)
  }
  return { members: [...firstAt.keys()].toSorted(), wrong }
}

/** An address or a whole domain as groups keep it; null is neither. */
export function readMember(text: string): string | null {
  const bare = text.trim().replace(/[,;]$/, '')
  const member = (/<([^<>]*)>$/.exec(bare)?.[1] ?? bare).trim().toLowerCase()
  return isEmail(member.startsWith('@') ? `x${member}` : member) ? member : null
}

/** The members that an e-mail meets, capitals aside: itself and its domain; `@scuola.example` is not met by what lies below it. */
export function membersMetBy(email: string | null): readonly string[] {
  const address = email?.trim().toLowerCase() ?? ''
  return isEmail(address) ? [address, address.slice(address.lastIndexOf('@'))] : []
}

/** Tells whether a rule asks for the group. */
export function namesAuthorGroup({ conditions }: RoutingRule, group: AuthorGroupId): boolean {
  return conditions.some((condition) => condition.about === 'author' && condition.groups.includes(group))
}
