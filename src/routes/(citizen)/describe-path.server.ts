/** The way to a page as programs read it (schema.org); each step with its address. */
export function describePath(
  steps: readonly { readonly label: string; readonly href: string }[],
  { words }: App.Locals,
  origin: string,
) {
  const all = [{ label: words.shell.breadcrumb.home, href: '/' }, ...steps]
  return {
    '@context': 'https://schema.org',
    '@type': 'BreadcrumbList',
    itemListElement: all.map(({ label, href }, at) => ({
      '@type': 'ListItem',
      position: at + 1,
      name: label,
      item: new URL(href, origin).href,
    })),
  }
}
