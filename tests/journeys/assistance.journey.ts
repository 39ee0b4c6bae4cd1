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
  const question = 'Come prenoto il ritiro dei rifiuti ingombranti?'
  await page.goto('/amministrazione/uffici/strade')
  await expect(page.locator('a[href^="mailto:strade"]')).toHaveCount(0)
  await page.getByRole('link', { name: 'Scrivi all’ufficio' }).click()
  await expect(page.getByRole('heading', { level: 1, name: /^Scrivi a: / })).toBeVisible()
  await expectNoBarrier(page)

  await page.getByLabel('Messaggio').fill(question)
  await page.getByRole('button', { name: 'Invia', exact: true }).last().click()
  await expect(page.getByRole('alert')).toContainText('Nome: Questo campo è richiesto')
  await expect(page.getByLabel('Messaggio')).toHaveValue(question)
  await expect(page.locator('.fd-like-faqs summary').first()).toHaveText(question)
  await expectNoBarrier(page)

  await fillApplicant(page)
  await page.getByLabel('Oggetto').fill('Lavori in via Garibaldi')
  await page.getByLabel(/^Ho letto e compreso/).check({ force: true })
  await page.locator('main').getByRole('button', { name: 'Invia', exact: true }).last().click()
  await expect(page.getByRole('heading', { level: 1, name: 'Riepilogo della richiesta' })).toBeVisible()
  await expect(page.locator('[data-element=appointment-booking]')).toHaveCount(1)
  await expect(page.locator('main dd').getByText(question)).toBeVisible()
  await expectNoBarrier(page)
  await page.getByRole('button', { name: 'Conferma e invia' }).click()
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
  await expect(page.getByText('Non mi ha aiutato: Come prenoto il ritiro dei rifiuti ingombranti?')).toBeVisible()
  await expectNoBarrier(page)

  await page.getByLabel('Dettagli').fill('Devo buttare un divano.')
  await page.getByRole('button', { name: 'Salva Richiesta' }).click()
  await expect(page.getByText('Richiesta salvata con successo')).toBeVisible()
  await page.locator('main').getByRole('button', { name: 'Invia', exact: true }).last().click()
  await expect(page.getByRole('alert')).toContainText('Categoria di servizio: Questo campo è richiesto')
  await expect(page.getByLabel('Dettagli')).toHaveValue('Devo buttare un divano.')
  await expectNoBarrier(page)
  await fillApplicant(page)
  await page.getByLabel('Categoria di servizio').selectOption('Ambiente')
  await page.getByLabel('Servizio', { exact: false }).last().selectOption('altro')
  await page.getByLabel(/^Ho letto e compreso/).check({ force: true })
  await page.locator('main').getByRole('button', { name: 'Invia', exact: true }).last().click()
  await expect(page.getByRole('heading', { level: 1, name: 'Riepilogo della richiesta' })).toBeVisible()
  await expect(page.getByText('Devo buttare un divano.')).toBeVisible()
  await expectNoBarrier(page)
  await page.getByRole('button', { name: 'Conferma e invia' }).click()
  await expect(
    page.getByText(/La richiesta di assistenza è stata inviata con successo, sarai ricontattato presto\./),
  ).toBeVisible()
  await expect(page.getByRole('heading', { name: 'Quanto è stato facile usare questo servizio?' })).toBeVisible()
  await expectNoBarrier(page)
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

test('a request that was saved is gone on with on another device, by the link in the mail', async ({ page, browser }, {
  project,
}) => {
  test.skip(project.name === 'narrow', 'the same on every screen')
  const email = `ada-${randomUUID().slice(0, 8)}@example.org`
  await page.goto('/assistenza?servizio=carta-di-identita-elettronica')
  await expect(page.getByLabel('Categoria di servizio')).toHaveValue('anagrafe-e-stato-civile')
  await expect(page.locator('#service')).toHaveValue('carta-di-identita-elettronica')
  await page.getByLabel('Email').fill(email)
  await page.getByLabel('Dettagli').fill('Quando arriva la mia carta?')
  await page.getByRole('button', { name: 'Salva Richiesta' }).click()
  await expect(page.getByText(`Abbiamo inviato a ${email} un codice e un collegamento`)).toBeVisible()
  const letter = page.getByRole('row').filter({ hasText: email }).getByRole('link')
  await expect(async () => {
    await page.goto('/sviluppo/posta')
    await expect(letter.first()).toBeVisible({ timeout: 500 })
  }).toPass({ timeout: 30_000 })
  await letter.first().click()
  const link = new URL((await page.locator('a[href*="/riprendi/"]').first().getAttribute('href')) ?? '').pathname

  const other = await (await browser.newContext({ javaScriptEnabled: project.use.javaScriptEnabled !== false })).newPage()
  await other.goto(new URL(link, project.use.baseURL).href)
  await expectNoBarrier(other)
  await other.getByRole('button', { name: 'Riprendi' }).click()
  await expect(other.getByLabel('Dettagli')).toHaveValue('Quando arriva la mia carta?')
  await expect(other.locator('#service')).toHaveValue('carta-di-identita-elettronica')
  await other.context().close()
  await page.goto('/assistenza')
  await expect(page.getByLabel('Dettagli')).toHaveValue('')
})
