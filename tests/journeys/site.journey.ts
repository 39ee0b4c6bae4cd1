import { randomUUID } from 'node:crypto'
import { expect, test } from '@playwright/test'
import sharp from 'sharp'
import { expectNoBarrier } from './barriers.ts'
import { signIn } from './desk.ts'

test('from an office to who is in charge of it, and to the place where it is found', async ({ page }) => {
  await page.goto('/amministrazione/uffici/animali')
  await expectNoBarrier(page)
  const people = page.locator('section', { has: page.getByRole('heading', { name: 'Chi ci lavora' }) })
  await expect(people.getByRole('listitem').first()).toContainText('(responsabile)')
  await people.getByRole('link', { name: 'Lucia Bruzzone' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Lucia Bruzzone' })).toBeVisible()
  await expectNoBarrier(page)
  const [person] = JSON.parse((await page.locator('script[type="application/ld+json"]').textContent()) ?? '[]')
  expect(person).toMatchObject({ '@type': 'Person', familyName: 'Bruzzone', worksFor: [{ '@type': 'GovernmentOffice' }, {}] })
  await page.goBack()
  await page.getByRole('link', { name: 'Uffici di piazza Dante' }).click()
  await expect(page.getByRole('heading', { name: 'Come si entra' })).toBeVisible()
  await expectNoBarrier(page)
  const [place] = JSON.parse((await page.locator('script[type="application/ld+json"]').textContent()) ?? '[]')
  expect(place).toMatchObject({ '@type': 'CivicStructure', address: { postalCode: '16121' } })
  await expect(page.getByRole('link', { name: 'Direzione ambiente' })).toBeVisible()
  for (const step of ['Luoghi', 'Vivere il Comune']) {
    await page.getByRole('navigation', { name: 'Percorso di navigazione' }).getByRole('link', { name: step }).click()
    await expect(page.getByRole('heading', { level: 1, name: step })).toBeVisible()
    await expectNoBarrier(page)
  }
})

test('an administrator makes a public profile and a place; what is wrong stands beside its row, and everybody reads the rest', async ({
  page,
}, { project }) => {
  test.skip(project.name === 'narrow', 'administrators set people and places on large screens, and without scripts')
  test.slow()
  const tail = randomUUID().slice(0, 8)
  await signIn(page, 'admin')
  await page.goto('/operatori/impostazioni/profili/nuovo')
  await page.getByLabel('Nome', { exact: false }).first().fill('Viola')
  await page.getByLabel('Cognome').fill(`Prova${tail}`)
  await page.getByLabel('Codice').fill(`viola-${tail}`)
  await page.locator('#post-office-0').selectOption({ label: 'Polizia locale' })
  await page.locator('#post-title-0').fill('Agente')
  await page.locator('#post-charge-0').selectOption('Sì')
  await page.locator('#contact-kind-1').selectOption('E-mail')
  await page.locator('#contact-value-1').fill('viola@prova.example')
  await page.getByRole('button', { name: 'Salva' }).click()
  await expect(page.locator('#post-charge-0-error')).toContainText('ha già un responsabile')
  await expect(page.locator('#contact-value-0')).toHaveValue('viola@prova.example')
  await expectNoBarrier(page)
  await page.locator('#post-charge-0').selectOption('No')
  await page.getByRole('button', { name: 'Salva' }).click()
  await expect(page.getByText('Salvato.')).toBeVisible()

  await page.goto('/operatori/impostazioni/luoghi/nuovo')
  await page.locator('#name').fill(`Sala ${tail}`)
  await page.locator('#code').fill(`sala-${tail}`)
  await page.locator('#description').fill('Sala per gli incontri')
  await page.locator('#address').fill('Via Prova 1')
  await page.locator('#postcode').fill('1612')
  await page.locator('#place').fill('44.4112, 8.9326')
  await page.locator('#access').fill('Rampa in cortile')
  await page.locator('#contact-kind-0').selectOption('Telefono')
  await page.locator('#contact-value-0').fill('010 000 9000')
  const picture = sharp({ create: { width: 400, height: 300, channels: 3, background: '#7aa' } }).png()
  await page.locator('#picture-file').setInputFiles({ name: 'sala.png', mimeType: 'image/png', buffer: await picture.toBuffer() })
  await page.getByRole('button', { name: 'Salva' }).click()
  await expect(page.locator('#picture-alt-error')).toContainText('decorativa')
  await page.locator('#picture-alt').fill('La sala con le sedie')
  await page.getByRole('button', { name: 'Salva' }).click()
  await expect(page.locator('#postcode-error')).toContainText('cinque cifre')
  await expectNoBarrier(page)
  await page.locator('#postcode').fill('16121')
  await page.getByRole('button', { name: 'Salva' }).click()
  await expect(page.getByText('Salvato.')).toBeVisible()

  await expect(async () => {
    await page.goto(`/vivere-il-comune/luoghi/sala-${tail}`)
    await expect(page.getByText('Rampa in cortile')).toBeVisible({ timeout: 1000 })
  }).toPass()
  await expect(page.getByRole('img', { name: 'La sala con le sedie' })).toBeVisible()
  await page.goto(`/amministrazione/personale-amministrativo/viola-${tail}`)
  await expect(page.getByRole('link', { name: 'viola@prova.example' })).toBeVisible()
})

test('what keeps somebody out is told by a form that says what it is about, and the map of the site leads there', async ({
  page,
}) => {
  await page.goto('/mappa-del-sito')
  await expectNoBarrier(page)
  await page.getByRole('main').getByRole('link', { name: 'Accessibilità' }).click()
  await expect(page.getByRole('link', { name: 'Leggi la dichiarazione di accessibilità' })).toHaveAttribute(
    'href',
    /agid\.gov\.it/,
  )
  await expectNoBarrier(page)
  await page.getByRole('link', { name: 'Scrivi all’ente' }).click()
  await expect(page.locator('[name="title"]')).toHaveValue('Problema di accessibilità')
})

test('a body that has a site of its own says where its pages lie; what is no address is refused beside its field', async ({
  page,
}, { project }) => {
  test.skip(project.name !== 'wide', 'a body has its links once')
  await signIn(page, 'admin')
  await page.goto('/operatori/impostazioni/collegamenti')
  await page.getByLabel('Media policy').fill('media policy')
  await page.getByRole('button', { name: 'Salva' }).click()
  await expect(page.getByRole('alert')).toContainText('https://')
  await expect(page.getByLabel('Media policy')).toHaveValue('media policy')
  await expectNoBarrier(page)
  const policy = `https://www.genova.example/media-policy?${randomUUID().slice(0, 8)}`
  await expect(async () => {
    await page.goto('/operatori/impostazioni/collegamenti')
    await page.getByLabel('Media policy').fill(policy)
    await page.getByRole('button', { name: 'Salva' }).click()
    await expect(page.getByText(/Salvato\.|È già così/).first()).toBeVisible({ timeout: 2000 })
  }).toPass()
  await expect(async () => {
    await page.goto('/')
    await expect(page.getByRole('link', { name: 'Media policy' })).toHaveAttribute('href', policy, { timeout: 1000 })
  }).toPass()
})

test('the menu lies open on a large screen; on a telephone a button opens it, and Escape closes it', async ({ page }, {
  project,
}) => {
  await page.goto('/note-legali')
  const menu = page.getByRole('navigation', { name: 'Principale' })
  if (project.name !== 'wide') {
    await expect(menu).toBeHidden()
    const button = page.getByRole('button', { name: 'Menu', exact: true })
    await button.press('Enter')
    await expect(menu).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(menu).toBeHidden()
    await button.click()
    await expectNoBarrier(page)
  }
  await menu.getByRole('link', { name: 'Servizi' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Servizi' })).toBeVisible()
})
