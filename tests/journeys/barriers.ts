import { AxeBuilder } from '@axe-core/playwright'
import { type Browser, expect, type Page, test } from '@playwright/test'

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'EN-301-549', 'best-practice']

/** Nothing that a machine can find keeps anybody out of this page. */
export async function expectNoBarrier(page: Page): Promise<void> {
  // Without scripts the upper part of a page can be read while its foot is still on its way.
  await page.waitForLoadState('domcontentloaded')
  const scripts = test.info().project.use.javaScriptEnabled !== false
  // No page holds another: looking at it in one go takes a third of the time.
  const checker = new AxeBuilder({ page: scripts ? page : await twinWithScripts(page) })
    .withTags(tags)
    // Colours are the same without scripts: to measure them once is enough, and takes a third of the time.
    .options({ resultTypes: ['violations'], rules: { 'color-contrast': { enabled: scripts } } })
    .setLegacyMode(true)
  const { violations } = await checker.analyze()
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([])
}

const twins = new WeakMap<Browser, Promise<Page>>()

/** The checker is itself a script: it looks at the same page, as it stands, where scripts run but those of the page do not. */
async function twinWithScripts(page: Page): Promise<Page> {
  const browser = page.context().browser()
  if (!browser) throw new Error('the page has no browser')
  const opened = twins.get(browser) ?? openTwin(browser)
  twins.set(browser, opened)
  const twin = await opened
  const size = page.viewportSize()
  if (size) await twin.setViewportSize(size)
  const scriptless = (await page.content()).replaceAll(/<script\b.*?<\/script>/gs, '')
  await twin.setContent(scriptless.replace('<head>', `<head><base href="${page.url()}">`))
  return twin
}

async function openTwin(browser: Browser): Promise<Page> {
  const context = await browser.newContext({ javaScriptEnabled: true, hasTouch: true, locale: 'it-IT' })
  return context.newPage()
}
