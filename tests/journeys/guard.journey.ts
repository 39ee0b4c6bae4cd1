import { randomUUID } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { enter, sendReport, signIn } from './desk.ts'

const operatori = join(import.meta.dirname, '../../src/routes/(staff)/operatori')
const withForms = readdirSync(join(operatori, '(work)'), { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('+page.server.ts') && readFileSync(join(operatori, '(work)', path), 'utf8').includes('actions'))
  .map((path) => `/operatori/${path.replace(/\/?\+page\.server\.ts$/, '')}`.replaceAll(/\/\([a-z]+\)/g, '').replace(/\/$/, ''))
const pages = withForms.map((path) => path.replaceAll(/\[number\]/g, '1').replaceAll(/\[[a-z]+\]/g, () => randomUUID()))
const settings = pages.filter((path) => path.startsWith('/operatori/impostazioni/'))

test('no form of work is taken from nobody, and none of the settings from whoever does not administer', async ({
  page,
  baseURL,
}) => {
  const { request } = page
  const form = { name: `Intruso ${randomUUID()}`, text: 'Parole di nessuno' }
  const headers = { origin: baseURL ?? '', accept: 'text/html' }
  expect(settings.length).toBeGreaterThan(15)
  for (const path of pages) {
    const answer = await request.post(path, { form, headers, maxRedirects: 0 })
    expect([path, answer.status()]).toEqual([path, 401])
    expect(await answer.text()).toContain(form.name)
    const told = await request.post(path, { form, headers: { ...headers, accept: 'application/json' }, maxRedirects: 0 })
    expect([path, told.status()]).toEqual([path, 401])
  }
  for (const who of ['strade2', 'sindaco']) {
    await page.context().clearCookies()
    await enter(page, who)
    for (const path of settings) {
      for (const accept of ['text/html', 'application/json']) {
        const answer = await request.post(path, { form, headers: { ...headers, accept }, maxRedirects: 0 })
        expect([path, answer.status()]).toEqual([path, 403])
      }
      // A page's own part, as a browser asks for it that has the layouts already.
      const part = await request.get(`${path}/__data.json?x-sveltekit-invalidated=00001`)
      expect([path, part.status()]).toEqual([path, 403])
    }
  }
  await page.context().clearCookies()
  await signIn(page, 'admin')
  await page.goto('/operatori/impostazioni/storia')
  await expect(page.getByText(form.name)).toHaveCount(0)
})

test('a report is neither told nor previewed to whoever may not read it', async ({ page, request, baseURL }) => {
  const title = `Riservata ${randomUUID()}`
  const number = await sendReport(request, title)
  await enter(page, 'sindaco')
  const headers = { origin: baseURL ?? '', accept: 'application/json' }
  for (const action of ['template', 'preview', 'move', 'note', 'reply']) {
    const form = { act: 'resolve', version: '0', text: 'x', form: 'reply' }
    const answer = await page.request.post(`/operatori/segnalazioni/${number}?/${action}`, { form, headers, maxRedirects: 0 })
    expect([action, answer.status()]).toEqual([action, 403])
    expect(await answer.text()).not.toContain(title)
  }
})
