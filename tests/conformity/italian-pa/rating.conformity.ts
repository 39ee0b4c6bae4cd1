import { expect, type Page, test } from '@playwright/test'
import { findSheets, firstLevel, secondLevel } from './pages-of-site.ts'

test.describe.configure({ mode: 'default' })
test.use({ viewport: { width: 3840, height: 2160 } })

const negative = [
  ...['A volte le indicazioni non erano chiare', 'A volte le indicazioni non erano complete'],
  ...['A volte non capivo se stavo procedendo correttamente', 'Ho avuto problemi tecnici', 'Altro'],
]
const positive = [
  ...['Le indicazioni erano chiare', 'Le indicazioni erano complete'],
  ...['Capivo sempre che stavo procedendo correttamente', 'Non ho avuto problemi tecnici', 'Altro'],
]

/** What is wrong with the rating of a page: it is looked at before and after each star, as the official check does. */
async function wrongWith(page: Page, path: string): Promise<readonly string[]> {
  await page.goto(path)
  const hook = (name: string) => page.locator(`[data-element="feedback"] [data-element="${name}"]`)
  const texts = async (name: string, inside: string) =>
    (await hook(name).locator(`[data-element="${inside}"]`).allTextContents()).map((text) => text.trim())
  const wrong: string[] = []
  const says = (name: string, found: unknown, wanted: unknown) => {
    if (JSON.stringify(found) !== JSON.stringify(wanted)) wrong.push(`${path} ${name}: ${JSON.stringify(found)}`)
  }
  says('title', await hook('feedback-title').allTextContents(), ['Quanto sono chiare le informazioni su questa pagina?'])
  says('difficulty', await texts('feedback-rating-negative', 'feedback-rating-question'), [
    'Dove hai incontrato le maggiori difficoltà?',
  ])
  says('difficulties', await texts('feedback-rating-negative', 'feedback-rating-answer'), negative)
  says('liked', await texts('feedback-rating-positive', 'feedback-rating-question'), [
    'Quali sono stati gli aspetti che hai preferito?',
  ])
  says('likings', await texts('feedback-rating-positive', 'feedback-rating-answer'), positive)
  says('words', await hook('feedback-input-text').count(), 1)
  for (const stars of [1, 2, 3, 4, 5]) {
    await hook(`feedback-rate-${stars}`).click()
    const shown = await page.evaluate(() =>
      ['negative', 'positive'].filter((kind) => {
        const box = document.querySelector(`[data-element="feedback-rating-${kind}"]`)?.getBoundingClientRect()
        return box && box.width > 0 && box.height > 0 && box.top > 0
      }),
    )
    says(`${stars}`, shown, [stars < 4 ? 'negative' : 'positive'])
  }
  return wrong
}

test('C.SI.2.5: every page of the first and second level asks how clear it is, and each star leads to its own question', async ({
  page,
}) => {
  const wrong: string[] = []
  for (const path of [...firstLevel, ...secondLevel]) wrong.push(...(await wrongWith(page, path)))
  expect(wrong).toEqual([])
})

test('C.SI.2.6: every sheet asks how clear it is, and each star leads to its own question', async ({ page }) => {
  const wrong: string[] = []
  for (const path of (await findSheets(page)).slice(0, 15)) wrong.push(...(await wrongWith(page, path)))
  expect(wrong).toEqual([])
})
