/** The pages that menu, footer and contact box lead to, in the order of the official model. */
export const sitePages = [
  ...(['management', 'news', 'services', 'live', 'topics', 'search', 'personalArea'] as const),
  ...(['faq', 'assistance', 'appointment', 'reportInefficiency'] as const),
  ...(['transparency', 'mediaPolicy', 'improvementPlan'] as const),
] as const

export type SitePage = (typeof sitePages)[number]

/** Where a body can be followed. */
export const networks = ['facebook', 'instagram', 'x', 'youtube', 'telegram', 'linkedin'] as const

type Network = (typeof networks)[number]

/** What a body that has a site of its own says of it; what it says nothing of is ours where we have it. */
export type SiteSettings = {
  readonly links: Readonly<Partial<Record<SitePage, string>>>
  readonly networks: Readonly<Partial<Record<Network, string>>>
  /** The accessibility statement of each host: every domain has its own (AgID guidelines, section 4). */
  readonly statements: Readonly<Partial<Record<string, string>>>
  /** Whether the site was paid for by NextGenerationEU, which it then has to say on every page. */
  readonly euFunded: boolean
}

/** The accessibility statement that belongs to the host by which a page was asked for: its own, or the body's. */
export function statementOf(host: string, general: string, site: SiteSettings | undefined): string {
  return site?.statements[host] || general
}
