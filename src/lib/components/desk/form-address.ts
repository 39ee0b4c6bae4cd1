/** Where a form of a report is sent: to its action, with the search of the page, so that the list beside it stays as it is. */
export function formAddress({ searchParams }: { readonly searchParams: Iterable<[string, string]> }, action: string): string {
  const kept = new URLSearchParams([...searchParams].filter(([name]) => name !== 'fatto' && !name.startsWith('/')))
  return kept.size > 0 ? `?/${action}&${kept}` : `?/${action}`
}
