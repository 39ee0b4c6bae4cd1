/** An office as a tree of them shows it, with those that stand below it. */
export type OfficeNode = {
  readonly href: string
  readonly name: string
  readonly competences: string
  readonly below: readonly OfficeNode[]
}
