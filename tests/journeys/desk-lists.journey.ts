import { readFile } from 'node:fs/promises'
import { expect, test } from '@playwright/test'
import { expectNoBarrier } from './barriers.ts'
import { sendReport, signIn } from './desk.ts'

test('a list is filtered, kept as a view, opened, come back to and taken away', async ({ page, request }, { project }) => {
  test.slow()
  const name = `Marciapiedi ${project.name} ${Date.now()}`
  const title = `Cordolo spaccato${Date.now()}`
  await sendReport(request, title)
  await signIn(page, 'urp')

  await page.getByRole('link', { name: 'Filtri' }).click()
  await page.getByRole('group', { name: 'Stato' }).getByText('Inviata', { exact: true }).click()
  await page.getByRole('combobox', { name: 'Categoria' }).selectOption({ label: 'Marciapiedi, scalinate e creuze' })
  await expectNoBarrier(page)
  await page.getByRole('button', { name: 'Applica' }).first().click()
  await expect(page).toHaveURL(/stato=submitted/)
  await expect(page.getByRole('link', { name: 'Togli: Stato: Inviata' })).toBeVisible()
  await page.getByLabel('Cerca per numero').fill(title.toLowerCase().slice(0, -1))
  await page.getByRole('button', { name: 'Cerca' }).click()
  await expect(page).toHaveURL(/q=cordolo/)
  await expect(page).toHaveURL(/stato=submitted/)
  await expect(page.locator('.fd-desk-row-title').first()).toHaveText(title)
  await expectNoBarrier(page)

  await page.getByRole('link', { name: 'Salva o cambia le viste' }).click()
  await page.getByRole('button', { name: 'Salva' }).first().click()
  await expect(page.getByText('Scrivi un nome.').first()).toBeVisible()
  await expectNoBarrier(page)
  await page.getByLabel('Nome').first().fill(name)
  await page.getByRole('button', { name: 'Salva' }).first().click()
  const view = page.getByRole('navigation', { name: 'Che cosa fare' }).getByRole('link', { name })
  await expect(view).toHaveAttribute('aria-current', 'page')

  await page.locator('.fd-desk-row-title').first().click()
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible()
  await expect(page).toHaveURL(/q=cordolo/)
  await expectNoBarrier(page)
  if (project.name === 'wide') await expect(page.locator('.fd-desk-row.fd-current')).toHaveCount(1)
  else await page.getByRole('link', { name: 'Torna all’elenco' }).click()
  await expect(page.locator('.fd-desk-row-title').first()).toBeVisible()
  await expect(view).toHaveAttribute('aria-current', 'page')

  await page.locator('.fd-list-tool > summary', { hasText: 'Esporta' }).click()
  const downloading = page.waitForEvent('download')
  await page.getByRole('link', { name: 'CSV' }).click()
  const download = await downloading
  expect(download.suggestedFilename()).toMatch(/^segnalazioni-\d{4}-\d\d-\d\d\.csv$/)
  const lines = (await readFile(await download.path(), 'utf8')).trim().split('\r\n')
  expect(lines[0]).toContain('Numero;Titolo;Stato')
  expect(lines).toHaveLength(2)
  expect(lines[1]).toContain(title)

  await page.goto('/operatori/viste')
  await page.locator('summary', { hasText: name }).click()
  await page.getByRole('button', { name: `Elimina «${name}»` }).click()
  await expect(page.getByText('Fatto.')).toBeVisible()
  await expect(view).toHaveCount(0)
})

test('a list is a table with chosen columns, and a map beside it', async ({ page }, { project }) => {
  await signIn(page, 'urp')
  await page.getByRole('link', { name: 'Tutte le segnalazioni' }).click()
  const tool = page.locator('.fd-list-tool').filter({ has: page.locator('summary', { hasText: 'Aspetto' }) })
  await tool.locator('summary').click()
  await page.getByLabel('Ordina per').selectOption({ label: 'Meno recenti' })
  await tool.getByText('Come tabella', { exact: true }).click()
  await tool.getByRole('group', { name: 'Colonne' }).getByText('Canale', { exact: true }).click()
  await tool.getByRole('button', { name: 'Applica' }).click()
  await expect(page.getByRole('columnheader', { name: 'Canale' })).toBeVisible()
  await expect(page).toHaveURL(/ordine=oldest/)
  const numbers = (await page.locator('tbody td:first-child a').allTextContents()).map(Number)
  expect(numbers).toEqual(numbers.toSorted((one, other) => one - other))
  await expectNoBarrier(page)

  await page.getByRole('link', { name: 'Mostra la mappa' }).click()
  const map = page.getByRole('region', { name: 'Mappa delle segnalazioni' })
  if (project.name === 'narrow-no-js') {
    await expect(map.getByRole('img')).toBeVisible()
  } else {
    await map.scrollIntoViewIfNeeded()
    await expect(map.getByText(/Nella mappa ci sono/)).toBeVisible()
    await map.getByRole('link', { name: 'Cerca in quest’area' }).click()
    await expect(page).toHaveURL(/riquadro=/)
    await expect(page.getByRole('link', { name: /^Togli: Area della mappa/ })).toBeVisible()
  }
  await expectNoBarrier(page)
})

test('an office’s manager takes its own list away, an operator none', async ({ page }) => {
  await signIn(page, 'verde')
  const answer = await page.request.get('/operatori/esporta/csv?colonna=number&colonna=office')
  const [head, ...rows] = (await answer.text()).trim().split('\r\n')
  expect(head).toContain('Numero;Ufficio')
  expect(rows.length).toBeGreaterThan(0)
  expect(new Set(rows.map((row) => row.split(';')[1])).size).toBe(1)
  expect((await page.request.get('/operatori/esporta/pdf')).status()).toBe(404)
  await page.context().clearCookies()
  await signIn(page, 'verde2')
  await expect(page.locator('summary', { hasText: 'Esporta' })).toHaveCount(0)
  expect((await page.request.get('/operatori/esporta/csv')).status()).toBe(403)
})
