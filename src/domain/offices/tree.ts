import type { OfficeId } from '../shared/id.ts'
import type { Office } from './office.ts'

/** An office with how deep it stands in the tree: 0 stands under none. */
export type OfficeInTree = { readonly office: Office; readonly depth: number }

/** The offices as a tree is read: each before those below it, those side by side in the order of their names. */
export function officeTree(offices: readonly Office[], nameOf: (office: Office) => string): readonly OfficeInTree[] {
  const below = Map.groupBy(offices, ({ parent }) => parent)
  const walk = (parent: OfficeId | null, depth: number): readonly OfficeInTree[] =>
    (below.get(parent) ?? [])
      .toSorted((one, other) => nameOf(one).localeCompare(nameOf(other)))
      .flatMap((office) => [{ office, depth }, ...walk(office.id, depth + 1)])
  return walk(null, 0)
}

/** An office and all that stand below it. */
export function withOfficesBelow(offices: readonly Pick<Office, 'id' | 'parent'>[], top: OfficeId): ReadonlySet<OfficeId> {
  const found = new Set([top])
  for (const id of found) {
    for (const office of offices) if (office.parent === id) found.add(office.id)
  }
  return found
}
