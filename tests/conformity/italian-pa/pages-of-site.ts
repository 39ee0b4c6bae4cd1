import type { Page } from '@playwright/test'

/** The first level of the model and, below it, what is ours of the second; flows and information that anybody finds. */
export const firstLevel = ['/amministrazione', '/servizi', '/vivere-il-comune'] as const
export const secondLevel = [
  ...(['/amministrazione/uffici', '/amministrazione/personale-amministrativo', '/vivere-il-comune/luoghi'] as const),
  '/servizi/anagrafe-e-stato-civile',
] as const
const others = ['/segnala', '/segnalazioni', '/domande-frequenti', '/privacy', '/note-legali', '/mappa-del-sito'] as const

export const pages: readonly string[] = ['/', ...firstLevel, ...secondLevel, ...others]

/** The sheets that the page of services leads to, as the official checks find them: link by link, page by page. */
export async function findSheets(page: Page): Promise<readonly string[]> {
  const found = new Set<string>()
  let next: string | null = '/servizi'
  for (let pagesLeft = 10; next !== null && pagesLeft > 0; pagesLeft--) {
    await page.goto(next)
    const links = page.locator('[data-element="service-link"]')
    for (const href of await links.evaluateAll((all) => all.map((one) => one.getAttribute('href') ?? ''))) found.add(href)
    const more = page.locator('[data-element="load-other-cards"]')
    next = (await more.count()) > 0 ? await more.first().getAttribute('href') : null
  }
  return [...found]
}
