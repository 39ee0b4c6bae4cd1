import { expect, type Page } from '@playwright/test'
import sharp from 'sharp'

/** Whether this project's browser runs scripts. */
export function runsScripts(project: { readonly use: { readonly javaScriptEnabled?: boolean } }): boolean {
  return project.use.javaScriptEnabled !== false
}

/** The library draws its own boxes over those of the browser: people press the words beside them. */
export async function press(page: Page, words: string | RegExp): Promise<void> {
  await page.locator('label').filter({ hasText: words }).first().click()
}

export async function goOn(page: Page, button = 'Avanti'): Promise<void> {
  await page.locator('.fd-actions').getByRole('button', { name: button, exact: true }).click()
}

/** From the first page to the form, which is ready when its scripts are, where there are any. */
export async function startReport(page: Page, scripts: boolean, kind = 'Disservizio'): Promise<void> {
  await page.goto('/segnala')
  await press(page, new RegExp(`^${kind}`))
  await press(page, /^Ho letto e compreso/)
  await goOn(page)
  await formReady(page, scripts)
}

export async function formReady(page: Page, scripts: boolean): Promise<void> {
  await expect(page).toHaveURL(/\/segnala\/dati/)
  await expect(page.getByRole(scripts ? 'combobox' : 'textbox', { name: 'Cerca un luogo' })).toBeVisible()
}

/** Everything that a report needs but its place. */
export async function describeProblem(page: Page, title = 'Gradino rotto'): Promise<void> {
  await page.locator('#category').selectOption({ label: 'Semafori' })
  await page.locator('#title').fill(title)
  await page.locator('#description').fill('Il semaforo è spento\ne si attraversa a fatica.')
  await page.locator('#firstName').fill('Ada')
  await page.locator('#lastName').fill('Verdi')
  await page.locator('#email').fill('ada@example.org')
  await press(page, /^Sì, può essere pubblica/)
}

/** The whole form, up to the summary. */
export async function fillReport(page: Page, scripts: boolean, title?: string): Promise<void> {
  await startReport(page, scripts)
  await choosePlace(page, scripts)
  await describeProblem(page, title)
  await goOn(page)
  await expect(page).toHaveURL(/\/segnala\/riepilogo/)
}

/** A place by its address: chosen from the list as one types, or from the answers to a search. */
export async function choosePlace(page: Page, scripts: boolean): Promise<void> {
  const search = page.locator('#search')
  // At once: while one types, the list changes under the pointer.
  await search.fill('de ferrari')
  if (scripts) {
    await page.getByRole('option', { name: /Piazza De Ferrari/ }).click()
  } else {
    await page.getByRole('button', { name: 'Cerca', exact: true }).click()
    await press(page, /^Piazza De Ferrari/)
  }
}

export async function photo(place?: { latitude: string; longitude: string }): Promise<Buffer> {
  const plain = sharp({ create: { width: 640, height: 480, channels: 3, background: '#567' } })
  const located = place
    ? plain.withExif({
        IFD3: { GPSLatitudeRef: 'N', GPSLatitude: place.latitude, GPSLongitudeRef: 'E', GPSLongitude: place.longitude },
      })
    : plain
  return located.jpeg().toBuffer()
}
