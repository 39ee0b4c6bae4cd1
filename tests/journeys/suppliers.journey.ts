import { expect, type Page, test } from '@playwright/test'
import sharp from 'sharp'
import { expectNoBarrier } from './barriers.ts'
import { answered, openAction, sendReport, signIn } from './desk.ts'

const photo = async (name: string) => ({
  name,
  mimeType: 'image/jpeg',
  buffer: await sharp({ create: { width: 320, height: 240, channels: 3, background: '#556677' } })
    .jpeg()
    .toBuffer(),
})

/** The link as it arrives by mail. */
async function linkOf(page: Page, number: string): Promise<string> {
  const letter = page.getByRole('link', { name: new RegExp(`ti affida un lavoro: segnalazione n\\. ${number}\\b`) })
  await expect(async () => {
    await page.goto('/sviluppo/posta')
    await expect(letter.first()).toBeVisible({ timeout: 500 })
  }).toPass({ timeout: 30_000 })
  await letter.first().click()
  const link = await page.locator('a[href*="/fornitore/"]').first().getAttribute('href')
  return new URL(link ?? '').pathname
}

test('somebody outside gets a link, accepts and says with a photo that it is done; taken back, it opens nothing', async ({
  page,
  request,
}, info) => {
  const number = await sendReport(request, `Ringhiera ${info.project.name} ${Date.now()}`, await photo('prima.jpg'))
  await signIn(page, 'urp')
  await page.goto(`/operatori/segnalazioni/${number}`)
  const form = await openAction(page, 'Affidata a un fornitore con un collegamento')
  await expectNoBarrier(page)
  await form.getByLabel('Nome').fill('Ferro srl')
  await form.getByLabel('E-mail').fill('ferro@example.org')
  await form.getByLabel('Che cosa c’è da fare').fill('Saldare la ringhiera, lo chiede Ada Verdi.')
  await form.getByText('Foto 1').click()
  await form.getByText('Ho controllato che testo e foto').click()
  await answered(page, () => form.getByRole('button').last().click())
  await expect(page.getByRole('alert')).toContainText('toglilo')
  await expect(page.getByRole('checkbox', { name: 'Foto 1' })).toBeChecked()
  await expect(page.getByRole('checkbox', { name: 'Ho controllato' })).toBeChecked()
  await page.getByLabel('Che cosa c’è da fare').fill('Saldare la ringhiera.')
  await page.locator('#action-supplier').getByRole('button').last().click()
  await expect(page.getByText('Fatto.')).toBeVisible()
  await expect(page.getByText('mai aperto')).toBeVisible()

  const path = await linkOf(page, number)
  const outside = await page
    .context()
    .browser()
    ?.newContext({ javaScriptEnabled: info.project.use.javaScriptEnabled ?? true })
  const theirs = await outside?.newPage()
  if (!theirs) throw new Error('nobody is outside')
  await theirs.goto(new URL(path, page.url()).href)
  await expect(theirs.getByText('Saldare la ringhiera.')).toBeVisible()
  await expect(theirs.getByText(/Ada|Verdi|ada@example/)).toHaveCount(0)
  await expect(theirs.locator('img[src*="/foto/"]')).toHaveCount(1)
  await page.goto(new URL(path, page.url()).href)
  await expectNoBarrier(page)
  await theirs.getByRole('button', { name: 'Accetto il lavoro' }).click()
  await expect(theirs.getByText('Grazie: l’ente sa che hai accettato.')).toBeVisible()
  await theirs.getByRole('button', { name: 'Comunica che è finito' }).click()
  await expect(theirs.getByRole('alert')).toContainText('Scrivi due parole')
  await theirs.getByLabel('Che cosa è stato fatto').fill('Saldata.')
  await theirs
    .getByLabel('Foto del lavoro')
    .setInputFiles({ name: 'dopo.jpg', mimeType: 'image/jpeg', buffer: Buffer.from('no') })
  await theirs.getByRole('button', { name: 'Comunica che è finito' }).click()
  await expect(theirs.locator('#done-photos')).toHaveAttribute('aria-invalid', 'true')
  await theirs.getByLabel('Foto del lavoro').setInputFiles(await photo('dopo.jpg'))
  await theirs.getByRole('button', { name: 'Comunica che è finito' }).click()
  await expect(theirs.getByText('Grazie: l’ente sa che hai finito.')).toBeVisible()

  await page.goto('/operatori?azione=supplier')
  await expect(page.locator(`a[href*="/operatori/segnalazioni/${number}"]`).first()).toBeVisible()
  await page.goto(`/operatori/segnalazioni/${number}`)
  await expect(page.getByText('Saldata.')).toBeVisible()
  await page.getByRole('button', { name: 'Revoca il collegamento di Ferro srl' }).click()
  await expect(page.getByText('Fatto.')).toBeVisible()
  await theirs.reload()
  await expect(theirs.getByText('Questo collegamento è stato revocato')).toBeVisible()
  await outside?.close()
})

test('a link that nobody made opens nothing, and the address book is filled in by an administrator', async ({ page }, info) => {
  const answer = await page.goto(`/fornitore/${'A'.repeat(43)}`)
  expect(answer?.status()).toBe(404)
  await page.goto('/operatori/accedi')
  await signIn(page, 'admin')
  await page.goto('/operatori/impostazioni/fornitori')
  await expectNoBarrier(page)
  const name = `Verde ${info.project.name} ${Date.now()}`
  const add = page.locator('#form-new')
  if (!(await add.isVisible())) await page.getByText('Aggiungi un fornitore').click()
  await add.getByLabel('Nome').fill(name)
  await add.getByRole('button', { name: 'Salva' }).click()
  await expect(page.getByRole('alert')).toContainText('Scrivi un’e-mail')
  await page.locator('#form-new').getByLabel('E-mail').fill('verde@example.org')
  await page.locator('#form-new').getByRole('button', { name: 'Salva' }).click()
  await expect(page.getByText(`Modifica ${name}`)).toBeVisible()
})
