import { expect, type Page, test } from '@playwright/test'
import { openLetter } from './author.ts'
import { expectNoBarrier } from './barriers.ts'
import { act, enter } from './desk.ts'

async function fillApplicant(page: Page): Promise<void> {
  await page.getByLabel('Nome', { exact: false }).first().fill('Ada')
  await page.getByLabel('Cognome').fill('Verdi')
  await page.getByLabel('Email').fill('ada@example.org')
}

test('somebody writes to an office, which answers; the answer is read by the private link', async ({ page }, { project }) => {
  test.setTimeout(120_000)
  await page.goto('/amministrazione/uffici/strade')
  await expect(page.locator('a[href^="mailto:strade"]')).toHaveCount(0)
  await page.getByRole('link', { name: 'Scrivi all’ufficio' }).click()
  await expect(page.getByRole('heading', { level: 1, name: /^Scrivi a: / })).toBeVisible()
  await expectNoBarrier(page)

  await page.getByLabel('Messaggio').fill('Quando riaprite via Garibaldi?')
  await page.getByRole('button', { name: 'Invia', exact: true }).last().click()
  await expect(page.getByRole('alert')).toContainText('Nome: Questo campo è richiesto')
  await expect(page.getByLabel('Messaggio')).toHaveValue('Quando riaprite via Garibaldi?')
  await expectNoBarrier(page)

  await fillApplicant(page)
  await page.getByLabel('Oggetto').fill('Lavori in via Garibaldi')
  await page.getByLabel(/^Ho letto e compreso/).check({ force: true })
  await page.locator('main').getByRole('button', { name: 'Invia', exact: true }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Richiesta inviata' })).toBeVisible()
  await expect(page.getByText('Abbiamo inviato il riepilogo all’email: ada@example.org')).toBeVisible()
  await expectNoBarrier(page)
  const number = (await page.getByText(/Il codice della tua richiesta è/).innerText()).match(/\d+/)?.[0] ?? ''
  const link = new URL(await page.getByLabel('Collegamento privato da copiare').inputValue()).pathname
  if (project.name === 'narrow') return

  await enter(page, 'strade')
  await page.goto(`/operatori/segnalazioni/${number}`)
  await expect(page).toHaveTitle(/^Richiesta n\. /)
  await expect(page.getByText('Chi ha scritto si è rivolto a questo ufficio')).toBeVisible()
  await expectNoBarrier(page)
  await act(page, 'Prendi in carico')
  await act(page, 'Rispondi e chiudi: risolta', { 'Risposta ufficiale': 'Riapre lunedì alle 7.' })

  await openLetter(page, number, 'risolta')
  await expect(page.getByText('Riapre lunedì alle 7.').first()).toBeVisible()
  await page.goto(link)
  await expect(page.getByRole('heading', { level: 1, name: `La tua richiesta n. ${number}` })).toBeVisible()
  await expect(page.getByText('Riapre lunedì alle 7.')).toBeVisible()
  await expect(page.locator('main')).not.toContainText('segnalazione')
  await expectNoBarrier(page)
})
