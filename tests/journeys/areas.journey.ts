import { randomUUID } from 'node:crypto'
import { expect, test } from '@playwright/test'
import { expectNoBarrier } from './barriers.ts'
import { sendAs, signIn } from './desk.ts'
import { runsScripts } from './wizard.ts'

const box = (west: number, south: number, east: number, north: number) =>
  JSON.stringify({
    type: 'Polygon',
    coordinates: [
      [
        [west, south],
        [east, south],
        [east, north],
        [west, north],
        [west, south],
      ],
    ],
  })

test('an area is made, redrawn by text and by keys, and a report falls into it', async ({ page, request }, { project }) => {
  test.slow()
  const name = `Zona ${randomUUID().slice(0, 8)}`
  // A place of this journey's own, so that nobody else's reports fall into it.
  const [east, north] = [8.951 + Math.floor(Math.random() * 300) / 1e5, 44.42 + Math.floor(Math.random() * 300) / 1e5]
  const number = await sendAs(request, { title: `Nella ${name}`, lat: String(north), long: String(east) })
  await signIn(page, 'admin')
  await page.goto('/operatori/impostazioni/zone')
  await expectNoBarrier(page)
  await page.getByRole('link', { name: 'Nuova zona' }).click()
  if (runsScripts(project)) {
    const map = page.getByRole('application', { name: 'Mappa dei confini' })
    await map.scrollIntoViewIfNeeded()
    await expect(page.getByRole('button', { name: 'Disegna una parte', pressed: true })).toBeVisible()
    await map.focus()
    for (const key of ['Enter', 'ArrowRight', 'Enter', 'f', 'ArrowDown', 'Enter']) await page.keyboard.press(key)
    await expect(page.getByText('Vertice messo: 3 vertici.')).toBeVisible()
    await page.keyboard.press('f')
    await expect(page.getByText('Disegno chiuso: 3 vertici.')).toBeVisible()
    await expect(page.getByText('Qui non si può.')).toHaveCount(0)
    await expect(page.getByRole('textbox', { name: 'Confini' })).toHaveValue(/"Polygon"/)
  }
  await page.getByRole('textbox', { name: 'Nome' }).fill(name)
  await page.getByRole('textbox', { name: 'Confini' }).fill('{"type":"Point","coordinates":[9,44]}')
  await page.getByRole('button', { name: 'Salva' }).click()
  await expect(page.getByRole('alert')).toContainText('I confini devono essere poligoni.')
  await expectNoBarrier(page)
  await page.getByRole('textbox', { name: 'Confini' }).fill(box(8.85, 44.43, 8.8502, 44.4302))
  await page.getByRole('button', { name: 'Salva' }).click()
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible()
  await expectNoBarrier(page)

  const borders = page.getByRole('textbox', { name: 'Confini' })
  if (runsScripts(project)) {
    await page.getByRole('application', { name: 'Mappa dei confini' }).scrollIntoViewIfNeeded()
    await expect(page.getByText('4 vertici', { exact: true })).toBeVisible()
    const before = await borders.inputValue()
    await page.getByRole('application', { name: 'Mappa dei confini' }).focus()
    await page.keyboard.press('i')
    await expect(page.getByText('5 vertici', { exact: true })).toBeVisible()
    await page.keyboard.press('Delete')
    await expect(page.getByText('4 vertici', { exact: true })).toBeVisible()
    await page.keyboard.press('ArrowUp')
    await page.keyboard.press('Enter')
    await expect(borders).not.toHaveValue(before)
  }
  // Around the report: of areas that lie over each other the smallest has it.
  await borders.fill(box(east - 1e-5, north - 1e-5, east + 1e-5, north + 1e-5))
  await page.getByRole('button', { name: 'Salva' }).click()
  await expect(page.getByText('Salvato.')).toBeVisible()
  await page.context().clearCookies()
  await signIn(page, 'urp')
  await expect(async () => {
    await page.goto(`/operatori/segnalazioni/${number}`)
    await expect(page.locator('dd', { hasText: name }).first()).toBeVisible({ timeout: 1000 })
  }).toPass({ timeout: 30_000 })
})

test('borders are taken from a file, after what they do was shown', async ({ page }) => {
  const code = randomUUID().slice(0, 8)
  await signIn(page, 'admin')
  await page.goto('/operatori/impostazioni/zone/importa')
  await page.getByRole('button', { name: 'Controlla il file' }).click()
  await expect(page.getByRole('alert')).toContainText('Scegli un file.')
  const features = [
    {
      type: 'Feature',
      properties: { nome: `File ${code}`, codice: code },
      geometry: JSON.parse(box(8.851, 44.431, 8.8512, 44.4312)),
    },
    {
      type: 'Feature',
      properties: { nome: 'Piatta', codice: `${code}-piatta` },
      geometry: JSON.parse(box(8.851, 44.431, 8.851, 44.431)),
    },
  ]
  const file = { type: 'FeatureCollection', features }
  const upload = { name: 'zone.geojson', mimeType: 'application/geo+json', buffer: Buffer.from(JSON.stringify(file)) }
  await page.getByLabel('File con i confini').setInputFiles(upload)
  await page.getByRole('button', { name: 'Controlla il file' }).click()
  await expect(page.getByRole('row', { name: new RegExp(`File ${code}`) })).toContainText('nuova')
  await expect(page.getByRole('row', { name: /Piatta/ })).toContainText('non racchiude niente')
  await expectNoBarrier(page)
  // What was read of the file is kept where it is refused.
  await page.getByLabel('Quale campo ha il nome').selectOption('codice')
  await page.getByLabel('Quale campo ha il codice').selectOption('nome')
  await page.getByRole('button', { name: 'Importa' }).click()
  await expect(page.getByRole('alert')).toContainText('Il codice può avere solo lettere, cifre e trattini')
  await page.getByLabel('Quale campo ha il nome').selectOption('nome')
  await page.getByLabel('Quale campo ha il codice').selectOption('codice')
  await page.getByRole('button', { name: 'Importa' }).click()
  await expect(page.getByText('Importata 1 zona.')).toBeVisible()
  await expect(page.getByRole('link', { name: `File ${code}` })).toBeVisible()
})
