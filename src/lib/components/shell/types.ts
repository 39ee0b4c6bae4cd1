/** The body that the pages belong to, as header, footer and contact box show it. */
export type Body = {
  readonly name: string
  readonly region: string
  readonly tagline?: string | undefined
  readonly crest?: string | undefined
  readonly address: string
  readonly taxCode: string
  readonly phone?: string | undefined
  readonly tollFree?: string | undefined
  readonly whatsapp?: string | undefined
  readonly email?: string | undefined
  readonly pec?: string | undefined
  readonly networks?: readonly NavLink[] | undefined
  readonly euFunded?: boolean | undefined
}

/** A link of a menu; `hook` is the official `data-element`. */
export type NavLink = {
  readonly href: string
  readonly label: string
  readonly current?: boolean | undefined
  readonly hook?: string | undefined
}

/** A language of the page: `code` is its short name on the screen. */
export type LanguageLink = {
  readonly href: string
  readonly code: string
  readonly name: string
  readonly lang: string
  readonly current: boolean
}

/** A step of the way to this page; the last has no address. */
export type Crumb = { readonly label: string; readonly href?: string | undefined }

/** The links of the contact box; only those that are given are shown. */
export type ContactLinks = {
  readonly faq?: string | undefined
  readonly assistance?: string | undefined
  readonly phone?: string | undefined
  readonly tollFree?: string | undefined
  readonly appointment?: string | undefined
  readonly report?: string | undefined
}

/** The links of the footer; only those that are given are shown. */
export type FooterLinks = {
  readonly faq?: string | undefined
  readonly appointment?: string | undefined
  readonly reportInefficiency?: string | undefined
  readonly assistance?: string | undefined
  readonly transparency?: string | undefined
  readonly privacy?: string | undefined
  readonly legal?: string | undefined
  readonly accessibility?: string | undefined
  readonly accessibilityHelp?: string | undefined
  readonly improvementPlan?: string | undefined
  readonly mediaPolicy?: string | undefined
  readonly siteMap?: string | undefined
}

export type FooterColumn = { readonly title: string; readonly links: readonly NavLink[] }
