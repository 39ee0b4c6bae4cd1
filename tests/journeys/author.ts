import { expect, type Page } from '@playwright/test'

/** The private link of a report, as its author finds it in the mail. */
export async function privateLink(page: Page, number: string): Promise<string> {
  await openLetter(page, number)
  const link = await page.locator('a[href*="/segui/"]').first().getAttribute('href')
  return new URL(link ?? '').pathname
}

/** Waits for the newest letter to the author of a report and opens it; those to the staff are about the same one. */
export async function openLetter(page: Page, number: string, about = ''): Promise<void> {
  const subject = new RegExp(`n\\. ${number}[ ,:].*${about}|${about}.*n\\. ${number}[ ,:]`)
  const toAuthors = page.getByRole('row').filter({ hasNotText: '@genova.example' })
  const letter = toAuthors.getByRole('link', { name: subject })
  await expect(async () => {
    await page.goto('/sviluppo/posta')
    await expect(letter.first()).toBeVisible({ timeout: 500 })
  }).toPass({ timeout: 30_000 })
  await letter.first().click()
}

/** Opens the private page beside whatever else is open. */
export async function openAgain(page: Page, link: string): Promise<Page> {
  const other = await page.context().newPage()
  await other.goto(link)
  return other
}
