import { writeFile } from 'node:fs/promises'
import { expect, type Page, test } from '@playwright/test'
import sharp from 'sharp'
import { expectNoBarrier } from './barriers.ts'
import { formReady, goOn, photo, runsScripts, startReport } from './wizard.ts'

const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>')
const bomb = () =>
  sharp({ create: { width: 20_000, height: 20_000, channels: 3, background: '#000' }, limitInputPixels: false })
    .png({ compressionLevel: 1 })
    .toBuffer()
const cut = async () => {
  const whole = await photo()
  return whole.subarray(0, Math.floor(whole.length / 2))
}

async function give(page: Page, field: 'photo' | 'document', name: string, buffer: Buffer, scripts: boolean): Promise<void> {
  // From a file, since bytes of this size do not get into a page without scripts.
  const path = test.info().outputPath(name)
  await writeFile(path, buffer)
  await page.locator(`#${field}`).setInputFiles(path)
  const button = field === 'photo' ? 'Carica file Immagini' : 'Carica file Allega documenti'
  if (!scripts) await page.getByRole('button', { name: button }).click()
}

const bad = [
  ['an SVG with a script', 'photo', 'disegno.svg', async () => svg, 'non è un’immagine che possiamo usare'],
  ['a fake extension', 'photo', 'foto.jpg', async () => Buffer.from('non sono una foto'), 'non è un’immagine che possiamo usare'],
  ['a photo that is cut short', 'photo', 'rotta.jpg', cut, 'è danneggiata o incompleta'],
  ['a bomb of pixels', 'photo', 'bomba.png', bomb, 'ha dimensioni troppo grandi'],
  ['a photo that is too heavy', 'photo', 'pesante.jpg', async () => Buffer.alloc(15 * 1024 * 1024 + 1), 'supera i 15 MB'],
  [
    'a program as a document',
    'document',
    'relazione.pdf',
    async () => Buffer.from('MZ'),
    'non è un documento che possiamo usare',
  ],
] as const

for (const [what, field, name, bytes, message] of bad) {
  test(`${what} is refused beside its field, and what was typed stays`, async ({ page }, { project }) => {
    const scripts = runsScripts(project)
    await startReport(page, scripts)
    await page.locator('#title').fill('Non perdermi')
    await give(page, field, name, await bytes(), scripts)
    await expect(page.locator(`#${field}-error`)).toContainText(`«${name}» ${message}`)
    await expect(page.locator('#title')).toHaveValue('Non perdermi')
    await expect(page.locator('.fd-files')).toBeHidden()
    await expectNoBarrier(page)
  })
}

test('photos and documents are stored at once, shown, taken out again, and counted', async ({ page }, { project }) => {
  const scripts = runsScripts(project)
  await startReport(page, scripts)
  await give(page, 'photo', 'uno.jpg', await photo(), scripts)
  await give(page, 'document', 'relazione.pdf', Buffer.from('%PDF-1.7\nciao\n%%EOF\n'), scripts)
  await expect(page.getByRole('button', { name: 'Elimina uno.jpg' })).toBeVisible()
  await expect(page.getByRole('button', { name: 'Elimina relazione.pdf' })).toBeVisible()
  await expectNoBarrier(page)
  const shown = await page.request.get((await page.locator('.fd-files img').getAttribute('src')) ?? '')
  expect(shown.headers()['content-type']).toBe('image/jpeg')

  await page.getByRole('button', { name: 'Elimina uno.jpg' }).click()
  await expect(page.getByRole('button', { name: 'Elimina uno.jpg' })).toBeHidden()
  await formReady(page, scripts)
  const buffer = await photo()
  const six = Array.from({ length: 6 }, (_, index) => ({ name: `foto-${index + 1}.jpg`, mimeType: 'image/jpeg', buffer }))
  await page.locator('#photo').setInputFiles(six)
  if (!scripts) await page.getByRole('button', { name: 'Carica file Immagini' }).click()
  await expect(page.locator('#photo-error')).toContainText('«foto-6.jpg» non è stato aggiunto')
  await expect(page.locator('.fd-files img')).toHaveCount(5)
})

test('a file chosen without pressing the upload button goes with the form', async ({ page }, { project }) => {
  test.skip(runsScripts(project), 'with scripts a file goes at once')
  await startReport(page, false)
  await page.locator('#photo').setInputFiles({ name: 'uno.jpg', mimeType: 'image/jpeg', buffer: await photo() })
  await goOn(page)
  await expect(page.getByRole('button', { name: 'Elimina uno.jpg' })).toBeVisible()
})
