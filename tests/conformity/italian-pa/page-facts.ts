import type { Page } from '@playwright/test'

/** What the official checks look at, of one page as a browser has it. */
export type PageFacts = Awaited<ReturnType<typeof readFacts>> & { readonly path: string; readonly cookies: readonly string[] }

/** Opens a page as somebody who never was here, and reads from it all that the criteria ask. */
export async function visit(page: Page, path: string): Promise<PageFacts> {
  await page.context().clearCookies()
  const response = await page.goto(path)
  if (response?.status() !== 200) throw new Error(`${path}: ${response?.status()}`)
  await page.evaluate(() => document.fonts.ready.then(() => true))
  const cookies = (await page.context().cookies()).map(({ domain }) => domain.replace(/^\./, ''))
  return { path, cookies, ...(await readFacts(page)) }
}

function readFacts(page: Page) {
  return page.evaluate(() => {
    const tidy = (text: string | null | undefined) => (text ?? '').replaceAll(/\s+/g, ' ').trim()
    const read = (element: Element) => ({
      hook: element.getAttribute('data-element') ?? '',
      text: tidy(element.textContent),
      href: element instanceof HTMLAnchorElement ? element.href : '',
      inFooter: element.closest('footer') !== null,
      inMenu: element.closest('[data-element="main-navigation"]') !== null,
    })
    const firstFont = (element: Element) =>
      getComputedStyle(element).fontFamily.split(',')[0]?.replaceAll(/["']/g, '').trim() ?? ''
    const said = [...document.querySelectorAll('h1, h2, h3, h4, h5, h6, p')].flatMap((one) => [one, ...one.querySelectorAll('*')])
    return {
      title: document.title,
      lang: document.documentElement.lang,
      fonts: [...new Set(said.map(firstFont))],
      version: getComputedStyle(document.body)
        .getPropertyValue('--bootstrap-italia-version')
        .replaceAll(/["'\s]/g, ''),
      classes: [...new Set([...document.querySelectorAll('[class]')].flatMap((one) => [...one.classList]))],
      hooks: [...document.querySelectorAll('[data-element]')].map(read),
      breadcrumb: [...document.querySelectorAll('[data-element="breadcrumb"] li')].map((one) =>
        tidy(one.textContent).replace(/\s*\/$/, ''),
      ),
      index: [...document.querySelectorAll('ul[data-element="page-index"] > li > a')].map((one) => tidy(one.textContent)),
      metatag: document.querySelector('script[data-element="metatag"][type="application/ld+json"]')?.textContent ?? null,
      footer: [...document.querySelectorAll('footer a')].map((one) => tidy(one.textContent)),
      headings: [...document.querySelectorAll('h2')].map((one) => tidy(one.textContent)),
      skips: [...document.querySelectorAll<HTMLAnchorElement>('.skiplinks a')].map((one) => [tidy(one.textContent), one.hash]),
      elsewhere: performance
        .getEntriesByType('resource')
        .map(({ name }) => new URL(name).host)
        .filter((host) => host !== location.host),
    }
  })
}

/** The elements of a page that carry a hook. */
export function hooked({ hooks }: PageFacts, hook: string): PageFacts['hooks'] {
  return hooks.filter((one) => one.hook === hook)
}
