import { expect, test } from '@playwright/test'
import { privateLink } from './author.ts'
import { expectNoBarrier } from './barriers.ts'
import { answered, sendAs, signIn } from './desk.ts'

test('the desk corrects where a report is, and takes a name out of it; its author is told why, and nobody else what it was', async ({
  page,
  request,
}, { project }) => {
  test.slow()
  const title = `Ringhiera ${Date.now()} ${project.name}`
  const number = await sendAs(request, { title, description: 'Lo dice anche Ermenegilda Rossi, al 333 1234567.' })
  const link = await privateLink(page, number)
  await signIn(page, 'urp')
  await page.goto(`/operatori/segnalazioni/${number}`)

  await page.getByRole('link', { name: 'Correggi il luogo' }).click()
  await expectNoBarrier(page)
  await page.getByLabel('Cerca un luogo').fill('Via Balbi')
  if (project.name === 'narrow-no-js') await page.getByRole('button', { name: 'Cerca', exact: true }).click()
  else await page.locator('#search-option-0').click()
  await answered(page, () => page.getByRole('button', { name: 'Salva il luogo' }).click())
  await expect(page.getByText(/^Luogo corretto: Via Balbi.* \(prima: /)).toBeVisible()

  await page.getByRole('link', { name: 'Correggi il luogo' }).click()
  await page.getByLabel('Oppure le coordinate').fill('qui')
  await answered(page, () => page.getByRole('button', { name: 'Salva il luogo' }).click())
  await expect(page.getByRole('alert')).toContainText('Scrivi latitudine e longitudine')
  await page.getByLabel('Oppure le coordinate').fill('44.40750, 8.93370')
  await answered(page, () => page.getByRole('button', { name: 'Salva il luogo' }).click())
  await expect(page.getByText('Coordinate: 44.40750, 8.93370')).toBeVisible()

  await page.getByRole('link', { name: 'Modifica il testo che leggono tutti' }).click()
  await expectNoBarrier(page)
  await page.getByRole('textbox', { name: /^Testo/ }).fill('Lo dice anche chi abita lì.')
  await answered(page, () => page.getByRole('button', { name: 'Salva il testo' }).click())
  await expect(page.getByRole('alert')).toContainText('Scrivi perché')
  await page.getByLabel('Perché lo modifichi').fill('Conteneva un nome e un telefono.')
  await answered(page, () => page.getByRole('button', { name: 'Salva il testo' }).click())
  await expect(page.getByText('Ermenegilda')).toBeVisible()

  await page.goto(link)
  await expect(page.getByText('L’ente ha modificato il testo che leggono tutti: Conteneva un nome')).toBeVisible()
  await expect(page.getByText('Lo dice anche chi abita lì.')).toBeVisible()
  await expect(page.getByText('Ermenegilda')).toHaveCount(0)
})
