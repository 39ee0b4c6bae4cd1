import { AxeBuilder } from '@axe-core/playwright'
import { expect, type Page, test } from '@playwright/test'

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'EN-301-549', 'best-practice']

/** Nothing that a machine can find keeps anybody out of this page. */
export async function expectNoBarrier(page: Page): Promise<void> {
  const scripts = test.info().project.use.javaScriptEnabled !== false
  const looked = scripts ? page : await twinWithScripts(page)
  // No page holds another: looking at it in one go takes a third of the time.
  const checker = new AxeBuilder({ page: looked })
    .withTags(tags)
    .options({ resultTypes: ['violations'] })
    .setLegacyMode(true)
  const { violations } = await checker.analyze()
  if (!scripts) await looked.context().close()
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([])
}

/** The checker is itself a script: it looks at the same page, as it stands, where scripts run but those of the page do not. */
async function twinWithScripts(page: Page): Promise<Page> {
  const browser = page.context().browser()
  if (!browser) throw new Error('the page has no browser')
  const context = await browser.newContext({
    javaScriptEnabled: true,
    viewport: page.viewportSize(),
    hasTouch: true,
    locale: 'it-IT',
  })
  const twin = await context.newPage()
  const body = await page.content()
  await twin.route('**/*', (route) => {
    const type = route.request().resourceType()
    if (type === 'document') return route.fulfill({ contentType: 'text/html; charset=utf-8', body })
    return type === 'script' ? route.abort() : route.continue()
  })
  await twin.goto(page.url())
  return twin
}
