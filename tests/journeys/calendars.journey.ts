import { expect, test } from '@playwright/test'
import { expectNoBarrier } from './barriers.ts'
import { signIn } from './desk.ts'

test('an administrator sets up a calendar of appointments, sees what is free and renews the address of its agenda', async ({
  page,
  request,
}, { project }) => {
  test.skip(project.name === 'narrow', 'administrators set calendars on large screens, and without scripts')
  const name = `Prova ${project.name} ${Date.now()}`
  await signIn(page, 'admin')
  await page.goto('/operatori/impostazioni/appuntamenti')
  await expectNoBarrier(page)
  await page.getByRole('link', { name: 'Nuovo calendario' }).click()
  await page.locator('#title').fill(name)
  await page.locator('#office').selectOption({ label: 'Ufficio relazioni con il pubblico (URP)' })
  await page.getByLabel('lunedì').fill('09:00-12:00')
  await page.locator('#reason-0-name').fill('Consegna di documenti')
  await page.locator('#reason-0-minutes').fill('2')
  await page.getByRole('button', { name: 'Salva il calendario' }).click()
  await expect(page.getByRole('alert')).toContainText('Scrivi i minuti')
  await expect(page.locator('#reason-0-minutes')).toHaveAttribute('aria-invalid', 'true')
  await expect(page.locator('#title')).toHaveValue(name)
  await expectNoBarrier(page)
  await page.locator('#reason-0-minutes').fill('20')
  await page.getByRole('button', { name: 'Salva il calendario' }).click()
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible()
  await expect(page.locator('dd li').first()).toContainText('alle ore 09:00')
  await expectNoBarrier(page)

  await page.locator('#closure-0-from').fill('2099-08-10')
  await page.locator('#closure-0-to').fill('2099-08-14')
  await page.getByRole('button', { name: 'Salva il calendario' }).click()
  await expect(page.locator('#closure-0-to')).toHaveValue('2099-08-14')
  await expect(page.getByText('dal 10/08/2099 al 14/08/2099')).toBeVisible()

  const address = await page.locator('code').innerText()
  expect(await (await request.get(new URL(address).pathname)).text()).toContain(`Appuntamenti: ${name}`)
  await page.getByRole('button', { name: 'Crea un altro indirizzo' }).click()
  await expect(page.getByText('L’indirizzo è nuovo')).toBeVisible()
  expect((await request.get(new URL(address).pathname)).status()).toBe(404)
})
