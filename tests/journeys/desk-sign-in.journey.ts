import { expect, test } from '@playwright/test'
import { expectNoBarrier } from './barriers.ts'
import { enter, signIn } from './desk.ts'

test('an invitation asks for a good password, and one that is over says so', async ({ page }) => {
  await page.goto('/operatori/password/un-invito-che-non-vale-piu-0000000000000000')
  await expectNoBarrier(page)
  const set = async (password: string, repeat: string) => {
    await page.getByLabel('Nuova password').fill(password)
    await page.getByLabel('Ripeti la password').fill(repeat)
    await page.getByRole('button', { name: 'Salva la password' }).click()
  }
  await set('corta', 'corta')
  await expect(page.getByText('La password deve avere almeno 12 caratteri.')).toBeVisible()
  await expectNoBarrier(page)
  await set('il gatto dorme', 'il gatto dormi')
  await expect(page.getByText('Le due password non sono uguali.')).toBeVisible()
  await set('il gatto dorme', 'il gatto dorme')
  await expect(page.getByText('Questo invito non vale più')).toBeVisible()
  await expectNoBarrier(page)
})

test('after signing in one is where one wanted to go, and never anywhere else', async ({ page }) => {
  await page.goto('/operatori?azione=work')
  await expect(page).toHaveURL(/\/operatori\/accedi\?poi=/)
  const wanted = new URL(page.url()).searchParams.get('poi')
  expect(wanted).toBe('/operatori?azione=work')
  await signIn(page, 'urp')
  for (const elsewhere of [
    'https://example.org/',
    '//example.org/',
    '/operatori//example.org',
    '/segnalazioni',
    '\\example.org',
  ]) {
    await page.goto(`/operatori/accedi?poi=${encodeURIComponent(elsewhere)}`)
    await expect(page).toHaveURL(/\/operatori$/)
  }
  await page.goto(`/operatori/accedi?poi=${encodeURIComponent('/operatori?azione=work')}`)
  await expect(page).toHaveURL(/\/operatori\?azione=work$/)

  await page.context().clearCookies()
  await enter(page, 'sindaco')
  await expect(page).toHaveURL(/\/operatori\/dati$/)
  await page.getByText('Risolta', { exact: true }).click()
  await page.getByRole('button', { name: 'Mostra', exact: true }).click()
  await expect(page).toHaveURL(/stato=resolved/)
  await expect(page.getByRole('link', { name: 'Scarica in CSV' })).toHaveAttribute(
    'href',
    /^\/operatori\/dati\/csv\?.*stato=resolved/,
  )
  await expectNoBarrier(page)
})
