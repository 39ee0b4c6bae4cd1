import { randomUUID } from 'node:crypto'
import { expect, test } from '@playwright/test'
import { expectNoBarrier } from './barriers.ts'
import { answered, enter } from './desk.ts'

/** One browser rates a page once a day: each project has a page of its own. */
const pageOf: Readonly<Record<string, { readonly path: string; readonly title: string }>> = {
  wide: { path: '/privacy', title: 'Informativa sulla privacy' },
  narrow: { path: '/note-legali', title: 'Note legali' },
  'narrow-no-js': { path: '/amministrazione/uffici', title: 'Uffici' },
}

test('from the stars to the page of the staff, where what holds personal data is hidden', async ({ page, context }, {
  project,
}) => {
  const { path, title } = pageOf[project.name] ?? { path: '/', title: '' }
  const text = `Manca il modulo ${randomUUID().slice(0, 8)}`
  await page.goto(path)
  const rating = page.locator('[data-element="feedback"]')
  const [positive, negative] = [
    rating.locator('[data-element="feedback-rating-positive"]'),
    rating.locator('[data-element="feedback-rating-negative"]'),
  ]
  await expect(rating.locator('[data-element="feedback-title"]')).toHaveText(
    'Quanto sono chiare le informazioni su questa pagina?',
  )
  for (const follow of [positive, negative]) {
    await expect(follow).toHaveCount(1)
    await expect(follow).toBeHidden()
  }
  await expect(rating.locator('[data-element="feedback-input-text"]')).toHaveCount(1)
  for (const stars of [1, 2, 3, 4, 5]) {
    await rating.locator(`[data-element="feedback-rate-${stars}"]`).click()
    await expect(stars > 3 ? positive : negative).toBeVisible()
    await expect(stars > 3 ? negative : positive).toBeHidden()
  }
  await rating.getByRole('radio', { name: 'Valuta 5 stelle su 5' }).press('ArrowLeft')
  await page.keyboard.press('ArrowLeft')
  await expect(rating.getByRole('radio', { name: 'Valuta 3 stelle su 5' })).toBeChecked()
  await rating.getByText('A volte le indicazioni non erano complete').click()
  await expectNoBarrier(page)

  await rating.getByRole('link', { name: 'Avanti' }).click()
  await rating.getByLabel('Dettaglio').fill(text)
  await expectNoBarrier(page)
  await rating.getByRole('link', { name: 'Indietro' }).click()
  await expect(rating.getByLabel('A volte le indicazioni non erano complete')).toBeChecked()
  await rating.getByRole('link', { name: 'Avanti' }).press('Enter')
  await expect(rating.getByLabel('Dettaglio')).toHaveValue(text)
  await answered(page, () => rating.getByRole('button', { name: 'Avanti' }).click())
  await expect(rating.getByRole('heading', { level: 2 })).toHaveText('Grazie, il tuo parere ci aiuterà a migliorare il servizio!')
  expect(new URL(page.url()).pathname).toBe(path)
  expect(await context.cookies()).toEqual([])

  await enter(page, 'urp')
  await page.goto('/operatori/valutazioni')
  await page.getByRole('link', { name: `Solo i risultati di ${title}`, exact: true }).click()
  await expect(page.getByText(`Solo «${title}»`)).toBeVisible()
  await expectNoBarrier(page)
  const written = page.getByRole('listitem').filter({ hasText: text })
  await expect(written).toContainText('3 stelle')
  await written.getByText('Nascondi il testo').click()
  await answered(page, () => written.getByRole('button', { name: 'Nascondi' }).click())
  await expect(page.getByText('Scegli perché il testo va nascosto').first()).toBeVisible()
  await written.getByText('Contiene dati personali').click()
  await answered(page, () => written.getByRole('button', { name: 'Nascondi' }).click())
  await expect(page.getByText(text)).toHaveCount(0)
  await expect(page.getByText(/Contiene dati personali: nascosto da .+ il/).first()).toBeVisible()
})

test('whoever sends no stars is told beside them, and what was written is still there', async ({ page, request }, {
  project,
}) => {
  test.skip(project.name !== 'wide', 'a browser without scripts asks for the stars itself')
  await page.goto('/privacy')
  const subject = (await page.locator('[name="subject"]').getAttribute('value')) ?? ''
  const send = (form: Readonly<Record<string, string>>) =>
    request.post('/valuta', { form, headers: { origin: new URL(page.url()).origin, accept: 'text/html' }, maxRedirects: 0 })
  const refused = await send({ subject, back: '/privacy', text: 'Non si capisce' })
  expect(refused.status()).toBe(422)
  await page.setContent(await refused.text())
  await expect(page.locator('#rating-stars-error')).toContainText('Scegli da 1 a 5 stelle')
  await expect(page.locator('#rating-text')).toHaveValue('Non si capisce')
  expect((await send({ subject: 'mai', stars: '5' })).status()).toBe(400)
  const sent = await send({ subject, back: '//altrove.example/', stars: '5' })
  expect(sent.headers().location).toBe('/privacy?valutata=1#rating')
})
