import { expect, type Page, test } from '@playwright/test'
import { expectNoBarrier } from './barriers.ts'
import { sendAs, signIn } from './desk.ts'

/** Goes on with the tabulator until a field has the focus, as somebody without a mouse does. */
async function tabTo(page: Page, id: string): Promise<void> {
  for (let step = 0; step < 60; step++) {
    if ((await page.locator(`#${id}:focus`).count()) > 0) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`nobody comes to ${id} by keyboard`)
}

async function type(page: Page, id: string, text: string): Promise<void> {
  await tabTo(page, id)
  await page.keyboard.type(text)
}

test('a call is written down by keyboard alone: who called before, what is alike, the link to hand over', async ({
  page,
  request,
}, info) => {
  const surname = `Ponti${Date.now()}${info.project.name.length}`
  const title = `Lampione spento ${surname}`
  const before = await sendAs(request, {
    title,
    first_name: 'Rita',
    last_name: surname,
    email: `${surname}@example.org`,
    lat: '44.4145',
    long: '8.9262',
  })
  await signIn(page, 'urp')
  await page.goto('/operatori/segnalazioni/nuova')
  await expectNoBarrier(page)

  await type(page, 'description', `Il lampione ${surname} è spento da ieri sera. Si inciampa.`)
  await type(page, 'categoryTyped', 'creuze')
  await type(page, 'find', surname)
  await page.keyboard.press('Enter')
  await expect(page.getByText('1 persona trovata')).toBeVisible()
  await expectNoBarrier(page)
  await page.getByRole('button', { name: `Usa i dati di Rita ${surname}` }).press('Enter')
  await expect(page.getByLabel('Nome', { exact: true })).toHaveValue('Rita')
  await expect(page.getByLabel('Che cosa è stato detto')).toHaveValue(/è spento da ieri sera/)

  await page.locator('#email').fill('')
  await page.locator('#note').focus()
  await page.keyboard.type('Ha fretta.')
  await page.getByRole('button', { name: 'Registra', exact: true }).press('Enter')
  await expect(page.getByRole('alert')).toContainText('Scegli se la segnalazione può essere pubblica')
  await page.locator('#consent-2').press('Space')
  await page.getByRole('button', { name: 'Registra', exact: true }).press('Enter')
  await expect(page.getByRole('heading', { name: /^Registrata: n\. \d+/ })).toBeVisible()
  await expectNoBarrier(page)
  const link = page.locator('a[href*="/segui/"]').first()
  await expect(link).toBeVisible()
  await page.getByRole('link', { name: 'Apri la segnalazione' }).click()
  await expect(page.getByRole('heading', { name: new RegExp(`Il lampione ${surname} è spento da ieri sera`) })).toBeVisible()
  await expect(page.getByText('Ha fretta.')).toBeVisible()
  expect(Number(before)).toBeGreaterThan(0)
})

test('what was reported already is shown before it is recorded, and can be joined', async ({ page, request }, info) => {
  const word = `pozzanghera${Date.now()}${info.project.name.length}`
  const number = await sendAs(request, {
    title: `Grande ${word}`,
    description: `Una ${word} enorme.`,
    lat: '44.41515',
    long: '8.92525',
  })
  await signIn(page, 'urp')
  await page.goto('/operatori/segnalazioni/nuova')
  await page.getByLabel('Che cosa è stato detto').fill(`C’è una ${word} che non passa.`)
  await page.getByLabel('Categoria').fill('creuze')
  await page.getByLabel('Cerca un luogo').fill('Via Balbi')
  const option = page.locator('#search-option-0')
  if (info.project.name === 'narrow-no-js') await page.getByRole('button', { name: 'Cerca', exact: true }).first().click()
  else await option.click()
  await page.getByText('No, o non è stato chiesto').click()
  await expect(page.getByText('Forse è già stata segnalata')).toBeVisible()
  await page.getByText(`Insieme alla n. ${number}`).click()
  await page.getByLabel('Documenti').setInputFiles({ name: 'lettera.pdf', mimeType: 'text/plain', buffer: Buffer.from('no') })
  await page.getByRole('button', { name: 'Registra', exact: true }).click()
  await expect(page.locator('#document')).toHaveAttribute('aria-invalid', 'true')
  const letter = Buffer.from('%PDF-1.4\n%%EOF\n')
  await page.getByLabel('Documenti').setInputFiles({ name: 'lettera.pdf', mimeType: 'application/pdf', buffer: letter })
  await expectNoBarrier(page)
  await page.getByRole('button', { name: 'Registra', exact: true }).click()
  await expect(page.getByText(`È nel gruppo della n. ${number}.`)).toBeVisible()
  await page.getByRole('link', { name: 'Apri la segnalazione' }).click()
  await expect(page.getByRole('link', { name: 'lettera.pdf' })).toBeVisible()
})
