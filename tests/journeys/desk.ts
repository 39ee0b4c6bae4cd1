import { type APIRequestContext, expect, type Locator, type Page, type Request, test } from '@playwright/test'

const password = process.env.FILO_DEMO_PASSWORD ?? 'prova-prova-prova'
const key = process.env.FILO_DEMO_API_KEY ?? 'filo_prova_prova_prova_prova'

type Picture = { readonly name: string; readonly mimeType: string; readonly buffer: Buffer }

const ordinary = {
  api_key: key,
  service_code: 'marciapiedi',
  description: 'Una buca davanti al portone, profonda.',
  lat: '44.4075',
  long: '8.9337',
  email: 'ada@example.org',
  first_name: 'Ada',
  last_name: 'Verdi',
}

/** The same from another person or place. */
export async function sendAs(request: APIRequestContext, fields: Readonly<Record<string, string>>): Promise<string> {
  const answer = await request.post('/open311/v2/requests.json', { form: { ...ordinary, ...fields } })
  const [sent] = await answer.json()
  return String(sent.service_request_id)
}

/** A report of this journey's own, sent as a program sends it; its number. */
export async function sendReport(request: APIRequestContext, title: string, photo?: Picture): Promise<string> {
  const form = { ...ordinary, title }
  const answer = await request.post('/open311/v2/requests.json', photo ? { multipart: { ...form, photo1: photo } } : { form })
  const [sent] = await answer.json()
  return String(sent.service_request_id)
}

/** Signs in past the page that does it, which has journeys of its own, and shows where one lands. */
export async function enter(page: Page, name: string): Promise<void> {
  const origin = new URL(test.info().project.use.baseURL ?? '').origin
  const form = { email: `${name}@genova.example`, password }
  await page.request.post('/operatori/accedi', { form, headers: { origin, accept: 'text/html' }, maxRedirects: 0 })
  await page.goto('/operatori')
}

/** Signs in and sees the inbox. */
export async function signIn(page: Page, name: string): Promise<void> {
  await enter(page, name)
  await expect(page.getByRole('heading', { name: 'Posta in arrivo' })).toBeVisible()
}

/** Opens one of the actions and gives back its form. */
export async function openAction(page: Page, label: string) {
  const action = page.locator('details.fd-action').filter({ has: page.locator('summary', { hasText: new RegExp(`^${label}$`) }) })
  await action.locator('summary').click()
  return action.locator('form')
}

/** Sends a form and waits for the page that answers: what the page before says must not be taken for the answer. */
export async function answered(page: Page, send: () => Promise<void>): Promise<void> {
  await page.waitForLoadState()
  const loaded = page.waitForEvent('load').catch(() => null)
  const sent = page.waitForRequest((request) => request.method() === 'POST' && (isPage(request) || isInPlace(request)))
  await send()
  if (isPage(await sent)) await loaded
  else await expect(page.locator('#main-container[aria-busy]')).toHaveCount(0)
}

function isPage(request: Request): boolean {
  return request.isNavigationRequest()
}

/** Sent by a script, which shows the answer itself. */
function isInPlace(request: Request): boolean {
  return 'x-sveltekit-action' in request.headers()
}

/** Sends an action's form by its own button; others stand beside it. */
export async function submit(form: Locator): Promise<void> {
  await form.locator('.fd-actions button').first().click()
}

/** Sends an action's form and sees that it was done. */
export async function act(page: Page, label: string, fields: Readonly<Record<string, string>> = {}): Promise<void> {
  const form = await openAction(page, label)
  for (const [field, value] of Object.entries(fields)) await form.getByLabel(field).fill(value)
  await answered(page, () => form.getByRole('button', { name: label }).click())
  await expect(page.getByText('Fatto.')).toBeVisible()
}
