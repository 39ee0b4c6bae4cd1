import { execSync } from 'node:child_process'
import { join } from 'node:path'
import { chromium, type Page } from '@playwright/test'
import sharp from 'sharp'

/** Takes the pictures of the README from a running demonstration: `node docs/screenshots/make.ts http://127.0.0.1:3000`. */
const [base = 'http://127.0.0.1:3000'] = process.argv.slice(2)
const password = process.env.FILO_DEMO_PASSWORD ?? 'prova-prova-prova'

const executablePath = execSync('command -v chromium', { encoding: 'utf8' }).trim()
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] })
const page = await browser.newPage({ baseURL: base, locale: 'it-IT', viewport: { width: 1280, height: 900 } })

await page.goto('/')
await take('home')
await page.goto('/segnalazioni')
await take('list')
await openWizard(page)
await take('wizard')
await openFile(page)
await take('desk')
await browser.close()

async function take(name: string): Promise<void> {
  await page.waitForLoadState('networkidle')
  const picture = await page.screenshot({ animations: 'disabled' })
  const { size } = await sharp(picture)
    .png({ palette: true, colours: 96, effort: 10 })
    .toFile(join(import.meta.dirname, `${name}.png`))
  console.log(`${name}.png ${Math.round(size / 1024)} KB`)
}

/** The second step, with a place chosen and its map drawn. */
async function openWizard(at: Page): Promise<void> {
  await at.goto('/segnala')
  await at
    .locator('label')
    .filter({ hasText: /^Disservizio/ })
    .click()
  await at
    .locator('label')
    .filter({ hasText: /^Ho letto e compreso/ })
    .click()
  await at.locator('.fd-actions').getByRole('button', { name: 'Avanti', exact: true }).click()
  await at.getByRole('combobox', { name: 'Cerca un luogo' }).pressSequentially('de ferrari')
  await at.waitForLoadState('networkidle')
  await at.getByRole('option', { name: /Piazza De Ferrari/ }).click()
  await at.getByRole('heading', { name: 'Luogo' }).evaluate((heading) => heading.scrollIntoView({ behavior: 'instant' }))
}

/** The first report of the inbox, as the contact desk sees it. */
async function openFile(at: Page): Promise<void> {
  await at.goto('/operatori/accedi')
  await at.getByLabel('Indirizzo e-mail').fill('urp@genova.example')
  await at.getByLabel('Password').fill(password)
  await at.getByRole('button', { name: 'Accedi' }).click()
  await at.locator('.fd-desk-list a').first().click()
  await at.locator('.fd-desk-page .fd-stage').first().waitFor()
}
