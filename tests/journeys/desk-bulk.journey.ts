import { expect, test } from '@playwright/test'
import { expectNoBarrier } from './barriers.ts'
import { act, openAction, sendReport, signIn } from './desk.ts'

test('many are closed at once; what cannot be is told before, with its reason', async ({ page, request }) => {
  test.slow()
  const title = `Tutte insieme ${Date.now()} ${test.info().project.name}`
  const numbers: string[] = []
  for (let n = 0; n < 6; n++) numbers.push(await sendReport(request, `${title} ${n}`))
  await signIn(page, 'urp')
  for (const number of numbers.slice(0, 3)) {
    await page.goto(`/operatori/segnalazioni/${number}`)
    await act(page, 'Rispondi e chiudi: risolta', { 'Risposta ufficiale': 'Era stata riparata.' })
  }
  await page.goto(`/operatori?q=${encodeURIComponent(title)}`)
  await expect(page.locator('.fd-desk-row')).toHaveCount(6)
  await page.getByRole('link', { name: 'Azione su tutte queste' }).click()
  await expect(page.getByText('6 segnalazioni scelte')).toBeVisible()
  await expectNoBarrier(page)

  const resolve = await openAction(page, 'Rispondi e chiudi: risolte')
  await resolve.getByRole('button').click()
  await expect(page.locator('details[open]').getByText('Scrivi un testo.')).toBeVisible()
  await expectNoBarrier(page)
  const again = page.locator('details[open] form')
  await again.getByLabel('Risposta ufficiale').fill('Sono state riparate tutte. Grazie.')
  await again.getByRole('button').click()
  await expect(page.getByText('3 segnalazioni saranno cambiate')).toBeVisible()
  await expect(page.getByText('3 segnalazioni non si possono cambiare')).toBeVisible()
  await expect(page.getByText('Nello stato in cui si trova').first()).toBeVisible()
  await expectNoBarrier(page)

  await page.getByRole('button', { name: 'Conferma e procedi' }).click()
  await expect(async () => {
    await page.reload()
    await expect(page.getByText('Finita')).toBeVisible()
  }).toPass({ timeout: 30_000 })
  await expect(page.getByText('3 di 6 fatte')).toBeVisible()
  await expectNoBarrier(page)
  await page.goto(`/operatori/segnalazioni/${numbers[5]}`)
  await expect(page.getByText('Sono state riparate tutte. Grazie.').first()).toBeVisible()
})

test('some are chosen in the list', async ({ page, request }) => {
  const title = `Scelte a mano ${Date.now()} ${test.info().project.name}`
  for (let n = 0; n < 2; n++) await sendReport(request, `${title} ${n}`)
  await signIn(page, 'urp')
  await page.goto(`/operatori?q=${encodeURIComponent(title)}`)
  for (const box of await page.getByRole('checkbox', { name: /^Scegli la n\./ }).all()) await box.check()
  await page.getByRole('button', { name: 'Azione sulle scelte' }).click()
  await expect(page.getByText('2 segnalazioni scelte')).toBeVisible()
})
