import { expect, type Page, test } from '@playwright/test'
import { openAgain, openLetter, privateLink } from './author.ts'
import { expectNoBarrier } from './barriers.ts'
import { act, openAction, sendReport, signIn } from './desk.ts'
import { photo, press } from './wizard.ts'

const answerForm = (page: Page) => page.locator('form[action="?/answer"]')
const messageForm = (page: Page) => page.locator('form[action="?/message"]')
const photosForm = (page: Page) => page.locator('form[action="?/photos"]')
const stage = (page: Page) => page.locator('.fd-stage')

async function atDesk(page: Page, number: string): Promise<Page> {
  const browser = page.context().browser()
  if (!browser) throw new Error('no browser')
  const desk = await (await browser.newContext({ baseURL: test.info().project.use.baseURL ?? '' })).newPage()
  await signIn(desk, 'urp')
  await desk.goto(`/operatori/segnalazioni/${number}`)
  return desk
}

async function takeInCharge(desk: Page): Promise<void> {
  const take = await openAction(desk, 'Prendi in carico')
  await take.getByLabel('Incaricato').selectOption({ label: 'Ufficio strade e segnaletica (tutto l’ufficio)' })
  await take.getByRole('button', { name: 'Prendi in carico' }).click()
  await expect(desk.getByText('Fatto.')).toBeVisible()
}

test('the confirmation leads to the private page, and nobody else finds it', async ({ page, request }) => {
  const number = await sendReport(request, 'Buca da seguire')
  await openLetter(page, number)
  await expect(page.getByText('Riceverai una prima risposta entro')).toBeVisible()
  await expectNoBarrier(page)
  await page.goto('/sviluppo/posta')
  await expectNoBarrier(page)
  const link = await privateLink(page, number)
  const answer = await page.goto(link)
  expect(answer?.headers()).toMatchObject({ 'cache-control': 'private, no-store', 'x-robots-tag': 'noindex, nofollow' })
  await expect(page.getByRole('heading', { level: 1, name: `La tua segnalazione n. ${number}` })).toBeVisible()
  await expect(page.getByText('Prima risposta entro')).toBeVisible()
  await expect(page.getByText('Hai inviato la segnalazione')).toBeVisible()
  await expectNoBarrier(page)
  const receipt = await request.get(`${link}/ricevuta`)
  expect(receipt.headers()['content-type']).toBe('application/pdf')

  const wrong = await page.goto(`${link.slice(0, -3)}AAA`)
  expect(wrong?.status()).toBe(404)
  await expectNoBarrier(page)
})

test('the author answers the question once, and the report goes on', async ({ page, request }) => {
  test.slow()
  const number = await sendReport(request, 'Buca con una domanda')
  const link = await privateLink(page, number)
  const desk = await atDesk(page, number)
  await takeInCharge(desk)
  await act(desk, 'Chiedi un’informazione all’autore', { 'Domanda all’autore': 'A che altezza della via?' })

  await openLetter(page, number, 'ci serve una tua risposta')
  await page
    .getByRole('link', { name: /\/segui\// })
    .first()
    .click()
  await expect(page.getByText('Tempi in pausa finché non rispondi')).toBeVisible()
  await expectNoBarrier(page)
  await answerForm(page).getByRole('button').click()
  await expect(page.getByRole('alert')).toContainText('Scrivi un testo prima di inviare.')
  await expectNoBarrier(page)

  const [twice, other] = [await openAgain(page, link), await openAgain(page, link)]
  for (const tab of [page, twice]) {
    await answerForm(tab).getByLabel('La tua risposta').fill('Davanti al civico 12.\nAccanto al bar.')
    await answerForm(tab).getByRole('button').click()
    await expect(tab.getByText('La tua risposta è arrivata')).toBeVisible()
  }
  await expect(page.getByText('Risposta alla domanda')).toHaveCount(1)
  await twice.reload()
  await expect(twice.getByText('Risposta alla domanda')).toHaveCount(1)
  await expect(stage(page)).toHaveText('Presa in carico')

  await answerForm(other).getByLabel('La tua risposta').fill('Un’altra cosa.')
  await answerForm(other).getByRole('button').click()
  await expect(other.getByRole('alert')).toContainText('Nel frattempo la segnalazione è cambiata')
  await expect(messageForm(other).getByLabel('Il tuo messaggio')).toHaveValue('Un’altra cosa.')
  await expectNoBarrier(other)
  await messageForm(other).getByRole('button').click()
  await expect(other.getByText('Il tuo messaggio è arrivato.')).toBeVisible()

  await desk.reload()
  await expect(desk.getByText('Accanto al bar.')).toBeVisible()
  await desk.context().close()
})

test('the author writes and adds photos; what cannot be read is said beside the field', async ({ page, request }) => {
  const number = await sendReport(request, 'Buca con foto')
  await page.goto(await privateLink(page, number))
  await messageForm(page).getByLabel('Il tuo messaggio').fill('È peggiorata <b>molto</b>.')
  await messageForm(page).getByRole('button').click()
  await expect(page.locator('.fd-conversation')).toContainText('È peggiorata <b>molto</b>.')

  await photosForm(page).getByRole('button', { name: 'Aggiungi le foto' }).click()
  await expect(page.getByRole('alert')).toContainText('Scegli almeno una foto.')
  const good = { name: 'buca.jpg', mimeType: 'image/jpeg', buffer: await photo() }
  const bad = { name: 'finta.jpg', mimeType: 'image/jpeg', buffer: Buffer.from('<svg onload="x()">') }
  await photosForm(page).getByLabel('Foto').setInputFiles([good, bad])
  await photosForm(page).getByRole('button', { name: 'Aggiungi le foto' }).click()
  await expect(page.getByRole('alert')).toContainText('«finta.jpg»')
  await expect(page.getByText('1 foto è stata aggiunta.')).toBeVisible()
  await expect(page.locator('.fd-photos img')).toHaveCount(1)
  await expectNoBarrier(page)
  await photosForm(page).getByLabel('Foto').setInputFiles([good, good])
  await photosForm(page).getByRole('button', { name: 'Aggiungi le foto' }).click()
  await expect(page.getByText('Le foto sono state aggiunte.')).toBeVisible()
  await expect(page.locator('.fd-photos img')).toHaveCount(3)
  const picture = await page.locator('.fd-photos img').first().getAttribute('src')
  expect((await request.get(picture ?? '')).headers()['content-type']).toBe('image/jpeg')
  expect((await request.get((picture ?? '').replace(/\?.*/, ''))).status()).toBe(404)
  await expectNoBarrier(page)
})

test('the author withdraws, after having confirmed', async ({ page, request }) => {
  const number = await sendReport(request, 'Buca ritirata')
  await page.goto(await privateLink(page, number))
  await page.locator('summary', { hasText: 'Ritira la segnalazione' }).click()
  await page.getByRole('button', { name: 'Ritira la segnalazione' }).click()
  await expect(page.getByRole('alert')).toContainText('Per ritirare la segnalazione devi confermare.')
  await expectNoBarrier(page)
  await press(page, /^Confermo di voler ritirare/)
  await page.getByRole('button', { name: 'Ritira la segnalazione' }).click()
  await expect(stage(page)).toHaveText('Ritirata')
  await expect(page.getByText('Una segnalazione ritirata non si può riaprire.')).toBeVisible()
  await expect(messageForm(page)).toHaveCount(0)
  await expectNoBarrier(page)
})

test('the author reopens what is not resolved, and says why', async ({ page, request }) => {
  test.slow()
  const number = await sendReport(request, 'Buca riaperta')
  const link = await privateLink(page, number)
  const desk = await atDesk(page, number)
  await takeInCharge(desk)
  await act(desk, 'Rispondi e chiudi: risolta', { 'Risposta ufficiale': 'La buca è stata chiusa. Grazie!' })
  await desk.context().close()

  await openLetter(page, number, 'risolta')
  await expect(page.getByText('> La buca è stata chiusa. Grazie!')).toBeVisible()
  await page.goto(link)
  await expect(page.locator('.fd-conversation')).toContainText('La buca è stata chiusa. Grazie!')
  await page.getByRole('button', { name: 'Invia il giudizio' }).click()
  await expect(page.getByRole('alert')).toContainText('Scegli da 1 a 5 stelle.')
  await expectNoBarrier(page)
  await page.getByRole('radio', { name: '2 stelle su 5' }).focus()
  await page.keyboard.press('Space')
  await page.getByLabel('Vuoi aggiungere qualcosa?').fill('La toppa non tiene.')
  await page.getByRole('button', { name: 'Invia il giudizio' }).click()
  await expect(page.getByText('Grazie: il tuo giudizio è arrivato.')).toBeVisible()
  await expect(page.getByText('Hai dato 2 stelle su 5.')).toBeVisible()
  await expect(page.locator('.fd-conversation')).toContainText('La toppa non tiene.')
  await page.getByLabel('Il problema non è risolto').focus()
  await page.keyboard.press('Space')
  await page.getByRole('button', { name: 'Invia il giudizio' }).click()
  await expect(page.getByRole('alert')).toContainText('Scrivi un testo prima di inviare.')
  await expect(page.getByLabel('Il problema non è risolto')).toBeChecked()
  await page.getByRole('button', { name: 'Riapri la segnalazione' }).click()
  await expect(page.getByRole('alert')).toContainText('Scrivi un testo prima di inviare.')
  await expectNoBarrier(page)
  await page.getByLabel('Perché la riapri?').fill('Si è già riaperta.')
  await page.getByRole('button', { name: 'Riapri la segnalazione' }).click()
  await expect(page.getByText('La segnalazione è di nuovo aperta')).toBeVisible()
  await expect(stage(page)).toHaveText('Presa in carico')
  await expectNoBarrier(page)
})
