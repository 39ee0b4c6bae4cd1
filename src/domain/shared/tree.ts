/** A branch and everything under it, at any depth. */
export function withDescendants<Of extends string>(
  tree: ReadonlyMap<Of, { readonly id: Of; readonly parent: Of | null }>,
  root: Of,
): readonly Of[] {
  const children = [...tree.values()].filter(({ parent }) => parent === root)
  return [root, ...children.flatMap(({ id }) => withDescendants(tree, id))]
}

/** A branch and everything that it stands under, the nearest first. */
export function withAncestors<Of extends string>(
  tree: ReadonlyMap<Of, { readonly id: Of; readonly parent: Of | null }>,
  leaf: Of,
): readonly Of[] {
  const parent = tree.get(leaf)?.parent ?? null
  return parent === null ? [leaf] : [leaf, ...withAncestors(tree, parent)]
}
