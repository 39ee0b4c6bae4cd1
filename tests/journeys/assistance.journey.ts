import { randomUUID } from 'node:crypto'
import { expect, type Page, test } from '@playwright/test'
import { openLetter } from './author.ts'
import { expectNoBarrier } from './barriers.ts'
import { act, enter, sendReport } from './desk.ts'

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

test('a frequent question is searched for; one that did not help leads to somebody who does', async ({ page }) => {
  await page.goto('/domande-frequenti')
  await expect(page.getByRole('heading', { level: 1, name: 'Domande frequenti' })).toBeVisible()
  await expect(page.locator('.fd-faq')).toHaveCount(10)
  await expectNoBarrier(page)
  await page.getByRole('link', { name: 'Carica altre domande' }).click()
  await expect(page.locator('.fd-faq').nth(14)).toBeVisible()
  const data = JSON.parse((await page.locator('script[type="application/ld+json"]').textContent()) ?? '[]')
  expect(data[0]).toMatchObject({
    '@type': 'FAQPage',
    mainEntity: expect.arrayContaining([expect.objectContaining({ '@type': 'Question' })]),
  })

  await page.getByRole('searchbox', { name: 'Cerca', exact: true }).fill('rifiuto INGOMBRANTE')
  await page.locator('main').getByRole('button', { name: 'Cerca' }).click()
  await expect(page.locator('.fd-faq')).toHaveCount(1)
  await page.locator('.fd-faq summary').click()
  await expect(page.getByText('Ti è stata utile?')).toBeVisible()
  await expectNoBarrier(page)
  await page.getByRole('button', { name: 'Sì', exact: true }).click()
  await expect(page.getByText('Grazie: lo diciamo a chi scrive le risposte.')).toBeVisible()

  await page.goto('/domande-frequenti?q=ingombranti')
  await page.locator('.fd-faq summary').click()
  await page.getByRole('button', { name: 'No, non mi ha aiutato' }).click()
  await expect(page.getByLabel('Oggetto')).toHaveValue('Non mi ha aiutato: Come prenoto il ritiro dei rifiuti ingombranti?')
})

test('the desk makes a frequent question of an answer that it gave, and is told of personal data in it', async ({
  page,
  request,
}, { project }) => {
  test.skip(project.name === 'narrow', 'the desk works on large screens, and without scripts')
  const title = `Il mercato del lunedì ${randomUUID().slice(0, 8)}`
  const number = await sendReport(request, title)
  await enter(page, 'urp')
  await page.goto(`/operatori/segnalazioni/${number}`)
  await act(page, 'Prendi in carico')
  await act(page, 'Rispondi e chiudi: risolta', { 'Risposta ufficiale': 'Gentile Verdi, il mercato apre alle 7.' })
  await page.getByRole('link', { name: 'Fanne una domanda frequente' }).click()
  await expect(page.getByLabel('Domanda', { exact: false }).first()).toHaveValue(title)
  await expect(page.getByText('il nome o il cognome di chi ha scritto')).toBeVisible()
  await expectNoBarrier(page)
  await page.getByRole('button', { name: 'Salva' }).click()
  await expect(page.getByRole('alert')).toContainText('Togli i dati segnalati')
  await page.locator('#answer').fill('Il mercato apre alle 7.')
  await page.locator('#published').check({ force: true })
  await page.getByRole('button', { name: 'Salva' }).click()
  await expect(page.getByText('Salvata.')).toBeVisible()
  await page.goto(`/domande-frequenti?q=${encodeURIComponent(title)}`)
  await page.getByText(title).click()
  await expect(page.getByText('Il mercato apre alle 7.')).toBeVisible()
})
