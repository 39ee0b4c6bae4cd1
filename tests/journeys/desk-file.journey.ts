import { expect, test } from '@playwright/test'
import { expectNoBarrier } from './barriers.ts'
import { act, openAction, sendReport, signIn, submit } from './desk.ts'
import { photo } from './wizard.ts'

test('a report is filed, handed over, asked about, resumed and entrusted, each a line of its history', async ({
  page,
  request,
}) => {
  test.slow()
  const number = await sendReport(request, 'Da smistare con cura')
  await signIn(page, 'urp')
  await page.goto(`/operatori/segnalazioni/${number}`)

  const classify = await openAction(page, 'Cambia tipo o categoria')
  await classify.getByLabel('Tipo').selectOption({ label: 'Reclamo' })
  await classify.getByRole('button').click()
  await expect(page.getByText('Fatto.')).toBeVisible()
  await expect(page.getByText(/^Classificata come reclamo in/)).toBeVisible()

  await act(page, 'Prendi in carico')
  const assign = await openAction(page, 'Assegna')
  await assign.getByRole('button').click()
  await expect(assign.getByText('È già così: non c’è nulla da cambiare.')).toBeVisible()
  const again = page.locator('#action-assign form')
  await again.getByLabel('Incaricato').selectOption({ label: 'Ufficio verde pubblico e parchi (tutto l’ufficio)' })
  await again.getByRole('button').click()
  await expect(again.getByText('Scrivi una nota per i colleghi: l’ente la richiede.')).toBeVisible()
  await again.getByLabel('Nota per i colleghi').fill('È un albero, non una buca.')
  await again.getByRole('button').click()
  await expect(page.getByText('Assegnata a Ufficio verde pubblico')).toBeVisible()

  await act(page, 'Chiedi un’informazione all’autore', { 'Domanda all’autore': 'Da che lato della strada?' })
  await expect(page.locator('.fd-desk-page').getByText('In attesa di informazioni').first()).toBeVisible()
  await act(page, 'Riprendi senza attendere')
  await act(page, 'Rispondi senza chiudere', { 'Risposta ufficiale': 'Passiamo domani.' })
  await act(page, 'Affida a terzi', { 'A chi è affidata': 'Ditta Rossi' })
  await expect(page.getByRole('list', { name: 'Cronologia' }).getByText('Affidata a Ditta Rossi')).toBeVisible()
  await expectNoBarrier(page)
})

test('what cannot be done now is there with its reason', async ({ page, request }) => {
  const number = await sendReport(request, 'Ancora da prendere')
  await signIn(page, 'urp')
  await page.goto(`/operatori/segnalazioni/${number}`)
  await page.getByText('Ora non è possibile').click()
  const forbidden = page.locator('.fd-forbidden li')
  await expect(forbidden.filter({ hasText: 'Rendi pubblica' })).toContainText(/presa? in carico|prenderla in carico|acconsentito/)
  await expect(forbidden.filter({ hasText: 'Riapri' })).toContainText('Nello stato in cui si trova')
  await expect(forbidden.filter({ hasText: 'Segna come lavorata' })).toContainText('spetta a un altro ufficio')
  await expect(page.locator('details.fd-action > summary', { hasText: /^Riapri$/ })).toHaveCount(0)
  await expectNoBarrier(page)
})

test('words for a report that was closed meanwhile are not lost', async ({ page, request, browser }) => {
  const number = await sendReport(request, 'Chiusa da un altro')
  await signIn(page, 'urp')
  await page.goto(`/operatori/segnalazioni/${number}`)
  const other = await (await browser.newContext({ baseURL: test.info().project.use.baseURL ?? '' })).newPage()
  await signIn(other, 'urp2')
  await other.goto(`/operatori/segnalazioni/${number}`)
  await act(other, 'Rispondi e chiudi: risolta', { 'Risposta ufficiale': 'Tutto a posto.' })
  await other.context().close()

  const reply = await openAction(page, 'Rispondi senza chiudere')
  await reply.getByLabel('Risposta ufficiale').fill('Una lunga risposta.')
  await submit(reply)
  await expect(page.getByRole('status').getByText('Chiusa: risolta')).toBeVisible()
  await page.getByRole('link', { name: 'Vai a quello che avevi scritto' }).click()
  await expect(page.locator('#action-reply').getByLabel('Risposta ufficiale')).toHaveValue('Una lunga risposta.')
  await submit(page.locator('#action-reply'))
  await expect(page.locator('#action-reply').getByText('Nello stato in cui si trova')).toBeVisible()
  await expect(page.locator('#action-reply').getByLabel('Risposta ufficiale')).toHaveValue('Una lunga risposta.')
  await expectNoBarrier(page)
})

test('a photo is shown to everyone only once it was looked at', async ({ page, request }) => {
  const picture = { name: 'buca.jpg', mimeType: 'image/jpeg', buffer: await photo() }
  const number = await sendReport(request, 'Con una immagine', picture)
  await signIn(page, 'urp')
  await page.goto(`/operatori/segnalazioni/${number}`)
  await expect(page.getByText('riservata agli operatori e all’autore')).toBeVisible()
  await page.getByRole('button', { name: /^Mostra a tutti/ }).click()
  await expect(page.getByText('visibile a tutti se la segnalazione è pubblica')).toBeVisible()
  await expectNoBarrier(page)
})

test('whoever was signed out while writing is told how to send it again', async ({ page, request }) => {
  const number = await sendReport(request, 'Sessione scaduta')
  await signIn(page, 'urp')
  await page.goto(`/operatori/segnalazioni/${number}`)
  const note = await openAction(page, 'Scrivi una nota interna')
  await note.getByLabel('Nota interna').fill('Scritta a lungo.')
  await page.context().clearCookies()
  await submit(note)
  await expect(page.getByRole('heading', { name: 'La sessione è scaduta' })).toBeVisible()
  await expect(page.getByText('Scritta a lungo.')).toBeVisible()
  await expectNoBarrier(page)
  const other = await page.context().newPage()
  await signIn(other, 'urp')
  await other.close()
  await page.getByRole('button', { name: 'Invia di nuovo' }).click()
  await expect(page.getByText('Fatto.')).toBeVisible()
  await expect(page.getByRole('region', { name: 'Conversazione e note' }).getByText('Scritta a lungo.')).toBeVisible()
})

test('the inbox is paged and keeps its filter from group to group', async ({ page }) => {
  await signIn(page, 'urp')
  await expect(page.locator('.fd-desk-row')).toHaveCount(30)
  const first = await page.locator('.fd-desk-row-title').allTextContents()
  await page.getByRole('link', { name: 'Mostra le successive' }).click()
  await expect(page).toHaveURL(/dopo=/)
  expect(await page.locator('.fd-desk-row-title').allTextContents()).not.toEqual(first)
  await expectNoBarrier(page)
  await page.goto('/operatori?mie=si')
  await page.getByRole('link', { name: /^In corso/ }).click()
  await expect(page).toHaveURL(/mie=si/)
  await expect(page).toHaveURL(/azione=work/)
  await expectNoBarrier(page)
})
