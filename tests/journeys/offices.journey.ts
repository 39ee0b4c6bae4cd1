import { randomUUID } from 'node:crypto'
import { expect, test } from '@playwright/test'
import { expectNoBarrier } from './barriers.ts'
import { signIn } from './desk.ts'

test('from a report to the office in charge: what it does, when it is open, how it is reached', async ({ page, request }) => {
  await page.goto('/segnalazioni')
  await page.locator('.fd-report-card a').first().click()
  const inCharge = page.locator('.fd-summary a[href^="/amministrazione/uffici/"]')
  const name = await inCharge.innerText()
  await inCharge.click()
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible()
  await expect(page.getByText(/^(Aperto ora, fino alle \d\d:\d\d|Chiuso ora; apre .+\d\d:\d\d)$/)).toBeVisible()
  await expect(page.locator('.fd-week dt').first()).toHaveText('lunedì')
  await expectNoBarrier(page)
  const data = JSON.parse((await page.locator('script[type="application/ld+json"]').textContent()) ?? '[]')
  expect(data[0]).toMatchObject({ '@type': 'GovernmentOffice', name })
  expect(data[0].openingHoursSpecification.length).toBeGreaterThan(1)
  const href = await page.getByRole('link', { name: /\.ics/ }).getAttribute('href')
  const file = await request.get(href ?? '')
  expect(file.headers()['content-type']).toContain('text/calendar')
  expect(await file.text()).toMatch(/BEGIN:VEVENT[\s\S]*DTSTART:\d{8}T\d{6}Z/)
  await page.getByRole('navigation', { name: 'Percorso di navigazione' }).getByRole('link', { name: 'Uffici' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Uffici' })).toBeVisible()
  await expect(page.locator('.fd-office-tree .fd-office-tree').first()).toBeVisible()
  await expectNoBarrier(page)
  expect((await request.get('/amministrazione/uffici/nessuno')).status()).toBe(404)
})

test('what an administrator sets of an office is what everybody reads', async ({ page }, { project }) => {
  test.skip(project.name === 'narrow', 'administrators set offices on large screens, and without scripts')
  const code = `prova-${randomUUID().slice(0, 8)}`
  const name = `Ufficio di ${code}`
  await signIn(page, 'admin')
  await page.goto('/operatori/impostazioni/uffici/nuovo')
  await page.locator('#name').fill(name)
  await page.locator('#code').fill(code)
  await page.getByLabel('lunedì').fill('12:30-08:30')
  await page.getByRole('button', { name: 'Salva' }).click()
  await expect(page.getByRole('alert')).toContainText('Scrivi le fasce in ordine')
  await expect(page.getByLabel('lunedì')).toHaveValue('12:30-08:30')
  await page.getByLabel('lunedì').fill('08:30-12:30')
  await page.getByLabel('Posizione dell’ingresso').fill('44.4112, 8.9326')
  await page.locator('#access').fill('Rampa in cortile')
  await page.getByRole('button', { name: 'Salva' }).click()
  await expect(page).toHaveURL(/fatto/)
  await expect(async () => {
    await page.goto(`/amministrazione/uffici/${code}`)
    await expect(page.getByText('Rampa in cortile')).toBeVisible({ timeout: 1000 })
  }).toPass()
  await expect(page.locator('.fd-week')).toContainText('08:30–12:30')
  await expect(page.getByRole('img', { name: `Mappa con l’ingresso: ${name}` })).toBeVisible()

  await page.goto('/operatori/impostazioni/uffici')
  await page.locator('main').getByRole('link', { name }).click()
  await expect(page.getByText('Niente si riferisce a questo ufficio.')).toBeVisible()
  await expectNoBarrier(page)
  await page.getByRole('button', { name: 'Chiudi l’ufficio' }).click()
  await expect(page.getByRole('heading', { name: 'Ufficio chiuso' })).toBeVisible()
})
