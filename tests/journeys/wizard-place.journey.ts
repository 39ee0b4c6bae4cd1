import { expect, test } from '@playwright/test'
import { expectNoBarrier } from './barriers.ts'
import { describeProblem, formReady, goOn, photo, press, runsScripts, startReport } from './wizard.ts'

test('an address that is not found, or that is several, is asked about', async ({ page }, { project }) => {
  const scripts = runsScripts(project)
  await startReport(page, scripts)
  await page.locator('#search').fill('xyzzy')
  await goOn(page)
  await expect(page.getByRole('alert')).toContainText('Scegli il luogo: «xyzzy» non basta')
  await formReady(page, scripts)
  await page.locator('#search').fill('via xx settem')
  await goOn(page)
  await expect(page.getByRole('group', { name: /Scegli il luogo tra quelli trovati/ })).toBeVisible()
  await expectNoBarrier(page)
  await press(page, /^Via XX Settembre/)
  await formReady(page, scripts)
  await describeProblem(page)
  await goOn(page)
  await expect(page.locator('dd', { hasText: 'Via XX Settembre' })).toBeVisible()
})

test('an address written out is taken as it is', async ({ page }, { project }) => {
  await startReport(page, runsScripts(project))
  await page.locator('#search').fill('piazza de ferrari')
  await describeProblem(page)
  await goOn(page)
  await expect(page.locator('dd', { hasText: 'Piazza De Ferrari' })).toBeVisible()
})

test('a tap on the picture of the map puts the pin, nearer at every tap', async ({ page }, { project }) => {
  test.skip(runsScripts(project), 'with scripts the map is a map')
  await startReport(page, false)
  const map = page.locator('.fd-map-tap')
  const before = await map.getAttribute('src')
  await map.click({ position: { x: 140, y: 80 } })
  await expect(page.getByText('Luogo scelto:')).toBeVisible()
  const after = await map.getAttribute('src')
  expect(zoomOf(after)).toBeGreaterThan(zoomOf(before))
  await map.click({ position: { x: 130, y: 110 } })
  expect(zoomOf(await map.getAttribute('src'))).toBeGreaterThan(zoomOf(after))
  await expectNoBarrier(page)
  await page.getByRole('button', { name: 'Allarga la mappa' }).click()
  await expect(page.getByText('Luogo scelto:')).toBeVisible()
})

test('a point on the map is named after the street beside it', async ({ page }, { project }) => {
  test.skip(!runsScripts(project), 'the map needs scripts')
  await startReport(page, true)
  const map = page.getByRole('application')
  await map.scrollIntoViewIfNeeded()
  await map.locator('canvas').first().waitFor()
  await map.click()
  await expect(page.getByText('Luogo scelto:')).toBeVisible()
  await expectNoBarrier(page)
})

test('the person’s position is the place, and one outside the territory is said to be so', async ({ page, context }, {
  project,
}) => {
  test.skip(!runsScripts(project), 'the position needs scripts')
  await context.grantPermissions(['geolocation'])
  await context.setGeolocation({ longitude: 8.934, latitude: 44.4072 })
  await startReport(page, true)
  await page.getByRole('button', { name: 'Usa la tua posizione' }).click()
  await expect(page.getByText('Luogo scelto: Piazza De Ferrari')).toBeVisible()
  await context.setGeolocation({ longitude: 12.5, latitude: 41.9 })
  await page.getByRole('button', { name: 'Usa la tua posizione' }).click()
  await expect(page.getByText('Questo punto è fuori dal territorio')).toBeVisible()
  await goOn(page)
  await expect(page.getByRole('alert')).toContainText('Questo punto è fuori dal territorio')
})

test('the place of a photo is offered, and taken only when it is chosen', async ({ page }, { project }) => {
  const scripts = runsScripts(project)
  await startReport(page, scripts)
  const buffer = await photo({ latitude: '44/1 24/1 2580/100', longitude: '8/1 56/1 240/100' })
  await page.locator('#photo').setInputFiles({ name: 'piazza.jpg', mimeType: 'image/jpeg', buffer })
  if (!scripts) await page.getByRole('button', { name: 'Carica file Immagini' }).click()
  const offer = page.getByRole('button', { name: 'Usa il luogo della foto «piazza.jpg»' })
  await expect(offer).toBeVisible()
  await expect(page.getByText('Luogo scelto:')).toBeHidden()
  await expectNoBarrier(page)
  await offer.click()
  await expect(page.getByText('Luogo scelto: Piazza De Ferrari')).toBeVisible()
})

function zoomOf(src: string | null): number {
  return Number(new URL(src ?? '', 'http://x').searchParams.get('zoom'))
}
