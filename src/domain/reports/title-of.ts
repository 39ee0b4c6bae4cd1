const longest = 70

/** The title of a report that was given none: its first sentence, or as many of its first words as fit. */
export function titleOf(description: string): string {
  const first = description.trim().split(/(?<=[.!?])\s|\n/, 1)[0] ?? ''
  if (first.length <= longest) return first.replace(/[.!?;,:\s]+$/, '')
  const cut = first.slice(0, longest)
  return `${cut.slice(0, cut.lastIndexOf(' ') > 20 ? cut.lastIndexOf(' ') : longest)}…`
}
