import { expect, test } from '@playwright/test'
import { expectNoBarrier } from './barriers.ts'
import { signIn } from './desk.ts'

test('an administrator sets what the body is, when it works and what its home says; what is wrong is said beside its field', async ({
  page,
}, { project }) => {
  test.slow()
  await signIn(page, 'admin')
  for (const path of ['ente', 'segnalazioni', 'calendario', 'home']) {
    await page.goto(`/operatori/impostazioni/${path}`)
    await expectNoBarrier(page)
  }
  await page.goto('/operatori/impostazioni/calendario')
  await expect(page.getByText('Un termine di 5 giorni lavorativi')).toBeVisible()
  const monday = page.getByLabel('lunedì')
  const was = await monday.inputValue()
  await monday.fill('13:00-08:00')
  await page.getByRole('button', { name: 'Salva' }).click()
  await expect(page.getByRole('alert')).toContainText('Scrivi le fasce in ordine')
  await expect(monday).toHaveValue('13:00-08:00')
  await expectNoBarrier(page)
  await monday.fill(was)

  await page.goto('/operatori/impostazioni/home')
  const notice = `Chiusi per ferie (${project.name} ${Date.now()})`
  // Whoever else changes the body meanwhile is told of; the second time it is kept.
  const save = (text: string) =>
    expect(async () => {
      await page.goto('/operatori/impostazioni/home')
      await page.getByRole('textbox', { name: 'Avviso', exact: true }).fill(text)
      await page.getByRole('button', { name: 'Salva' }).click()
      await expect(page.getByText(/Salvato\.|È già così/).first()).toBeVisible({ timeout: 2000 })
    }).toPass()
  await save(notice)
  await expect(async () => {
    await page.goto('/')
    await expect(page.getByText('Chiusi per ferie').first()).toBeVisible({ timeout: 1000 })
  }).toPass()
  await expectNoBarrier(page)
  await save('')
  await page.goto('/operatori/impostazioni/storia')
  await page.getByLabel('Che cosa', { exact: true }).selectOption('Ente')
  await page.getByLabel('Chi', { exact: true }).selectOption('Ilaria Bixio')
  await page.getByRole('button', { name: 'Cerca', exact: true }).click()
  const change = page.getByRole('listitem').filter({ has: page.getByText(notice) })
  await expect(change.getByRole('link', { name: 'Ente: Pagina iniziale' }).first()).toBeVisible()
  await expectNoBarrier(page)
})

test('what is written and ticked before the scripts are there stays', async ({ page }, { project }) => {
  test.skip(project.name !== 'wide', 'nothing comes later where no scripts run')
  await signIn(page, 'admin')
  let release = () => {}
  const held = new Promise<void>((resolve) => {
    release = resolve
  })
  await page.route('**/*.js', async (route) => {
    await held
    await route.continue()
  })
  await page.goto('/operatori/impostazioni/segnalazioni', { waitUntil: 'commit' })
  const [days, anonymous] = [
    page.getByLabel('Per quanti giorni può riaprirla'),
    page.getByLabel('Si può segnalare senza lasciare un contatto'),
  ]
  const ticked = await anonymous.isChecked()
  await days.fill('77')
  await page.locator('label', { hasText: 'Si può segnalare senza lasciare un contatto' }).click()
  release()
  await page.getByRole('heading', { level: 1 }).click()
  await expect(async () => {
    await page.keyboard.press('?')
    await expect(page.getByRole('dialog')).toBeVisible({ timeout: 500 })
  }).toPass()
  await expect(days).toHaveValue('77')
  await expect(anonymous).toBeChecked({ checked: !ticked })
})

test('a colour on which white cannot be read is refused, another is worn by every page', async ({ page }, { project }) => {
  test.skip(project.name !== 'wide', 'the look of all pages is changed once, so that no journey sees it twice')
  await signIn(page, 'admin')
  await page.goto('/operatori/impostazioni/aspetto')
  await expectNoBarrier(page)
  await page.getByLabel('Colore dell’ente').fill('#ffcc00')
  await page.getByRole('button', { name: 'Salva' }).click()
  await expect(page.getByRole('alert')).toContainText('Il testo bianco si legge male')
  await expectNoBarrier(page)
  const save = (colour: string) =>
    expect(async () => {
      await page.goto('/operatori/impostazioni/aspetto')
      await page.getByLabel('Colore dell’ente').fill(colour)
      await page.getByRole('button', { name: 'Salva' }).click()
      await expect(page.getByText(/Salvato\.|È già così/).first()).toBeVisible({ timeout: 2000 })
    }).toPass()
  await save('#7a1230')
  await expect(async () => {
    await page.goto('/segnala')
    await expect(page.locator('.it-header-center-wrapper')).toHaveCSS('background-color', 'rgb(122, 18, 48)', { timeout: 1000 })
  }).toPass()
  await expectNoBarrier(page)
  await save('')
})
