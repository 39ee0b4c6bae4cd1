import { expect, type Page, test } from '@playwright/test'
import { openLetter, privateLink } from './author.ts'
import { expectNoBarrier } from './barriers.ts'
import { act, openAction, sendReport, signIn, submit } from './desk.ts'

const pdf = { name: 'verbale.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7\nciao\n%%EOF\n') }

/** Somebody else at work, in a browser of their own. */
async function colleague(page: Page, name: string): Promise<Page> {
  const browser = page.context().browser()
  if (!browser) throw new Error('no browser')
  const { javaScriptEnabled, viewport, baseURL } = test.info().project.use
  const context = await browser.newContext({
    baseURL: baseURL ?? '',
    ...(viewport && { viewport }),
    ...(javaScriptEnabled === false && { javaScriptEnabled }),
  })
  const other = await context.newPage()
  await signIn(other, name)
  return other
}

test('a question is looked at as a mail, answered by its link, and replied to with a standard text and a file', async ({
  page,
  request,
  browser,
}) => {
  test.slow()
  const number = await sendReport(request, 'Buca con conversazione')
  await signIn(page, 'urp')
  await page.goto(`/operatori/segnalazioni/${number}`)
  await act(page, 'Prendi in carico')
  const ask = await openAction(page, 'Chiedi un’informazione all’autore')
  await ask.getByLabel('Domanda all’autore').fill('A che altezza della via?')
  await ask.getByRole('button', { name: 'Anteprima dell’e-mail' }).click()
  const letter = page.locator('#letter-ask')
  await expect(letter).toContainText(`Segnalazione n. ${number}, ci serve una tua risposta`)
  await expect(letter).toContainText('> A che altezza della via?')
  await expect(page.getByLabel('Domanda all’autore')).toHaveValue('A che altezza della via?')
  const laidOut = page.context().waitForEvent('page')
  await letter.getByRole('button', { name: 'Guardala com’è impaginata' }).click()
  await expect((await laidOut).getByRole('heading', { name: 'Abbiamo bisogno di una tua risposta' })).toBeVisible()
  await (await laidOut).close()
  await expectNoBarrier(page)
  await submit(page.locator('#action-ask form'))
  await expect(page.getByText('Fatto.')).toBeVisible()

  const author = await (await browser.newContext({ baseURL: test.info().project.use.baseURL ?? '' })).newPage()
  await openLetter(author, number, 'ci serve una tua risposta')
  await author
    .getByRole('link', { name: /\/segui\// })
    .first()
    .click()
  await author.getByLabel('La tua risposta').fill('Davanti al civico 12.')
  await author.locator('form[action="?/answer"]').getByRole('button').click()
  await expect(author.getByText('La tua risposta è arrivata')).toBeVisible()

  await page.goto(`/operatori/segnalazioni/${number}`)
  await expect(page.getByText('Davanti al civico 12.')).toBeVisible()
  const resolve = await openAction(page, 'Rispondi e chiudi: risolta')
  await resolve.getByLabel('Modello di testo').selectOption({ label: 'Risolta: intervento eseguito' })
  await resolve.getByRole('button', { name: 'Metti nel testo' }).click()
  const again = page.locator('#action-resolve form')
  await expect(again.getByLabel('Risposta ufficiale')).toHaveValue(new RegExp(`segnalazione n. ${number}`))
  await again.getByLabel('Allegati per l’autore').setInputFiles([{ ...pdf, name: 'finto.pdf', buffer: Buffer.from('no') }])
  await again.getByRole('button', { name: 'Aggiungi i file' }).click()
  await expect(again.getByText('«finto.pdf» non è un documento')).toBeVisible()
  await again.getByLabel('Allegati per l’autore').setInputFiles([pdf])
  await again.getByRole('button', { name: 'Aggiungi i file' }).click()
  await expect(again.getByText('verbale.pdf').first()).toBeVisible()
  await expect(again.getByLabel('Risposta ufficiale')).toHaveValue(new RegExp(`segnalazione n. ${number}`))
  await expectNoBarrier(page)
  await submit(again)
  await expect(page.getByText('Fatto.')).toBeVisible()
  await expect(page.getByRole('link', { name: 'verbale.pdf' })).toBeVisible()

  await openLetter(author, number, 'risolta')
  await expect(author.getByText('Gentile Ada Verdi').first()).toBeVisible()
  await author.goto(await privateLink(author, number))
  await expect(author.locator('.fd-conversation')).toContainText(`l’intervento per la segnalazione n. ${number}`)
  const file = await author.getByRole('link', { name: 'verbale.pdf' }).getAttribute('href')
  expect((await request.get(file ?? '')).headers()['content-type']).toBe('application/pdf')
  expect((await request.get(file?.split('?')[0] ?? '')).status()).toBe(404)
  await expectNoBarrier(author)
  await author.context().close()
})

test('a colleague who is named in a note is told, reads it and answers', async ({ page, request, javaScriptEnabled }) => {
  test.slow()
  const title = `Nominato in una nota ${test.info().project.name} ${Date.now()}`
  const number = await sendReport(request, title)
  await signIn(page, 'urp')
  await page.goto(`/operatori/segnalazioni/${number}`)
  const note = await openAction(page, 'Scrivi una nota interna')
  const text = note.getByLabel('Nota interna')
  if (javaScriptEnabled === false) {
    await text.fill('Puoi guardare tu?')
    await note.getByLabel('Avvisa anche').selectOption({ label: 'Fabio Traverso' })
  } else {
    await page.waitForLoadState('networkidle')
    await text.pressSequentially('Senti @fab')
    const offered = page.getByRole('listbox', { name: 'Colleghi' })
    await expect(offered.getByRole('option', { name: /^Fabio Traverso/ })).toBeVisible()
    await expectNoBarrier(page)
    await text.press('Enter')
    await expect(text).toHaveValue('Senti @Fabio Traverso ')
  }
  await submit(note)
  await expect(page.getByText('Avviso a: Fabio Traverso')).toBeVisible()

  const fabio = await colleague(page, 'illuminazione')
  await fabio.goto('/operatori?azione=mentioned')
  await fabio.getByRole('link', { name: title }).first().click()
  await expect(fabio.getByRole('heading', { level: 1, name: title })).toBeVisible()
  await expect(fabio.getByText('Avviso a: Fabio Traverso')).toBeVisible()
  await expectNoBarrier(fabio)
  await act(fabio, 'Scrivi una nota interna', { 'Nota interna': 'Guardo domani.' })
  await fabio.goto('/operatori?azione=mentioned')
  await expect(fabio.getByRole('link', { name: title })).toHaveCount(0)
  await fabio.goto('/operatori/avvisi')
  await expect(fabio.getByLabel('Il proprio nome in una nota')).toHaveValue('')
  await expectNoBarrier(fabio)
  await fabio.context().close()
})

test('a proposed reply becomes the reply', async ({ page, request }) => {
  test.slow()
  const number = await sendReport(request, 'Con una risposta proposta')
  const roads = await colleague(page, 'strade')
  await roads.goto(`/operatori/segnalazioni/${number}`)
  await act(roads, 'Prendi in carico')
  await act(roads, 'Proponi una risposta', { 'Risposta che proponi': 'La buca sarà chiusa domani.' })
  await expect(roads.getByText('Attende chi può rispondere.')).toBeVisible()
  await expectNoBarrier(roads)
  await roads.context().close()

  await signIn(page, 'urp')
  await page.goto(`/operatori/segnalazioni/${number}`)
  await page.getByRole('button', { name: 'Usa questa risposta senza chiudere' }).click()
  const reply = page.locator('#action-reply form')
  await expect(reply.getByLabel('Risposta ufficiale')).toHaveValue('La buca sarà chiusa domani.')
  await submit(reply)
  await expect(page.getByText('È diventata la risposta.')).toBeVisible()
  await expectNoBarrier(page)
})
