import { type APIRequestContext, expect, type Page, test } from '@playwright/test'
import { expectNoBarrier } from './barriers.ts'
import { act, openAction, sendAs, sendReport, signIn } from './desk.ts'

const numberOf = async (page: Page) => Number(await page.getByRole('progressbar').getAttribute('value'))

/** Reports of nobody who could be written to, many at a time: letters would take longer than all the rest. */
async function sendMany(request: APIRequestContext, title: string, all: number): Promise<readonly string[]> {
  const atOnce = 50
  const numbers: string[] = []
  while (numbers.length < all) {
    const batch = Array.from({ length: Math.min(atOnce, all - numbers.length) }, () => sendAs(request, { title, email: '' }))
    numbers.push(...(await Promise.all(batch)))
  }
  return numbers
}

/** Closes a report past its page, as a form of it does. */
async function close(page: Page, number: string | undefined, fields: Readonly<Record<string, string>>): Promise<void> {
  const form = { version: '1', text: 'Già riparata.', ...fields }
  const headers = { origin: new URL(page.url()).origin, accept: 'text/html' }
  await page.request.post(`/operatori/segnalazioni/${number}?/move`, { form, headers, maxRedirects: 0 })
}

test('500 are answered at once, each with its own words; 3 cannot be, and it is told before why; another run is stopped', async ({
  page,
  request,
}, { project }) => {
  test.skip(project.name !== 'wide', 'so many are made once')
  test.setTimeout(180_000)
  const title = `Cinquecento${Date.now()}`
  const [first, second] = await sendMany(request, title, 499)
  await sendAs(request, { title, email: '', lat: '', long: '', address_string: 'da qualche parte' })
  await signIn(page, 'urp')
  await close(page, first, { act: 'resolve' })
  await close(page, second, { act: 'decline', reason: 'not_found' })

  await page.goto(`/operatori?q=${title}`)
  await page.getByRole('link', { name: 'Azione su tutte queste' }).click()
  await expect(page.getByText('500 segnalazioni scelte')).toBeVisible()
  const reply = await openAction(page, 'Rispondi senza chiudere')
  await reply.getByLabel('Risposta ufficiale').fill('La n. {{numero}}, nella zona {{zona}}, è in programma.')
  await reply.getByRole('button', { name: 'Vedi l’anteprima' }).click()
  await expect(page.getByText('497 segnalazioni saranno cambiate')).toBeVisible()
  await expect(page.getByText('3 segnalazioni non si possono cambiare')).toBeVisible()
  await expect(page.getByText('2: Nello stato in cui si trova')).toBeVisible()
  await expect(page.getByText('1: Nel testo c’è ancora un segnaposto')).toBeVisible()
  await expect(page.getByText(/^La n\. \d+, nella zona .+, è in programma\.$/)).toHaveCount(3)
  await expectNoBarrier(page)

  await page.getByRole('button', { name: 'Conferma e procedi' }).click()
  await expect(page.getByText('In corso')).toBeVisible()
  // Whoever left the page finds the run again, and sees it go on without doing anything.
  await page.getByRole('link', { name: 'Azioni multiple' }).first().click()
  await page.getByRole('link', { name: 'Rispondi senza chiudere' }).first().click()
  const before = await numberOf(page)
  await expect.poll(() => numberOf(page), { timeout: 30_000 }).toBeGreaterThan(before)
  await expect(page.getByText('Finita')).toBeVisible({ timeout: 90_000 })
  await expect(page.getByText('497 di 500 fatte')).toBeVisible()

  await page.goto(`/operatori?q=${title}`)
  await page.getByRole('link', { name: 'Azione su tutte queste' }).click()
  const note = await openAction(page, 'Scrivi una nota interna')
  await note.getByLabel('Nota interna').fill('Vista.')
  await note.getByRole('button', { name: 'Vedi l’anteprima' }).click()
  await page.getByRole('button', { name: 'Conferma e procedi' }).click()
  await page.getByRole('button', { name: 'Ferma' }).click()
  await expect(page.getByText('Fermata')).toBeVisible()
  const done = Number(/^\d+/.exec(await page.getByText(/ di 500 fatte/).innerText()))
  expect(done).toBeLessThan(500)
})

test('many are closed at once with a standard text and the note that goes along; what cannot be is told before', async ({
  page,
  request,
}) => {
  test.slow()
  const title = `Tutte insieme ${Date.now()} ${test.info().project.name}`
  const numbers: string[] = []
  for (let n = 0; n < 3; n++) numbers.push(await sendReport(request, `${title} ${n}`))
  await signIn(page, 'urp')
  await page.goto(`/operatori/segnalazioni/${numbers[0]}`)
  await act(page, 'Rispondi e chiudi: risolta', { 'Risposta ufficiale': 'Era stata riparata.' })
  await page.goto(`/operatori?q=${encodeURIComponent(title)}`)
  await expect(page.locator('.fd-desk-row')).toHaveCount(3)
  await page.getByRole('link', { name: 'Azione su tutte queste' }).click()
  await expect(page.getByText('3 segnalazioni scelte')).toBeVisible()
  await expectNoBarrier(page)

  const resolve = await openAction(page, 'Rispondi e chiudi: risolte')
  await resolve.getByRole('button', { name: 'Vedi l’anteprima' }).click()
  await expect(page.locator('details[open]').getByText('Scrivi un testo.')).toBeVisible()
  await expectNoBarrier(page)
  const again = page.locator('details[open] form')
  await again.getByLabel('Modello di testo').selectOption({ label: 'Risolta: intervento eseguito' })
  await again.getByRole('button', { name: 'Metti nel testo' }).click()
  await expect(again.getByLabel('Risposta ufficiale')).toHaveValue(/\{\{numero\}\}/)
  await again.getByLabel('Nota per i colleghi').fill('Chiuse insieme.')
  await again.getByRole('button', { name: 'Vedi l’anteprima' }).click()
  await expect(page.getByText('2 segnalazioni saranno cambiate')).toBeVisible()
  await expect(page.getByText('1 segnalazione non si può cambiare')).toBeVisible()
  await expect(page.getByText('Nello stato in cui si trova').first()).toBeVisible()
  await expect(page.locator('blockquote').filter({ hasText: numbers[1] ?? '' })).toBeVisible()
  await expectNoBarrier(page)

  await page.getByRole('button', { name: 'Conferma e procedi' }).click()
  await expect(async () => {
    await page.reload()
    await expect(page.getByText('Finita')).toBeVisible()
  }).toPass({ timeout: 30_000 })
  await expect(page.getByText('2 di 3 fatte')).toBeVisible()
  await expectNoBarrier(page)
  await page.goto('/operatori/massive')
  await expectNoBarrier(page)
  await page.goto(`/operatori/segnalazioni/${numbers[2]}`)
  await expect(page.getByText('Chiuse insieme.').first()).toBeVisible()
})

test('some are chosen in the list, for an action and as a file', async ({ page, request }) => {
  const title = `Scelte a mano ${Date.now()} ${test.info().project.name}`
  for (let n = 0; n < 2; n++) await sendReport(request, `${title} ${n}`)
  await signIn(page, 'urp')
  await page.goto(`/operatori?q=${encodeURIComponent(title)}`)
  await page
    .getByRole('checkbox', { name: /^Scegli la n\./ })
    .first()
    .check()
  await page.locator('summary', { hasText: 'Esporta' }).click()
  for (const name of ['CSV, solo le scelte', 'CSV, solo le scelte, con i contatti']) {
    const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name, exact: true }).click()])
    expect((await file.createReadStream().then((stream) => stream.toArray())).join('').trim().split('\n')).toHaveLength(2)
  }
  await page
    .getByRole('checkbox', { name: /^Scegli la n\./ })
    .last()
    .check()
  await page.getByRole('button', { name: 'Azione sulle scelte' }).click()
  await expect(page.getByText('2 segnalazioni scelte')).toBeVisible()
})
