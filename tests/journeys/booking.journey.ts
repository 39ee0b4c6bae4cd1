import { randomUUID } from 'node:crypto'
import { type Browser, expect, type Page, test } from '@playwright/test'
import { expectNoBarrier } from './barriers.ts'
import { goOn, press } from './wizard.ts'

test.setTimeout(120_000)

const main = (page: Page) => page.locator('main')

/** Each project books in a month of its own, so that nobody takes another's time. */
async function monthOfProject(page: Page): Promise<void> {
  const month = page.locator('#mese option').nth(test.info().project.name === 'wide' ? 2 : 3)
  await page.locator('#mese').selectOption(await month.getAttribute('value'))
  await main(page).getByRole('button', { name: 'Mostra gli orari' }).last().click()
}

/** The times of the page, by their instant; each lies in the fold of its day. */
async function offeredTimes(page: Page): Promise<readonly string[]> {
  return page.locator('input[name=slot]').evaluateAll((all) => all.map((one) => (one as HTMLInputElement).value))
}

async function chooseTime(page: Page, value: string): Promise<void> {
  const radio = page.locator(`input[name=slot][value="${value}"]`)
  const day = page.locator('.fd-times details', { has: radio })
  if ((await day.count()) > 0 && (await day.getAttribute('open')) === null) await day.locator('summary').click()
  await page.locator('div.form-check', { has: radio }).first().locator('label').click()
}

/** From the office of weddings, for a reason, to the times of a month. */
async function goToTimes(page: Page, reason: string): Promise<void> {
  await page.goto('/prenota-appuntamento?ufficio=servizi-civici')
  await press(page, 'Matrimoni e unioni civili')
  await goOn(page)
  await page.locator('#reason').selectOption({ label: reason })
  await main(page).getByRole('button', { name: 'Mostra gli orari' }).first().click()
  await monthOfProject(page)
}

async function sayWho(page: Page, email: string): Promise<void> {
  await page.locator('#firstName').fill('Ada')
  await page.locator('#lastName').fill('Verdi')
  await page.locator('#email').fill(email)
}

/** From the chosen time to the confirmation. */
async function finish(page: Page, email: string): Promise<void> {
  await page.locator('#details').fill('Vorremmo la sala grande')
  await goOn(page)
  await sayWho(page, email)
  await goOn(page)
  await goOn(page, 'Conferma e invia')
  await expect(page.getByRole('heading', { level: 1, name: 'Appuntamento confermato' })).toBeVisible()
}

/** The private link in the newest letter about something to an address. */
async function linkFromLetter(page: Page, email: string, about: RegExp, to = '/appuntamenti/'): Promise<string> {
  const letter = page.getByRole('row').filter({ hasText: email }).getByRole('link', { name: about })
  await expect(async () => {
    await page.goto('/sviluppo/posta')
    await expect(letter.first()).toBeVisible({ timeout: 500 })
  }).toPass({ timeout: 30_000 })
  await letter.first().click()
  const link = await page.locator(`a[href*="${to}"]`).first().getAttribute('href')
  return new URL(link ?? '').pathname
}

async function otherPerson(browser: Browser): Promise<Page> {
  const { javaScriptEnabled = true, viewport = null, baseURL } = test.info().project.use
  const context = await browser.newContext({ javaScriptEnabled, viewport, locale: 'it-IT', ...(baseURL && { baseURL }) })
  return context.newPage()
}

/** A first step without an office says what is missing beside it. */
async function expectOfficeAsked(page: Page): Promise<void> {
  await page.goto('/prenota-appuntamento')
  await main(page).getByRole('button', { name: 'Mostra gli sportelli' }).click()
  await expect(main(page).getByLabel('Tipo di ufficio')).toHaveAccessibleDescription(/Scegli un ufficio/)
}

/** From the search for a service, with a slip, to the first step: the office is looked for by what one needs. */
async function findService(page: Page): Promise<void> {
  await page.goto('/servizi')
  await page.getByLabel('Cerca una parola chiave').fill('carta d’indentita')
  await page.getByRole('button', { name: 'Cerca', exact: true }).click()
  await page.getByRole('link', { name: 'Carta d’identità elettronica' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Carta d’identità elettronica' })).toBeVisible()
  await main(page).getByRole('link', { name: 'Prenota appuntamento' }).first().click()
  await expect(page).toHaveURL(/\/prenota-appuntamento\?servizio=carta-di-identita-elettronica/)
}

test('from the search for a service to a confirmed, moved and cancelled appointment', async ({ page }) => {
  const email = `${randomUUID()}@example.org`
  await findService(page)
  await expect(page.getByText('Vedi solo gli uffici competenti')).toBeVisible()
  await expect(page.locator('input[name=calendar]')).toHaveCount(1)
  await expect(page.getByText('Prima data disponibile')).toBeVisible()
  await expectNoBarrier(page)
  await goOn(page)

  await expect(page.getByRole('heading', { name: 'Appuntamenti disponibili' })).toBeVisible()
  await goOn(page)
  await expect(page.getByRole('alert')).toContainText('Scegli un giorno e un orario')
  await expectNoBarrier(page)
  await page.locator('#mese').selectOption({ index: 2 })
  await main(page).getByRole('button', { name: 'Mostra gli orari' }).click()
  const [first = ''] = await offeredTimes(page)
  await chooseTime(page, first)
  await goOn(page)

  await expect(page.getByText(/è riservato per te fino alle \d\d:\d\d/)).toBeVisible()
  await expect(page.locator('#reason option:checked')).toHaveText('Rilascio della carta d’identità elettronica')
  await page.locator('#details').fill('Carta scaduta')
  await page.getByRole('button', { name: 'Mi serve più tempo' }).click()
  await expect(page.getByText('fino a 9 volte')).toBeVisible()
  await expect(page.locator('#details')).toHaveValue('Carta scaduta')
  await expectNoBarrier(page)
  await goOn(page)

  await sayWho(page, 'ada@')
  await goOn(page)
  await expect(page.getByRole('alert')).toContainText('Email non valida')
  await expect(page.locator('#firstName')).toHaveValue('Ada')
  await page.locator('#email').fill(email)
  await goOn(page, 'Salva Richiesta')
  await expect(page.getByText('Richiesta salvata con successo')).toBeVisible()
  await expectNoBarrier(page)
  await page.goto(await linkFromLetter(page, email, /riprendi quello che avevi iniziato/, '/riprendi/'))
  await page.getByRole('button', { name: 'Riprendi' }).click()

  for (const text of ['Carta scaduta', email, 'Ada']) await expect(main(page).getByText(text, { exact: true })).toBeVisible()
  await expect(main(page).getByRole('link', { name: /^Modifica/ })).toHaveCount(4)
  await expectNoBarrier(page)
  await goOn(page, 'Conferma e invia')
  await expect(page.getByRole('heading', { level: 1, name: 'Appuntamento confermato' })).toBeVisible()
  await expect(page.getByText(`Abbiamo inviato il riepilogo all’email: ${email}`)).toBeVisible()
  await expect(page.getByRole('heading', { name: 'Quanto è stato facile usare questo servizio?' })).toBeVisible()
  await expect(page.getByRole('link', { name: 'Outlook' })).toHaveAttribute('href', /^https:\/\/outlook\.live\.com\//)
  const code = await page.locator('.fd-code').innerText()
  await expectNoBarrier(page)
  const sent = page.url()
  await page.goto('/prenota-appuntamento/riepilogo')
  await expect(page).toHaveURL(sent)

  const link = await linkFromLetter(page, email, /^Appuntamento confermato/)
  await page.goto('/appuntamenti')
  await expectNoBarrier(page)
  await page.locator('#code').fill(code.toLowerCase())
  await page.locator('#email').fill('altri@example.org')
  await main(page).getByRole('button', { name: 'Cerca' }).click()
  await expect(page.getByRole('alert')).toContainText('Non troviamo un appuntamento')
  await page.locator('#email').fill(email)
  await main(page).getByRole('button', { name: 'Cerca' }).click()
  await expect(page).toHaveURL(new RegExp(`${link}$`))

  const file = await page.request.get(`${link}/appuntamento.ics`)
  expect(await file.text()).toContain('BEGIN:VEVENT')
  await page.goto(`${link}?mese=${first.slice(0, 7)}`)
  const other = (await offeredTimes(page)).at(-1) ?? ''
  await chooseTime(page, other)
  await expectNoBarrier(page)
  await page.getByRole('button', { name: 'Sposta a questo orario' }).click()
  await expect(page.getByText('L’appuntamento è stato spostato')).toBeVisible()

  await page.getByText('Annulla l’appuntamento', { exact: true }).first().click()
  await page.getByRole('button', { name: 'Annulla l’appuntamento' }).click()
  await expect(page.getByRole('alert')).toContainText('Conferma che vuoi annullare')
  await press(page, 'Sì, voglio annullare')
  await page.getByRole('button', { name: 'Annulla l’appuntamento' }).click()
  await expect(page.getByText('L’appuntamento è stato annullato')).toBeVisible()
  await expectNoBarrier(page)
  await linkFromLetter(page, email, /^Appuntamento annullato/)
})

test('a time that is gone is said with the nearest ones, and nothing typed is lost', async ({ page, browser }) => {
  await expectOfficeAsked(page)
  await goToTimes(page, 'Scelta della data e della sala')
  const halfPast = (await offeredTimes(page)).filter((value) => value.includes(':30:')).at(0) ?? ''
  const other = await otherPerson(browser)
  await goToTimes(other, 'Scelta della data e della sala')

  await chooseTime(page, halfPast)
  await goOn(page)
  await expect(page.getByText(/è riservato per te/)).toBeVisible()
  await chooseTime(other, halfPast)
  await goOn(other)
  await expect(other.getByRole('alert')).toContainText('è appena stato preso da un’altra persona')
  await expect(other.getByText('Gli orari più vicini', { exact: true })).toBeVisible()
  await expectNoBarrier(other)
  await other.context().close()

  // The other reason takes longer and begins on the hour: the time that was held is none of its own.
  await page.locator('#reason').selectOption({ label: 'Richiesta di pubblicazioni' })
  await page.locator('#details').fill('Siamo in due')
  await goOn(page)
  await expect(page.getByText(/non è più disponibile.*quello che hai già scritto è conservato/)).toBeVisible()
  await expectNoBarrier(page)
  const [nearest = ''] = await offeredTimes(page)
  await chooseTime(page, nearest)
  await goOn(page)
  await expect(page.getByRole('heading', { name: 'Richiedente' })).toBeVisible()
  await main(page).getByRole('button', { name: 'Indietro' }).click()
  await expect(page.locator('#details')).toHaveValue('Siamo in due')
})

test('whoever waits is offered a time that somebody gives back, and takes it', async ({ page, browser }) => {
  const [first, second] = [`${randomUUID()}@example.org`, `${randomUUID()}@example.org`]
  await goToTimes(page, 'Scelta della data e della sala')
  const time = (await offeredTimes(page)).at(-1) ?? ''
  await chooseTime(page, time)
  await goOn(page)
  await finish(page, first)

  const waiting = await otherPerson(browser)
  await goToTimes(waiting, 'Scelta della data e della sala')
  await waiting.getByRole('link', { name: 'Entra nella lista d’attesa' }).click()
  await waiting.locator('#firstDay').fill(time.slice(0, 10))
  await waiting.locator('#lastDay').fill('2020-01-01')
  await sayWho(waiting, second)
  await waiting.getByRole('button', { name: 'Entra nella lista d’attesa' }).click()
  await expect(waiting.getByRole('alert')).toContainText('Scegli due giorni in ordine')
  await expectNoBarrier(waiting)
  await waiting.locator('#lastDay').fill(time.slice(0, 10))
  await waiting.getByRole('button', { name: 'Entra nella lista d’attesa' }).click()
  await expect(waiting.getByRole('heading', { level: 1, name: 'Sei in lista d’attesa' })).toBeVisible()
  await expectNoBarrier(waiting)

  await page.goto(await linkFromLetter(page, first, /^Appuntamento confermato/))
  await page.getByText('Annulla l’appuntamento', { exact: true }).first().click()
  await press(page, 'Sì, voglio annullare')
  await page.getByRole('button', { name: 'Annulla l’appuntamento' }).click()
  await expect(page.getByText('L’appuntamento è stato annullato')).toBeVisible()

  await waiting.goto(await linkFromLetter(waiting, second, /^Si è liberato un posto/))
  await expect(waiting.getByRole('heading', { name: 'Si è liberato un posto per te' })).toBeVisible()
  await expectNoBarrier(waiting)
  await waiting.getByRole('button', { name: 'Accetta il posto' }).click()
  await expect(waiting.getByText('Il posto è tuo: l’appuntamento è confermato')).toBeVisible()
  await waiting.context().close()
})
