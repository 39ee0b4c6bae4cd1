/** A branch and everything under it, at any depth. */
export function withDescendants<Of extends string>(
  tree: ReadonlyMap<Of, { readonly id: Of; readonly parent: Of | null }>,
  root: Of,
): readonly Of[] {
  const children = [...tree.values()].filter(({ parent }) => parent === root)
  return [root, ...children.flatMap(({ id }) => withDescendants(tree, id))]
}
