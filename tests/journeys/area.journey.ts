import { randomUUID } from 'node:crypto'
import { type Browser, expect, type Page, test } from '@playwright/test'
import { expectNoBarrier } from './barriers.ts'
import { choosePlace, describeProblem, goOn, press, runsScripts, startReport } from './wizard.ts'

test.setTimeout(180_000)

const main = (page: Page) => page.locator('main')

/** From every step of every flow an appointment is booked (C.SE.2.2). */
async function expectBooking(page: Page): Promise<void> {
  await expect(page.locator('[data-element=appointment-booking]')).toHaveAttribute('href', /./)
}

/** What a letter to an address says in such a shape. */
async function fromLetter(page: Page, email: string, about: RegExp, shape: RegExp): Promise<string> {
  const post = await page.context().newPage()
  const letter = post.getByRole('row').filter({ hasText: email }).getByRole('link', { name: about })
  await expect(async () => {
    await post.goto('/sviluppo/posta')
    await expect(letter.first()).toBeVisible({ timeout: 500 })
  }).toPass({ timeout: 30_000 })
  await letter.first().click()
  const [found = ''] = (await post.locator('main').innerText()).match(shape) ?? []
  await post.close()
  return found
}

async function otherPerson(browser: Browser): Promise<Page> {
  const { javaScriptEnabled = true, viewport = null, baseURL } = test.info().project.use
  const context = await browser.newContext({ javaScriptEnabled, viewport, locale: 'it-IT', ...(baseURL && { baseURL }) })
  return context.newPage()
}

/** From the page that asks for the address to wherever one lands. */
async function signIn(page: Page, email: string): Promise<void> {
  await expect(page.getByRole('heading', { level: 1, name: 'Accedi' })).toBeVisible()
  await expectNoBarrier(page)
  await page.getByRole('textbox', { name: 'Email' }).fill('ada@')
  await page.getByRole('button', { name: 'Invia il codice' }).click()
  await expect(page.getByRole('alert')).toContainText('Email non valida')
  await page.getByRole('textbox', { name: 'Email' }).fill(email)
  await page.getByRole('button', { name: 'Invia il codice' }).click()
  await expect(page.getByText(`Abbiamo inviato un codice a ${email}`)).toBeVisible()
  const code = await fromLetter(page, email, /il tuo codice di accesso/, /\b\d{6}\b/)
  const field = page.getByLabel('Codice di sei cifre')
  await expect(field).toHaveAttribute('autocomplete', 'one-time-code')
  await field.fill(code === '000000' ? '111111' : '000000')
  await main(page).getByRole('button', { name: 'Accedi', exact: true }).click()
  await expect(page.getByRole('alert')).toContainText('Il codice non è corretto')
  await expectNoBarrier(page)
  await field.fill(code)
  await main(page).getByRole('button', { name: 'Accedi', exact: true }).click()
}

/** A draft that says nothing of its address is found again by the code that goes where its writer says. */
async function saveWithCode(page: Page, email: string): Promise<string> {
  await goOn(page, 'Salva Richiesta')
  await expect(page.getByText(/La ritrovi su questo dispositivo fino a \w+/)).toBeVisible()
  await page.getByRole('link', { name: 'Ricevi un codice per riprenderla da un altro dispositivo' }).click()
  await expectNoBarrier(page)
  await page.getByRole('textbox', { name: 'Email' }).fill(email)
  await page.getByRole('button', { name: 'Invia il codice' }).click()
  await expect(page.getByText(`Abbiamo inviato a ${email} un codice`)).toBeVisible()
  return fromLetter(page, email, /riprendi quello che avevi iniziato/, /[A-Z2-9]{4}-[A-Z2-9]{4}/)
}

async function takeUp(page: Page, email: string, code: string): Promise<void> {
  await page.goto('/segnala')
  await page.getByRole('link', { name: /^Hai una richiesta salvata/ }).click()
  await expectNoBarrier(page)
  await page.getByRole('textbox', { name: 'Email' }).fill(email)
  await page.getByLabel('Codice').fill('AAAA-AAAA')
  await page.getByRole('button', { name: 'Riprendi' }).click()
  await expect(page.getByRole('alert')).toContainText('Non c’è nessuna bozza')
  await page.getByLabel('Codice').fill(code.toLowerCase())
  await page.getByRole('button', { name: 'Riprendi' }).click()
}

/** From the counters, at the last free time of the month, past the step in which others say who comes. */
async function bookUntilKnown(page: Page): Promise<void> {
  await page.goto('/prenota-appuntamento?servizio=carta-di-identita-elettronica')
  await goOn(page)
  const time = page.locator('input[name=slot]').last()
  const value = await time.getAttribute('value')
  const day = page.locator('.fd-times details', { has: page.locator(`input[value="${value}"]`) })
  if ((await day.count()) > 0 && (await day.getAttribute('open')) === null) await day.locator('summary').click()
  await page
    .locator('div.form-check', { has: page.locator(`input[value="${value}"]`) })
    .first()
    .locator('label')
    .click()
  await goOn(page)
  await page.locator('#details').fill('Carta scaduta')
  await goOn(page)
}

test('a saved report is taken up by its code elsewhere and sent; its writer signs in, finds it, and is not asked again who they are', async ({
  page,
  browser,
}, { project }) => {
  const [scripts, email] = [runsScripts(project), `ada-${randomUUID().slice(0, 8)}@example.org`]
  await startReport(page, scripts)
  await expectBooking(page)
  await page.locator('#title').fill('Gradino rotto')
  const code = await saveWithCode(page, email)

  const other = await otherPerson(browser)
  await takeUp(other, email, code)
  await expect(other.locator('#title')).toHaveValue('Gradino rotto')
  await choosePlace(other, scripts)
  await describeProblem(other)
  await other.locator('#email').fill(email)
  await goOn(other)
  await expectBooking(other)
  await goOn(other, 'Conferma e invia')
  await expect(other.getByRole('heading', { level: 1, name: 'Segnalazione inviata' })).toBeVisible()

  await other.goto('/assistenza')
  await other.getByLabel('Dettagli').fill('Quando arriva la mia carta?')
  await main(other).getByRole('button', { name: 'Accedi', exact: true }).click()
  await signIn(other, email)
  await expect(other).toHaveURL(/\/assistenza$/)
  const cookies = (await other.context().cookies()).filter(({ name }) => ['filo_area', 'filo_richiesta'].includes(name))
  expect(cookies.map(({ expires, httpOnly, sameSite }) => [expires, httpOnly, sameSite])).toEqual([
    [-1, true, 'Lax'],
    [-1, true, 'Lax'],
  ])
  await expect(other.getByLabel('Dettagli')).toHaveValue('Quando arriva la mia carta?')
  await expect(main(other).getByText(`${email} (confermata con il codice)`)).toBeVisible()
  await expect(other.locator('#email')).toHaveCount(0)
  await other.locator('#firstName').fill('Ada')
  await other.locator('#lastName').fill('Verdi')
  await press(other, 'Salva nella mia area personale')
  await goOn(other, 'Salva Richiesta')
  await expect(main(other).getByText('Ada Verdi')).toBeVisible()
  await expectBooking(other)
  await expectNoBarrier(other)

  await other.getByRole('link', { name: 'Vai all’area personale' }).click()
  await expect(other.getByRole('heading', { level: 1, name: 'Ada Verdi' })).toBeVisible()
  await expect(other.getByRole('heading', { level: 3, name: 'Quando arriva la mia carta?' })).toBeVisible()
  await expect(other.getByRole('link', { name: 'Gradino rotto' })).toHaveAttribute('href', /^\/segui\//)
  await expect(main(other).getByText(/prima risposta entro \w+/)).toBeVisible()
  await expectNoBarrier(other)

  await bookUntilKnown(other)
  await expectBooking(other)
  for (const text of ['Ada', 'Verdi', email]) await expect(main(other).getByText(text, { exact: true })).toBeVisible()
  await other.getByRole('link', { name: 'Modifica Richiedente' }).click()
  await expect(main(other).getByText('Ada Verdi')).toBeVisible()
  await main(other).locator('summary').click()
  await expect(other.getByLabel('Usa solo per questa richiesta')).toBeChecked()
  await expectNoBarrier(other)

  await other.goto('/area-personale/impostazioni')
  await expect(other.locator('#firstName')).toHaveValue('Ada')
  await expectNoBarrier(other)
  await other.locator('.fd-account summary').click()
  await other.getByRole('button', { name: 'Esci' }).click()
  await expect(other.getByText('Hai chiuso la sessione.')).toBeVisible()
  await other.goto('/assistenza')
  await expect(other.getByLabel('Dettagli')).toHaveValue('')
  await other.goto('/area-personale')
  await expect(other).toHaveURL(/\/accedi\?torna=/)
  await other.context().close()
})
