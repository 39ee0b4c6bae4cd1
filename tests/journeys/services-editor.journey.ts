import { randomUUID } from 'node:crypto'
import { expect, test } from '@playwright/test'
import { expectNoBarrier } from './barriers.ts'
import { signIn } from './desk.ts'

test('a sheet from a draft that lacks something to a version that citizens read, changed and had back', async ({ page }, {
  project,
}) => {
  test.skip(project.name === 'narrow', 'administrators set services on large screens, and without scripts')
  test.slow()
  const tail = randomUUID().slice(0, 8)
  await signIn(page, 'admin')
  await page.goto('/operatori/impostazioni/servizi/nuovo')
  await page.getByLabel('Titolo').fill(`Passo carrabile ${tail}`)
  await page.getByLabel('Codice').fill(`passo-${tail}`)
  await page.getByRole('button', { name: 'Crea la bozza' }).click()
  const lacks = page.locator('#conformity')
  await expect(lacks).toContainText('C.SI.1.3')
  await expect(page.locator('#howTo-help')).toContainText('C.SI.1.3')
  await expectNoBarrier(page)

  for (const text of ['description', 'audience', 'howTo', 'needed', 'achieved', 'terms', 'conditionsText'])
    await page.locator(`#${text}`).fill('Si chiede allo sportello o in rete.')
  await page.locator('#category').selectOption({ label: 'Mobilità e trasporti' })
  await page.locator('summary', { hasText: 'Argomenti' }).click()
  await page.locator('label[for=topics-1]').click()
  await page.locator('#response-amount').fill('30')
  await page.locator('#responsible').selectOption({ index: 1 })
  await page.getByRole('button', { name: 'Aggiungi un documento' }).click()
  await page.locator('#document-label-1').fill('Modulo di domanda')
  await page.getByRole('button', { name: 'Salva e pubblica' }).click()
  await expect(page.locator('#document-href-0-error')).toContainText('https://')
  await page.locator('#document-href-0').fill('/segnala')
  await page.locator('label[for=booking]').click()
  await page.getByRole('button', { name: 'Salva e pubblica' }).click()
  await expect(page.locator('#costs-error')).toContainText('non passerebbe la valutazione')
  await expectNoBarrier(page)
  await page.locator('#costs').fill('Costa 16 euro.')
  await page.getByRole('button', { name: 'Salva e pubblica' }).click()
  await expect(page.getByText('Pubblicato: i cittadini')).toBeVisible()
  await expect(lacks).toContainText('Nessuna mancanza')

  await page.locator('#costs').fill('È gratuito.')
  await page.getByRole('button', { name: 'Salva e guarda l’anteprima' }).click()
  await expect(page.getByText('È gratuito.')).toBeVisible()
  await expectNoBarrier(page)
  const address = `/servizi/mobilita-e-trasporti/passo-${tail}`
  await page.goto(address)
  await expect(page.getByText('Costa 16 euro.')).toBeVisible()
  await page.goBack()
  await page.getByRole('link', { name: 'Torna alla scheda' }).click()
  await page.getByRole('button', { name: 'Salva e pubblica' }).click()
  const last = page.locator('#form-revert li').first()
  await expect(last.locator('del')).toContainText('Costa 16 euro.')
  await expect(last.locator('ins')).toContainText('È gratuito.')
  await last.getByRole('button', { name: 'Torna a com’era prima' }).click()
  await page.goto(address)
  await expect(page.getByText('Costa 16 euro.')).toBeVisible()

  await page.goto('/operatori/impostazioni/servizi')
  await expect(page.getByRole('row', { name: `Passo carrabile ${tail}` })).toContainText('Conforme')
  await expectNoBarrier(page)
})
