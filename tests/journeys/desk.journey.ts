import { type APIRequestContext, expect, type Page, test } from '@playwright/test'
import { expectNoBarrier } from './barriers.ts'
import { act, answered, openAction, sendReport, signIn, submit } from './desk.ts'

test('nobody works without having signed in, and nobody learns which part was wrong', async ({ page }) => {
  await page.goto('/operatori/segnalazioni/1')
  await expect(page).toHaveURL(/\/operatori\/accedi\?poi=/)
  await page.getByRole('button', { name: 'Accedi' }).click()
  await expect(page.getByText('Questo campo è richiesto')).toHaveCount(2)
  await expectNoBarrier(page)
  await page.getByLabel('Indirizzo e-mail').fill('nessuno@genova.example')
  await page.getByLabel('Password').fill('sbagliata')
  await page.getByRole('button', { name: 'Accedi' }).click()
  await expect(page.getByText('Indirizzo e-mail o password non corretti.')).toBeVisible()
  await expect(page.getByLabel('Indirizzo e-mail')).toHaveValue('nessuno@genova.example')
  await expectNoBarrier(page)
})

test('whoever signs out is out', async ({ page }) => {
  await signIn(page, 'urp')
  await page.getByRole('button', { name: 'Esci' }).click()
  await expect(page.getByText('Hai chiuso la sessione.')).toBeVisible()
  await page.goto('/operatori')
  await expect(page).toHaveURL(/\/operatori\/accedi/)
})

test('the inbox is ordered by what comes next, and finds a report by its number', async ({ page, request }) => {
  const number = await sendReport(request, 'Da trovare col numero')
  await signIn(page, 'urp')
  await expect(page.getByRole('link', { name: /^Da prendere in carico/ })).toBeVisible()
  await expectNoBarrier(page)
  await page.getByLabel('Cerca per numero').fill(number)
  await page.getByRole('button', { name: 'Cerca' }).click()
  await expect(page.locator('.fd-desk-row')).toHaveCount(1)
  await page.getByRole('link', { name: 'Da trovare col numero' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Da trovare col numero' })).toBeVisible()
  await expectNoBarrier(page)
})

test('the desk takes a report in charge, the office works it, the desk answers and shows it to everyone', async ({
  page,
  request,
  browser,
}) => {
  test.slow()
  const number = await sendReport(request, 'Tutta la vita di una buca')
  await signIn(page, 'urp')
  await page.goto(`/operatori/segnalazioni/${number}`)

  const take = await openAction(page, 'Prendi in carico')
  await take.getByLabel('Incaricato').selectOption({ label: 'Ufficio strade e segnaletica (tutto l’ufficio)' })
  await answered(page, () => take.getByRole('button', { name: 'Prendi in carico' }).click())
  await expect(page.locator('.fd-desk-page .fd-stage').getByText('Presa in carico').first()).toBeVisible()

  await act(page, 'Scrivi una nota interna', { 'Nota interna': 'Sentito il vicino.' })
  await act(page, 'Programma l’intervento', { 'Data dell’intervento': '2030-05-20' })
  await act(page, 'Rendi pubblica')
  await expect(page.getByRole('link', { name: 'Apri la pagina pubblica' })).toBeVisible()

  const office = await (await browser.newContext({ baseURL: test.info().project.use.baseURL ?? '' })).newPage()
  await signIn(office, 'strade')
  await office.goto(`/operatori/segnalazioni/${number}`)
  await act(office, 'Segna come lavorata', { 'Che cosa è stato fatto': 'Chiusa con asfalto a caldo.' })
  await office.context().close()

  await page.reload()
  await act(page, 'Rispondi e chiudi: risolta', { 'Risposta ufficiale': 'La buca è stata chiusa. Grazie!' })
  await expect(page.getByText('Chiusa: risolta')).toBeVisible()
  await expectNoBarrier(page)
  await act(page, 'Riapri', { 'Perché la riapri': 'Si è riaperta.' })
  await expect(page.getByText('Riaperta: torna a ')).toBeVisible()

  const everyone = await (await browser.newContext({ baseURL: test.info().project.use.baseURL ?? '' })).newPage()
  await everyone.goto(`/segnalazioni/${number}`)
  await expect(everyone.getByText('La buca è stata chiusa. Grazie!')).toBeVisible()
  await expect(everyone.getByText('Sentito il vicino.')).toHaveCount(0)
  await expect(everyone.getByText('ada@example.org')).toHaveCount(0)
  await everyone.context().close()
})

test('what is missing is said beside the field, and what was typed stays', async ({ page, request }) => {
  const number = await sendReport(request, 'Da rifiutare male')
  await signIn(page, 'urp')
  await page.goto(`/operatori/segnalazioni/${number}`)
  const decline = await openAction(page, 'Rispondi e chiudi: non accolta')
  await decline.getByLabel('Risposta ufficiale').fill('Purtroppo no.')
  await submit(decline)
  await page.getByRole('alert').getByRole('link', { name: 'Scegli un motivo.' }).click()
  await expect(page.locator('details[open]').getByText('Scegli un motivo.')).toBeVisible()
  await expect(page.locator('details[open]').getByLabel('Risposta ufficiale')).toHaveValue('Purtroppo no.')
  await expectNoBarrier(page)

  const again = page.locator('details[open] form')
  await again.getByLabel('Motivo').selectOption({ label: 'Già segnalata da altri' })
  await again.getByLabel('Numero dell’altra').fill('999999999')
  await submit(again)
  await expect(again.getByText('Non c’è nessuna segnalazione con questo numero.')).toBeVisible()
  await again.getByLabel('Numero dell’altra').fill('1')
  await submit(again)
  await expect(page.getByText('Doppione della n.')).toBeVisible()
})

test('two operators at once: the second sees what changed and loses nothing', async ({ page, request, browser }) => {
  const number = await sendReport(request, 'Contesa da due')
  await signIn(page, 'urp')
  await page.goto(`/operatori/segnalazioni/${number}`)
  const other = await (await browser.newContext({ baseURL: test.info().project.use.baseURL ?? '' })).newPage()
  await signIn(other, 'urp2')
  await other.goto(`/operatori/segnalazioni/${number}`)
  const take = await openAction(other, 'Prendi in carico')
  await submit(take)
  await expect(other.getByText('Fatto.')).toBeVisible()
  await other.context().close()

  const ask = await openAction(page, 'Chiedi un’informazione all’autore')
  await ask.getByLabel('Domanda all’autore').fill('Da che lato della strada?')
  const answered = page.waitForResponse((response) => response.request().method() === 'POST')
  await submit(ask)
  expect((await answered).status()).toBe(409)
  await expect(page.locator('.callout.warning')).toContainText('Qualcuno l’ha cambiata prima di te')
  await expect(page.getByText(/^Presa in carico da/).first()).toBeVisible()
  await expect(page.getByLabel('Domanda all’autore')).toHaveValue('Da che lato della strada?')
  await expectNoBarrier(page)
  await submit(page.locator('details[open] form'))
  await expect(page.getByText('Fatto.')).toBeVisible()
})

test('an office sees its own alone, and contacts are shown on request', async ({ page, request }) => {
  const number = await sendReport(request, 'Solo per le strade')
  await signIn(page, 'verde')
  const answer = await page.goto(`/operatori/segnalazioni/${number}`)
  expect(answer?.status()).toBe(403)
  await expectNoBarrier(page)
  await page.context().clearCookies()
  await signIn(page, 'urp')
  await seesArrivals(page, request)
  await page.goto(`/operatori/segnalazioni/${number}`)
  await expect(page.getByText('ada@example.org')).toHaveCount(0)
  await page.getByRole('button', { name: 'Mostra i contatti' }).click()
  await expect(page.getByText('ada@example.org')).toBeVisible()
  await expectNoBarrier(page)
})

/** Where scripts run, a counter moves while one looks at it; without them the page is right when it is loaded. */
async function seesArrivals(page: Page, request: APIRequestContext): Promise<void> {
  if (test.info().project.use.javaScriptEnabled === false) return
  const open = page.locator('.fd-desk-buckets .fd-count').first()
  const before = (await open.textContent()) ?? ''
  await sendReport(request, 'Arrivata mentre si guarda')
  await expect(open).not.toHaveText(before)
}
