import { expect, type Locator, type Page, test } from '@playwright/test'
import type { FeatureCollection } from 'geojson'
import { toMercator } from '#domain/shared/mercator.ts'
import { expectNoBarrier } from './barriers.ts'
import { runsScripts } from './wizard.ts'

// The check for barriers is a script, so it looks where scripts run: the text pages are the same without.
/** The first report of the list: its number is all that differs from one demonstration to the next. */
async function openFirstReport(page: Page): Promise<void> {
  await page.goto('/segnalazioni')
  await page.locator('.fd-report-card a').first().click()
  await expect(page).toHaveURL(/\/segnalazioni\/\d+$/)
}

async function expectNoSidewaysScroll(page: Page): Promise<void> {
  expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBe(0)
}

test('every public page is free of barriers and fits the screen', async ({ page }, { project }) => {
  const paths = [
    '/',
    '/segnalazioni',
    '/segnalazioni?q=buca&stato=resolved',
    '/segnalazioni?q=zzzzzz',
    '/privacy',
    '/note-legali',
    '/nulla',
  ]
  for (const path of paths) {
    await page.goto(path)
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    if (runsScripts(project)) await expectNoBarrier(page)
    await expectNoSidewaysScroll(page)
  }
})

test('the first page leads to a report, to the list and to what was reported of late', async ({ page }) => {
  await page.goto('/')
  await expect(page.getByRole('region', { name: 'Avviso importante' })).toContainText('112')
  await expect(page.getByText(/Negli ultimi 12 mesi (sono state risolte|è stata risolta)/)).toBeVisible()
  await expect(page.locator('.fd-report-card')).toHaveCount(6)
  await expect(page.getByRole('link', { name: 'Fai una segnalazione' })).toHaveAttribute('href', '/segnala')
  await page.getByRole('link', { name: 'Guarda le segnalazioni' }).first().click()
  await expect(page.getByRole('heading', { level: 1, name: 'Elenco segnalazioni' })).toBeVisible()
})

test('the list is turned page by page, and back', async ({ page }) => {
  await page.goto('/segnalazioni')
  const titles = () => page.locator('.fd-report-card a').evaluateAll((links) => links.map((link) => link.getAttribute('href')))
  const first = await titles()
  await page.getByRole('link', { name: 'Meno recenti' }).click()
  await expect(page).toHaveURL(/dopo=\d+/)
  const second = await titles()
  expect(second).toHaveLength(20)
  expect(second.filter((href) => first.includes(href))).toEqual([])
  await page.getByRole('link', { name: 'Più recenti' }).click()
  await expect(page).toHaveURL(/prima=\d+/)
  expect(await titles()).toEqual(first)
})

test('filters are kept from page to page and removed at once', async ({ page }) => {
  await page.goto('/segnalazioni')
  const panel = page.locator('.fd-filters > summary')
  if (await panel.isVisible()) await panel.click()
  await page.getByRole('combobox', { name: 'Stato' }).selectOption({ label: 'Risolta' })
  await page.getByRole('button', { name: 'Applica i filtri' }).click()
  await expect(page).toHaveURL(/stato=resolved/)
  const stages = await page.locator('.fd-report-card .fd-stage').allInnerTexts()
  expect(new Set(stages.map((text) => text.trim()))).toEqual(new Set(['Risolta']))
  await page.getByRole('link', { name: 'Meno recenti' }).click()
  await expect(page).toHaveURL(/stato=resolved.*dopo=\d+/)
  await page.getByRole('link', { name: 'Rimuovi tutti i filtri' }).click()
  await expect(page).toHaveURL(/\/segnalazioni$/)
})

test('a number finds its report first, a word its reports, and nothing is said kindly', async ({ page }) => {
  await openFirstReport(page)
  const number = /\d+$/.exec(page.url())?.[0] ?? ''
  await page.goto(`/segnalazioni?q=n.%20${number}`)
  await expect(page.locator('.fd-report-card').first()).toContainText(`Segnalazione n. ${number}`)
  await page.goto('/segnalazioni?q=zzzzzz')
  await expect(page.getByText('Nessuna segnalazione trovata')).toBeVisible()
  await page.goto('/segnalazioni?dopo=pippo&prima=-1&zona=%00&stato=withdrawn&categoria=x')
  await expect(page.locator('.fd-report-card')).toHaveCount(20)
})

test('a report tells its life, where it is, and nobody’s name', async ({ page }, { project }) => {
  await openFirstReport(page)
  await expect(page.getByRole('heading', { name: 'Che cosa è successo' })).toBeVisible()
  await expect(page.getByRole('list', { name: 'Cronologia' }).getByText('Segnalazione inviata')).toBeVisible()
  const picture = page.getByRole('img', { name: /^Mappa con il punto/ })
  await picture.scrollIntoViewIfNeeded()
  await expect(picture).toBeVisible()
  if (runsScripts(project)) await expectNoBarrier(page)
  await expectNoSidewaysScroll(page)
  const structured = await page.locator('script[type="application/ld+json"]').textContent()
  const [article] = JSON.parse(structured ?? '[]')
  expect(article).toMatchObject({ '@type': 'Article', mainEntityOfPage: page.url() })
  expect(article).not.toHaveProperty('author')
  await expect(page.locator('link[rel="canonical"]')).toHaveAttribute('href', page.url())
  const image = (await page.locator('meta[property="og:image"]').getAttribute('content')) ?? ''
  const answer = await page.request.get(image)
  expect(answer.ok()).toBe(true)
  expect(answer.headers()['content-type']).toMatch(/^image\//)
})

test('the picture for social networks is drawn for each report', async ({ page, request }) => {
  await openFirstReport(page)
  const answer = await request.get(`${page.url()}/social.png`)
  expect(answer.status()).toBe(200)
  expect(answer.headers()['content-type']).toBe('image/png')
  const again = await request.get(`${page.url()}/social.png`, { headers: { 'if-none-match': answer.headers().etag ?? '' } })
  expect(again.status()).toBe(304)
})

test('a report that is not public and one that never was are the same missing page', async ({ page }) => {
  for (const path of ['/segnalazioni/99999999', '/segnalazioni/0', '/segnalazioni/nulla', '/segnalazioni/99999999/social.png']) {
    expect((await page.goto(path))?.status()).toBe(404)
  }
  await page.goto('/segnalazioni/99999999')
  await expect(page.getByRole('heading', { level: 1, name: 'Pagina non trovata' })).toBeVisible()
  await expect(page.getByRole('link', { name: 'Vai alla pagina iniziale' })).toBeVisible()
})

test('the map is worked by keyboard, and its list is the same', async ({ page }, { project }) => {
  await page.goto('/segnalazioni/mappa')
  const map = page.getByRole('application', { name: 'Mappa delle segnalazioni' })
  await expect(page.locator('.fd-report-links a').first()).toBeVisible()
  if (!runsScripts(project)) {
    await expect(page.locator('noscript p')).toContainText('La mappa interattiva ha bisogno di JavaScript')
    await expect(page.locator('noscript img')).toBeVisible()
    await expect(map).toBeHidden()
    return
  }
  const status = page.getByRole('status').filter({ hasText: 'Nella mappa' })
  await expect(status).toContainText('Avvicina la mappa')
  await expectNoBarrier(page)
  await expectNoSidewaysScroll(page)
  await map.focus()
  await expect(async () => {
    await page.keyboard.press('+')
    await expect(status).not.toContainText('Avvicina', { timeout: 1000 })
  }).toPass()
  await expect(page.locator('.fd-report-links a').first()).toHaveAttribute('href', /\/segnalazioni\/\d+/)
})

test('the map and its list keep to the filters', async ({ page }) => {
  await page.goto('/segnalazioni/mappa')
  const panel = page.locator('.fd-filters > summary')
  if (await panel.isVisible()) await panel.click()
  await page.getByRole('combobox', { name: 'Stato' }).selectOption({ label: 'Programmata' })
  await page.getByRole('button', { name: 'Applica i filtri' }).click()
  await expect(page).toHaveURL(/\/segnalazioni\/mappa\?.*stato=planned/)
  await expect(async () => {
    const stages = await page.locator('.fd-report-links .fd-stage').allInnerTexts()
    expect(new Set(stages.map((text) => text.trim()))).toEqual(new Set(['Programmata']))
  }).toPass()
  await page.getByRole('link', { name: 'Elenco', exact: true }).click()
  await expect(page).toHaveURL(/\/segnalazioni\?stato=planned/)
})

test('a mark on the map opens a panel that is closed from the keyboard', async ({ page }, { project }) => {
  test.skip(!runsScripts(project), 'the map needs a script')
  await openFirstReport(page)
  const number = /\d+$/.exec(page.url())?.[0] ?? ''
  await page.goto(`/segnalazioni/mappa?q=${number}`)
  await expect(page.getByRole('status').filter({ hasText: 'Nella mappa' })).toBeVisible()
  const map = page.getByRole('application', { name: 'Mappa delle segnalazioni' })
  const panel = page.getByRole('region', { name: 'Segnalazione scelta sulla mappa' })
  await map.click({ position: await pixelOfReport(page, map, number) })
  await expect(panel).toBeFocused()
  await expect(panel.locator(`a[href="/segnalazioni/${number}"]`)).toBeVisible()
  await expectNoBarrier(page)
  await page.keyboard.press('Escape')
  await expect(panel).toBeHidden()
  await expect(map).toBeFocused()
})

/** Where the map draws a report at first: the body fills it, but for a margin. */
async function pixelOfReport(page: Page, map: Locator, number: string): Promise<{ x: number; y: number }> {
  const read = async (path: string) => (await (await page.request.get(path)).json()) as FeatureCollection
  const base = await read('/mappa/base.json')
  const rings = base.features.flatMap(({ geometry }) => (geometry.type === 'Polygon' ? geometry.coordinates : []))
  const points = rings.flat().map(([longitude = 0, latitude = 0]) => toMercator({ longitude, latitude }))
  const [xs, ys] = [points.map(({ x }) => x), points.map(({ y }) => y)]
  const [west, east, south, north] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)]
  const { width, height } = (await map.boundingBox()) ?? { width: 0, height: 0 }
  const scale = Math.max((east - west) / (width - 32), (north - south) / (height - 32))
  const marks = await read(`/mappa/segnalazioni.geojson?bbox=-180,-85,180,85&zoom=12&q=${number}`)
  const mark = marks.features.find(({ properties }) => properties?.number === Number(number))
  const [longitude = 0, latitude = 0] = mark?.geometry.type === 'Point' ? mark.geometry.coordinates : []
  const at = toMercator({ longitude, latitude })
  return { x: width / 2 + (at.x - (west + east) / 2) / scale, y: height / 2 - (at.y - (south + north) / 2) / scale }
}

test('the legal pages carry what the official check reads', async ({ page }) => {
  await page.goto('/note-legali')
  await expect(page.locator('[data-element="legal-notes-section"]')).toHaveText('Licenza dei contenuti')
  await expect(page.locator('[data-element="legal-notes-body"]')).toContainText('CC-BY 4.0')
  await page.goto('/privacy')
  await expect(page.getByRole('heading', { level: 1, name: 'Informativa sulla privacy' })).toBeVisible()
})

test('those who index the site are told what to read', async ({ request }) => {
  const robots = await (await request.get('/robots.txt')).text()
  expect(robots).toMatch(/Disallow: \/segui\//)
  expect(robots).toMatch(/Sitemap: http.*\/sitemap\.xml/)
  const sitemap = await (await request.get('/sitemap.xml')).text()
  expect(sitemap).toMatch(/<loc>http[^<]*\/segnalazioni\/\d+<\/loc><lastmod>/)
})

test('text pages carry no script and ask nobody else for anything', async ({ page, baseURL }) => {
  const asked: string[] = []
  page.on('request', (sent) => asked.push(sent.url()))
  for (const path of ['/', '/segnalazioni', '/privacy']) await page.goto(path)
  await openFirstReport(page)
  expect(asked.filter((url) => !url.startsWith(baseURL ?? '') && !url.startsWith('data:'))).toEqual([])
  expect(asked.filter((url) => url.endsWith('.js'))).toEqual([])
})

test('the pages speak English to those who ask', async ({ page }, { project }) => {
  await page.goto('/segnalazioni?lingua=en')
  await expect(page.locator('html')).toHaveAttribute('lang', 'en')
  await expect(page.getByRole('heading', { level: 1, name: 'All reports' })).toBeVisible()
  if (runsScripts(project)) await expectNoBarrier(page)
})
