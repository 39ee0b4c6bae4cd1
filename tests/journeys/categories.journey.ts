import { randomUUID } from 'node:crypto'
import { expect, test } from '@playwright/test'
import { expectNoBarrier } from './barriers.ts'
import { signIn } from './desk.ts'
import { press, runsScripts, startReport } from './wizard.ts'

test('a category with a question that depends on another is made, and asks it of whoever reports', async ({ page }, {
  project,
}) => {
  test.slow()
  const name = `Prova ${randomUUID().slice(0, 8)}`
  await signIn(page, 'admin')
  await page.goto('/operatori/impostazioni/categorie')
  await expectNoBarrier(page)
  await page.getByRole('link', { name: 'Nuova categoria' }).click()
  await page.getByRole('button', { name: 'Salva' }).click()
  await expect(page.getByRole('alert')).toContainText('Scrivi il nome.')
  await expectNoBarrier(page)
  await page.getByLabel('Nome', { exact: false }).first().fill(name)
  await page.getByLabel('Sotto quale gruppo').selectOption({ label: 'Arredo urbano' })
  await page.getByLabel('Ufficio competente').selectOption({ label: 'Ufficio arredo urbano e decoro' })
  await page.getByLabel('Termine della prima risposta', { exact: false }).first().fill('2')
  await page.getByLabel('Termine della soluzione', { exact: false }).first().fill('10')
  await page.getByRole('button', { name: 'Salva' }).click()
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible()

  await page.getByRole('link', { name: 'Nuova domanda' }).click()
  await page.getByLabel('Tipo di risposta').selectOption({ label: 'Una scelta da un elenco' })
  await page.getByRole('button', { name: 'Salva' }).click()
  await expect(page.getByRole('alert')).toContainText('Scrivi la domanda.')
  await expectNoBarrier(page)
  await page.getByLabel('Domanda', { exact: false }).first().fill('Di che cosa è fatta?')
  await page.locator('#option-0').fill('Legno')
  await page.locator('#option-1').fill('Ferro')
  await page.getByRole('button', { name: 'Salva' }).click()
  await page.getByRole('link', { name: 'Nuova domanda' }).click()
  await page.getByLabel('Domanda', { exact: false }).first().fill('È arrugginita in più punti?')
  await page.getByLabel('Tipo di risposta').selectOption({ label: 'Sì o no' })
  await press(page, /^La risposta è obbligatoria/)
  await press(page, /Ferro/)
  await page.getByRole('button', { name: 'Salva' }).click()
  await expect(page.getByRole('link', { name: 'È arrugginita in più punti?' })).toBeVisible()
  await expectNoBarrier(page)
  await page.getByRole('button', { name: 'Su È arrugginita in più punti?' }).click()
  await expect(page.getByRole('alert')).toContainText('La domanda da cui dipende deve stare prima.')

  const scripts = runsScripts(project)
  await startReport(page, scripts)
  await page.locator('#category').selectOption({ label: name })
  if (!scripts) await page.getByRole('button', { name: 'Mostra le domande della categoria' }).click()
  await expect(page.getByText('Di che cosa è fatta?').first()).toBeVisible()
  await press(page, 'Ferro')
  if (!scripts) await page.getByRole('button', { name: 'Mostra le domande della categoria' }).click()
  await expect(page.getByText('È arrugginita in più punti?').first()).toBeVisible()
  await expectNoBarrier(page)
})
