import { randomUUID } from 'node:crypto'
import { expect, test } from '@playwright/test'
import { expectNoBarrier } from './barriers.ts'
import { sendReport, signIn } from './desk.ts'

test('a rule is written, tried on what came before, kept, and followed by a new report, which says why', async ({
  page,
  request,
}) => {
  test.slow()
  const word = `parola${randomUUID().slice(0, 8).replaceAll('-', '')}`
  const before = await sendReport(request, `Prima ${word}`)
  await signIn(page, 'admin')
  await page.goto('/operatori/impostazioni/regole')
  await expectNoBarrier(page)
  await page.getByRole('link', { name: 'Nuova regola' }).click()
  await page.getByRole('button', { name: 'Salva la regola' }).click()
  await expect(page.getByRole('alert')).toContainText('Scrivi il nome della regola.')
  await expectNoBarrier(page)
  await page.getByLabel('Nome della regola').fill(`Regola ${word}`)
  await page.getByLabel('Che cosa', { exact: true }).selectOption({ label: 'Parole nel testo' })
  await page.getByLabel('Parole o espressioni').fill(`altro, ${word.toUpperCase()}`)
  await page.getByRole('button', { name: 'Aggiungi una riga' }).click()
  await expect(page.getByLabel('Parole o espressioni').first()).toHaveValue(`altro, ${word.toUpperCase()}`)
  const second = page.getByRole('group', { name: 'Condizione 2' })
  await second.getByLabel('Che cosa', { exact: true }).selectOption({ label: 'Tipo di segnalazione' })
  await second.getByRole('checkbox', { name: 'Disservizio' }).focus()
  await page.keyboard.press('Space')
  await page.getByLabel('Va all’ufficio').selectOption({ label: 'Polizia locale' })
  await page.getByLabel('Priorità').selectOption({ label: 'urgente' })
  await page.getByRole('button', { name: 'Salva la regola' }).click()
  await expect(page.getByText('La regola non è ancora salvata')).toBeVisible()
  const tried = page.getByRole('row', { name: new RegExp(before) })
  await expect(tried).toContainText('va a Polizia locale')
  await expectNoBarrier(page)
  const says = `Se il testo contiene «altro» o «${word.toUpperCase()}» e il tipo è Disservizio`
  // Somebody else may change the rules meanwhile: that is said, and the second time it is kept.
  await expect(async () => {
    await page
      .getByRole('button', { name: /^(Conferma e salva|Salva la regola)$/ })
      .first()
      .click()
    await expect(page.getByText(says).first()).toBeVisible({ timeout: 2000 })
  }).toPass()
  await expectNoBarrier(page)

  await page.context().clearCookies()
  await signIn(page, 'urp')
  // What a body sets holds within a second.
  await expect(async () => {
    await page.goto(`/operatori/segnalazioni/${await sendReport(request, `Dopo ${word}`)}`)
    await expect(page.getByText(`Regola «Regola ${word}»: ufficio, priorità`)).toBeVisible({ timeout: 1000 })
  }).toPass()
  await expect(
    page
      .locator('dl')
      .getByText(/Polizia locale/)
      .first(),
  ).toBeVisible()
  await expectNoBarrier(page)

  await page.context().clearCookies()
  await signIn(page, 'admin')
  await expect(async () => {
    await page.goto('/operatori/impostazioni/regole')
    await page.getByRole('button', { name: `Elimina Regola ${word}` }).click()
    await expect(page.getByRole('link', { name: `Regola ${word}` })).toHaveCount(0, { timeout: 2000 })
  }).toPass()
})
