import { expect, test } from '@playwright/test'
import { expectNoBarrier } from './barriers.ts'
import { sendReport, signIn } from './desk.ts'

test('a report and the round of a day go on paper, with contacts only where they are asked for', async ({ page, request }) => {
  test.slow()
  const title = `Da stampare ${Date.now()} ${test.info().project.name}`
  const numbers = [await sendReport(request, `${title} uno`), await sendReport(request, `${title} due`)]
  await signIn(page, 'urp')
  await page.goto(`/operatori/segnalazioni/${numbers[0]}`)
  await expectNoBarrier(page)
  const link = page.getByRole('link', { name: /^Stampa/ })
  const address = (await link.getAttribute('href')) ?? ''
  const withContacts = page.getByRole('button', { name: 'Stampa con i contatti (PDF)' })
  await expect(withContacts).toBeVisible()
  const headers = { origin: new URL(page.url()).origin }
  const length: number[] = []
  for (const answer of [await page.request.get(address), await page.request.post(address, { headers })]) {
    expect(answer.headers()['content-type']).toBe('application/pdf')
    const body = await answer.body()
    expect(body.subarray(0, 5).toString()).toBe('%PDF-')
    length.push(body.length)
  }
  expect(length[1]).toBeGreaterThan(length[0] ?? 0)
  const [shown] = await Promise.all([page.waitForResponse((answer) => answer.url().endsWith('/stampa')), link.click()])
  expect(shown.headers()['content-type']).toBe('application/pdf')
  await page.goto(`/operatori?q=${encodeURIComponent(title)}`)
  const round = await page.getByRole('link', { name: 'Percorso di tutte queste (PDF)' }).getAttribute('href')
  const answer = await page.request.get(round ?? '')
  expect(answer.status()).toBe(200)
  expect(answer.headers()['content-disposition']).toMatch(/percorso-\d{4}-\d{2}-\d{2}\.pdf/)
  const none = await page.request.get('/operatori/percorso?numero=999999999')
  expect(none.status()).toBe(404)
  await page.context().clearCookies()
  const outside = await page.request.get(`/operatori/segnalazioni/${numbers[0]}/stampa`, {
    headers: { accept: 'text/html' },
    maxRedirects: 0,
  })
  expect(outside.status()).toBe(303)
})
