import { expect, test } from '@playwright/test'
import { expectNoBarrier } from './barriers.ts'
import { choosePlace, describeProblem, fillReport, formReady, goOn, press, runsScripts, startReport } from './wizard.ts'

test('a report is sent in three steps, each without barriers, also where something is missing', async ({ page }, { project }) => {
  const scripts = runsScripts(project)
  await page.goto('/segnala')
  await expect(page.getByText('Per pericolo immediato chiama il 112')).toBeVisible()
  await expectNoBarrier(page)
  await goOn(page)
  await expect(page.getByRole('alert')).toContainText('Ci sono 2 errori')
  await expectNoBarrier(page)

  await startReport(page, scripts)
  await expectNoBarrier(page)
  await goOn(page)
  await expect(page.getByRole('alert')).toContainText('Scegli una categoria dall’elenco')
  await formReady(page, scripts)
  await expectNoBarrier(page)

  await choosePlace(page, scripts)
  await describeProblem(page)
  await goOn(page)
  await expect(page).toHaveURL(/\/segnala\/riepilogo/)
  await expect(page.getByText('Le informazioni che hai fornito hanno valore di dichiarazione.')).toBeVisible()
  for (const said of ['Piazza De Ferrari', 'Semafori', 'Gradino rotto', 'Ada', 'Verdi', 'ada@example.org'])
    await expect(page.locator('dd', { hasText: said }).first()).toBeVisible()
  await expect(page.getByText('Avrai una prima risposta entro')).toBeVisible()
  await expect(page.getByText('il tuo nome e cognome')).toBeVisible()
  await expectNoBarrier(page)

  await goOn(page, 'Conferma e invia')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Segnalazione inviata')
  await expect(page.getByText(/n\. \d+/).first()).toBeVisible()
  await expect(page.getByText('Abbiamo inviato il riepilogo all’email: ada@example.org')).toBeVisible()
  await expectNoBarrier(page)

  const receipt = await page.request.get(
    (await page.getByRole('link', { name: /Scarica la ricevuta/ }).getAttribute('href')) ?? '',
  )
  expect(receipt.headers()['content-type']).toBe('application/pdf')
  expect((await receipt.body()).subarray(0, 5).toString()).toBe('%PDF-')
  const link = await page.getByLabel('Collegamento privato da copiare').inputValue()
  expect((await page.request.get(link)).status()).toBe(200)

  await page.locator('[data-element="feedback-rate-5"]').click()
  await page.locator('label', { hasText: 'Le indicazioni erano chiare' }).click()
  const rating = page.locator('[data-element="feedback"]')
  await rating.getByRole('link', { name: 'Avanti' }).click()
  await rating.getByRole('button', { name: 'Avanti' }).click()
  await expect(page.getByText('Grazie, il tuo parere ci aiuterà a migliorare il servizio!')).toBeVisible()
})

test('what was typed survives a refused step, a save, back, forward and a refresh', async ({ page }, { project }) => {
  const scripts = runsScripts(project)
  await startReport(page, scripts)
  await page.locator('#title').fill('Lampione spento')
  await page.locator('#email').fill('ada@')
  await goOn(page)
  await expect(page.getByRole('alert')).toContainText('Email non valida')
  await expect(page.locator('#title')).toHaveValue('Lampione spento')
  await expect(page.locator('#email')).toHaveValue('ada@')
  await formReady(page, scripts)
  await goOn(page, 'Salva Richiesta')
  await expect(page.getByText('Richiesta salvata con successo')).toBeVisible()
  await formReady(page, scripts)
  await goOn(page, 'Indietro')
  await expect(page.getByText('Hai una richiesta non ancora inviata')).toBeVisible()
  await expectNoBarrier(page)
  await page.goBack()
  await expect(page.locator('#title')).toHaveValue('Lampione spento')
  await page.goForward()
  await page.getByRole('link', { name: 'Riprendi la richiesta' }).click()
  await page.reload()
  await expect(page.locator('#title')).toHaveValue('Lampione spento')
})

test('a saved request can be given up', async ({ page }, { project }) => {
  await startReport(page, runsScripts(project))
  await page.goto('/segnala')
  await page.getByRole('button', { name: 'Elimina e ricomincia' }).click()
  await expect(page.getByText('La richiesta salvata è stata eliminata')).toBeVisible()
  await page.goto('/segnala/dati')
  await expect(page.getByText('La richiesta che stavi compilando non è più disponibile')).toBeVisible()
})

test('the questions of a category are asked, and one that must be answered holds the form', async ({ page }, { project }) => {
  const scripts = runsScripts(project)
  await startReport(page, scripts)
  await page.locator('#category').selectOption({ label: 'Rifiuti abbandonati' })
  if (!scripts) await page.getByRole('button', { name: 'Mostra le domande della categoria' }).click()
  await expect(page.getByText('Che cosa è stato abbandonato?')).toBeVisible()
  await expectNoBarrier(page)
  await goOn(page)
  await expect(page.getByRole('alert')).toContainText('Rispondi alla domanda: Che cosa è stato abbandonato?')
})

test('a proposal may be about no place, and its words are those of a proposal', async ({ page }, { project }) => {
  await startReport(page, runsScripts(project), 'Proposta di miglioramento')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Proposta di miglioramento')
  await expect(page.getByLabel('Argomento della proposta')).toBeVisible()
  await describeProblem(page, 'Più panchine')
  await goOn(page)
  await expect(page.locator('dd', { hasText: 'Nessun luogo indicato' })).toBeVisible()
})

test('sent twice at once, and again from the page before, it is one report', async ({ page }, { project }) => {
  const scripts = runsScripts(project)
  await fillReport(page, scripts)
  const key = await page.locator('form input[name=key]').inputValue()
  const send = () =>
    page.request.post('/segnala/riepilogo?/send', {
      form: { key },
      headers: { accept: 'text/html', origin: new URL(page.url()).origin },
    })
  const answers = await Promise.all(Array.from({ length: 5 }, send))
  const numbers = await Promise.all(answers.map(async (answer) => /n\. (\d+)/.exec(await answer.text())?.[1]))
  expect(new Set(numbers).size).toBe(1)
  expect(numbers[0]).toBeDefined()
  await page.getByRole('button', { name: 'Conferma e invia' }).dblclick()
  await expect(page.getByText(`n. ${numbers[0]}`).first()).toBeVisible()
  await page.goto('/segnala/dati')
  await expect(page.getByText(`n. ${numbers[0]}`).first()).toBeVisible()
})

test('when the answer to the sending is lost, trying again shows the same confirmation', async ({ page }, { project }) => {
  await fillReport(page, runsScripts(project))
  let first: string | undefined
  await page.route('**/segnala/riepilogo?/send', async (route) => {
    const answer = await route.fetch({ maxRedirects: 0 })
    first = answer.headers().location
    await route.abort('connectionreset')
  })
  await goOn(page, 'Conferma e invia')
  await expect.poll(() => first).toBeDefined()
  await page.unroute('**/segnala/riepilogo?/send')
  await page.goto('/segnala/riepilogo')
  await expect(page).toHaveURL(new RegExp(`${first}$`))
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Segnalazione inviata')
})

test('the confirmation is there for whoever knows its key alone', async ({ page }) => {
  for (const path of ['/segnala/inviata/x', '/segnala/ricevuta/3f0c5f0e-0000-4000-8000-000000000000'])
    expect((await page.request.get(path)).status()).toBe(404)
})

test('in English too', async ({ page }, { project }) => {
  await page.goto('/segnala?lingua=en')
  await press(page, /^Problem/)
  await press(page, /^I have read/)
  await goOn(page, 'Next')
  await expect(page.getByLabel('Search for a place')).toBeVisible()
  if (runsScripts(project)) await expect(page.getByRole('button', { name: 'Use your position' })).toBeVisible()
  await expectNoBarrier(page)
})
