import { expect, type Locator, type Page, test } from '@playwright/test'
import { expectNoBarrier } from './barriers.ts'
import { sendReport, signIn } from './desk.ts'

const wide = (name: string) => name === 'wide'

/** A key counts from when the page has come alive; until then it is pressed again. */
async function press(page: Page, key: string, leadsTo: Locator): Promise<void> {
  await expect(async () => {
    await page.keyboard.press(key)
    await expect(leadsTo).toBeVisible({ timeout: 500 })
  }).toPass()
}

test('ten reports are triaged by keyboard alone', async ({ page, request }) => {
  test.skip(!wide(test.info().project.name), 'single keys are for a keyboard, and want scripts')
  test.slow()
  const title = `Dalla tastiera ${Date.now()}`
  for (let n = 0; n < 10; n++) await sendReport(request, `${title} numero ${n}`)
  await signIn(page, 'urp')
  await press(page, '/', page.locator('input[type=search]:focus'))
  await page.keyboard.type(title)
  await page.keyboard.press('Enter')
  await expect(page.locator('.fd-desk-row')).toHaveCount(10)

  for (let n = 0; n < 10; n++) {
    await press(page, 'j', page.locator('.fd-desk-row-title:focus'))
    const chosen = (await page.locator('.fd-desk-row-title:focus').textContent()) ?? ''
    expect(chosen).toContain(title)
    await page.keyboard.press('Enter')
    await expect(page.getByRole('heading', { level: 1, name: chosen })).toBeVisible()
    await page.keyboard.press('e')
    await expect(page.locator('#kind-triage')).toBeFocused()
    await page.keyboard.press('Tab')
    await page.keyboard.press('Tab')
    await expect(page.locator('#priority-triage')).toBeFocused()
    await page.keyboard.type('alta')
    await page.keyboard.press('Control+Enter')
    await expect(page.getByText('Fatto.')).toBeVisible()
    await expect(page.locator('.fd-desk-page .fd-row .fd-stage')).toContainText('Presa in carico')
  }
  await expect(page.locator('.fd-desk-row').filter({ hasText: 'Presa in carico' })).toHaveCount(10)
  await expect(page.locator('.fd-desk-row').filter({ hasText: 'Priorità alta' })).toHaveCount(10)
  await expectNoBarrier(page)
})

test('a key shows the keys, and the palette does what the page can do', async ({ page, request }) => {
  test.skip(!wide(test.info().project.name), 'single keys are for a keyboard, and want scripts')
  const number = await sendReport(request, 'Per la tavolozza')
  await signIn(page, 'urp')
  await page.goto(`/operatori/segnalazioni/${number}`)
  await press(page, '?', page.getByRole('dialog', { name: 'Tasti rapidi' }))
  await expectNoBarrier(page)
  await page.keyboard.press('Escape')
  await page.keyboard.press('Control+k')
  const palette = page.getByRole('dialog', { name: 'Che cosa vuoi fare?' })
  await palette.getByRole('combobox').fill('nota interna')
  await expect(palette.getByRole('option').first()).toBeVisible()
  await expectNoBarrier(page)
  await palette.getByRole('combobox').fill('scrivi nota')
  await page.keyboard.press('Enter')
  await expect(page.locator('#text-note')).toBeFocused()

  await page.keyboard.type('Una nota a metà')
  await expect(page.getByText('Bozza salvata.')).toBeVisible()
  await page.reload()
  await expect(page.locator('#text-note')).toHaveValue('Una nota a metà')
  await press(page, 't', page.locator('#owner-take_in_charge:focus'))
  await page.locator('h1').click()
  await page.keyboard.press('f')
  await expect(page.getByRole('form', { name: 'Filtri' }).getByLabel('Assegnate a me')).toBeFocused()
  await page.locator('h1').click()
  await page.keyboard.press('f')
  await expect(page.getByRole('form', { name: 'Filtri' })).toBeHidden()
  await page.keyboard.press('Control+k')
  await palette.getByRole('combobox').fill('dividi')
  await expect(palette.getByRole('option').first()).toContainText('Dividi')
  await page.keyboard.press('Escape')
  await press(page, 'n', page.locator('#text-note:focus'))
  await page.keyboard.press('Control+Enter')
  await expect(page.getByText('Fatto.')).toBeVisible()
  await expect(page.locator('#text-note')).toHaveValue('')
})

test('the triage is a form like any other, and says beside the field what is wrong', async ({ page, request }) => {
  const number = await sendReport(request, 'Da smistare con un modulo')
  await signIn(page, 'urp')
  await page.goto(`/operatori/segnalazioni/${number}`)
  const form = page.locator('#action-triage')
  await form.getByLabel('Priorità').selectOption({ label: 'urgente' })
  await form.getByText('Osservatori, visibilità, scadenza, nota').click()
  await form.getByLabel('Risoluzione entro').fill('2020-01-01')
  await form.getByRole('button', { name: 'Salva e prendi in carico' }).click()
  await expect(form.getByText('La data è già passata.')).toBeVisible()
  await expect(form.getByLabel('Priorità')).toHaveValue('urgent')
  await expectNoBarrier(page)
  await form.getByLabel('Risoluzione entro').fill('')
  await form.getByRole('button', { name: 'Salva e prendi in carico' }).click()
  await expect(page.getByText('Fatto.')).toBeVisible()
  await expect(page.getByText('Priorità: urgente').first()).toBeVisible()
})
