import { expect, test } from '@playwright/test'
import { expectNoBarrier } from './barriers.ts'
import { choosePlace, describeProblem, goOn, photo, runsScripts, startReport } from './wizard.ts'

test.skip(({ javaScriptEnabled }) => javaScriptEnabled === false, 'a lost connection is met by scripts')

test('what is typed is saved as one goes, and found again without any button', async ({ page }, { project }) => {
  await startReport(page, runsScripts(project))
  await page.locator('#title').fill('Salvato da solo')
  await expect(page.getByText('Bozza salvata')).toBeVisible()
  await page.reload()
  await expect(page.locator('#title')).toHaveValue('Salvato da solo')
})

test('the last words are saved when the page is left at once', async ({ page }, { project }) => {
  await startReport(page, runsScripts(project))
  await page.locator('#title').fill('Appena scritto')
  await page.goto('/segnala')
  await expect
    .poll(async () => {
      await page.goto('/segnala/dati')
      return page.locator('#title').inputValue()
    })
    .toBe('Appena scritto')
})

test('without a network nothing is lost: the form says so, waits, and goes on when it is back', async ({ page, context }, {
  project,
}) => {
  await startReport(page, runsScripts(project))
  await choosePlace(page, true)
  await describeProblem(page, 'Senza rete')
  await context.setOffline(true)
  await goOn(page)
  await expect(page.getByText('Connessione assente: non è stato inviato nulla')).toBeVisible()
  await expect(page.locator('#title')).toHaveValue('Senza rete')
  await expectNoBarrier(page)
  await context.setOffline(false)
  await goOn(page)
  await expect(page.locator('dd', { hasText: 'Senza rete' })).toBeVisible()
})

test('a photo that meets a dead network is kept, and sent when it is tried again', async ({ page, context }, { project }) => {
  await startReport(page, runsScripts(project))
  await context.setOffline(true)
  await page.locator('#photo').setInputFiles({ name: 'uno.jpg', mimeType: 'image/jpeg', buffer: await photo() })
  await expect(page.getByText('uno.jpg non è stato caricato: connessione assente.')).toBeVisible()
  await expectNoBarrier(page)
  await context.setOffline(false)
  await page.getByRole('button', { name: 'Riprova uno.jpg' }).click()
  await expect(page.getByRole('button', { name: 'Elimina uno.jpg' })).toBeVisible()
})
