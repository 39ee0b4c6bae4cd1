import { expect, type Page, test } from '@playwright/test'
import { expectNoBarrier } from './barriers.ts'

/** The voices of the index that the official evaluation looks for (C.SI.1.3), in its order. */
const voices = [
  'A chi è rivolto',
  'Come fare',
  'Cosa serve',
  'Cosa si ottiene',
  'Tempi e scadenze',
  'Accedi al servizio',
  'Condizioni di servizio',
  'Contatti',
]

const texts = [
  ...['service-title', 'service-description', 'service-status', 'service-topic'],
  ...['service-addressed', 'service-how-to', 'service-needed', 'service-achieved', 'service-calendar-text'],
  ...['service-calendar-list', 'service-generic-access', 'service-file', 'service-area'],
]

/** What the official evaluation reads on a sheet is there, in its order. */
async function expectConforming(page: Page): Promise<void> {
  const hook = (name: string) => page.locator(`[data-element="${name}"]`)
  const index = await page.locator('ul[data-element="page-index"] > li > a').allInnerTexts()
  expect(index.filter((voice) => voices.includes(voice))).toEqual(voices)
  const said = await Promise.all(texts.map(async (name) => [name, (await hook(name).first().innerText()).trim().length >= 3]))
  expect(said).toEqual(texts.map((name) => [name, true]))
  expect(await page.locator('[data-element="breadcrumb"] li').nth(1).innerText()).toContain('Servizi')
  const metatag = JSON.parse((await hook('metatag').textContent()) ?? '{}')
  const filled = expect.stringMatching(/\S/)
  expect(metatag).toMatchObject({
    '@type': 'GovernmentService',
    name: filled,
    serviceType: filled,
    serviceOperator: { name: filled },
    areaServed: { name: filled },
    audience: { audienceType: filled },
    availableChannel: {
      serviceUrl: expect.stringMatching(/^https?:/),
      serviceLocation: { name: filled, address: { streetAddress: filled, postalCode: filled, addressLocality: filled } },
    },
  })
}

test('from a search to a sheet, and on by its topic', async ({ page }) => {
  await page.goto('/servizi')
  await expect(page.getByRole('heading', { level: 1, name: 'Servizi' })).toBeVisible()
  await expect(page.locator('[data-element="service-category-link"]')).toHaveCount(15)
  await expectNoBarrier(page)
  await page.getByLabel('Cerca una parola chiave').fill('spazzatura')
  await page.getByRole('button', { name: 'Cerca', exact: true }).click()
  await expect(page.getByText('1 servizio trovato')).toBeVisible()
  await expect(page.getByLabel('Cerca una parola chiave')).toHaveValue('spazzatura')
  await page.getByRole('link', { name: 'Tassa sui rifiuti (TARI)' }).click()
  await expect(page).toHaveURL(/\/servizi\/tributi-finanze-e-contravvenzioni\/tari$/)
  await expectConforming(page)
  await expectNoBarrier(page)
  await page.getByRole('link', { name: 'Termini e condizioni di servizio' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Condizioni di servizio' })).toBeVisible()
  await page.goBack()
  await page.locator('.fd-chips').getByRole('link', { name: 'Gestione rifiuti' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Gestione rifiuti' })).toBeVisible()
  await page.getByRole('navigation', { name: 'Percorso di navigazione' }).getByRole('link', { name: 'Argomenti' }).click()
  await expect(page.locator('[data-element="topic-element"]').first()).toBeVisible()
  await expectNoBarrier(page)
})

test('what is not found is said, and a category leads to its services', async ({ page, request }) => {
  await page.goto('/servizi?q=xyzzy')
  await expect(page.getByText('Nessun servizio trovato')).toBeVisible()
  await page.locator('[data-element="service-category-link"]', { hasText: 'Anagrafe e stato civile' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Anagrafe e stato civile' })).toBeVisible()
  await expectNoBarrier(page)
  await page.getByRole('link', { name: 'Cambio di residenza' }).click()
  await page.locator('[data-element="service-area"]').click()
  await expect(page.getByRole('heading', { name: 'Servizi offerti' })).toBeVisible()
  await page.getByRole('link', { name: 'Pubblicazioni di matrimonio' }).click()
  await page.getByRole('link', { name: 'Matrimonio e/o cambio stato civile' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Matrimonio e/o cambio stato civile' })).toBeVisible()
  expect((await request.get('/servizi/anagrafe-e-stato-civile/nessuno')).status()).toBe(404)
  expect((await request.get('/servizi/nessuna')).status()).toBe(404)
  const moved = await request.get('/servizi/ambiente/tari', { maxRedirects: 0 })
  expect([moved.status(), moved.headers().location]).toEqual([301, '/servizi/tributi-finanze-e-contravvenzioni/tari'])
})

test('each sheet shows what the official evaluation looks for', async ({ page, request }, { project }) => {
  test.skip(project.name !== 'wide', 'the same on every screen')
  const map = await (await request.get('/sitemap.xml')).text()
  const sheets = [...map.matchAll(/<loc>[^<]*?(\/servizi\/(?!eventi-della-vita)[\w-]+\/[\w-]+)<\/loc>/g)].map(
    ([, path = '']) => path,
  )
  expect(sheets.length).toBeGreaterThanOrEqual(12)
  for (const path of sheets) {
    await page.goto(path)
    await expectConforming(page)
  }
})
