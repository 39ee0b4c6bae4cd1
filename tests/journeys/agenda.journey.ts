import { randomUUID } from 'node:crypto'
import { expect, type Page, test } from '@playwright/test'
import { expectNoBarrier } from './barriers.ts'
import { answered, enter } from './desk.ts'

/** A calendar of this journey's own, open every day, at any hour where nothing else is said; where its agenda is. */
async function openCalendar(page: Page, hours = '00:00-24:00'): Promise<string> {
  const title = `Prova ${randomUUID().slice(0, 8)}`
  await enter(page, 'admin')
  await page.goto('/operatori/impostazioni/appuntamenti/nuovo')
  await page.locator('#title').fill(title)
  await page.locator('#office').selectOption({ index: 1 })
  await page.locator('#reason-0-name').fill('Consegna di documenti')
  await page.locator('#reason-0-minutes').fill('10')
  for (let day = 1; day <= 7; day++) await page.locator(`#day-${day}`).fill(hours)
  await page.locator('#seats').fill('1')
  await answered(page, () => page.getByRole('button', { name: 'Salva' }).click())
  const id = /appuntamenti\/([0-9a-f-]{36})/.exec(page.url())?.[1] ?? ''
  await enter(page, 'urp')
  const agenda = `/operatori/agenda?calendario=${id}`
  await expect(async () => {
    expect((await page.goto(agenda))?.status()).toBe(200)
  }).toPass()
  return agenda
}

/** Books the first free time for somebody who calls; the code that they are told. */
async function bookByPhone(page: Page, agenda: string, email = ''): Promise<string> {
  await page.goto(agenda)
  await page.getByRole('link', { name: 'Prenota per telefono o allo sportello' }).click()
  await page.locator('#firstName').fill('Ada')
  await page.locator('#lastName').fill('Verdi')
  await page.locator('#phone').fill('010 555 0101')
  await page.locator('#email').fill(email)
  await answered(page, () => page.getByRole('button', { name: 'Prenota l’appuntamento' }).click())
  const said = page.getByText(/Il codice da dire a chi viene: \w{4}-\w+/)
  return /\w{4}-\w+(?=\.)/.exec(await said.innerText())?.[0] ?? ''
}

test('whoever calls is booked in one screen, arrives with the code and is served', async ({ page }) => {
  const agenda = await openCalendar(page)
  await expectNoBarrier(page)
  await page.getByRole('link', { name: 'Prenota per telefono o allo sportello' }).click()
  await expect(page.locator('input[name=slot]').first()).toBeChecked()
  await expectNoBarrier(page)
  await answered(page, () => page.getByRole('button', { name: 'Prenota l’appuntamento' }).click())
  await expect(page.getByRole('alert')).toContainText('Scrivi un telefono o un’e-mail.')
  const code = await bookByPhone(page, agenda)
  await expectNoBarrier(page)
  await page.getByRole('button', { name: 'Mostra i contatti' }).click()
  await expect(page.getByText('Ada Verdi')).toBeVisible()
  await page.goto(agenda)
  const arrive = async (typed: string) => {
    await page.getByLabel('Codice dell’appuntamento').fill(typed)
    await answered(page, () => page.getByRole('button', { name: 'Registra l’arrivo' }).click())
  }
  await arrive('AAAA-AAAA')
  await expect(page.getByRole('alert')).toContainText('Nessun appuntamento ha questo codice.')
  await arrive(code.replace('-', ' ').toLowerCase())
  await expect(page.getByText(`${code} è arrivato`)).toBeVisible()
  await arrive(code)
  await expect(page.getByRole('alert')).toContainText('L’arrivo è già registrato.')
  await page.goto(agenda)
  await page.getByRole('link', { name: 'Settimana', exact: true }).click()
  await expectNoBarrier(page)
})

test('hours are blocked, and whoever is booked is written to with other times', async ({ page }) => {
  const agenda = await openCalendar(page)
  const email = `ada-${randomUUID().slice(0, 8)}@example.org`
  const code = await bookByPhone(page, agenda, email)
  await page.goto(agenda)
  await page.getByRole('link', { name: 'Blocca orari' }).click()
  const moment = (hours: number) =>
    new Date(Date.now() + hours * 3_600_000).toLocaleString('sv-SE', { timeZone: 'Europe/Rome' }).slice(0, 16).replace(' ', 'T')
  await page.locator('#to-moment').fill(moment(3))
  await answered(page, () => page.getByRole('button', { name: 'Vedi chi è coinvolto' }).click())
  await expect(page.getByRole('alert')).toContainText('Scrivi giorno e ora di inizio.')
  await page.locator('#from').fill(moment(-1))
  await answered(page, () => page.getByRole('button', { name: 'Vedi chi è coinvolto' }).click())
  await expect(page.getByText('1 appuntamento in questi orari')).toBeVisible()
  await expect(page.locator('.fd-agenda-preview')).toContainText(code)
  await expect(page.locator('.fd-agenda-preview li li')).toHaveCount(4)
  await expectNoBarrier(page)
  await answered(page, () => page.getByRole('button', { name: 'Blocca questi orari' }).click())
  await expect(page.getByText('1 appuntamento è da spostare')).toBeVisible()
  await expect(async () => {
    await page.goto('/sviluppo/posta')
    const letter = page.locator('tr', { hasText: email }).getByRole('link', { name: /^Scegli un altro orario/ })
    await letter.click({ timeout: 1000 })
    await expect(page.getByText('Orari ancora liberi').first()).toBeVisible({ timeout: 1000 })
  }).toPass()
  await page.goto(agenda)
  await page.getByRole('link', { name: 'Bloccato' }).first().click()
  await answered(page, () => page.getByRole('button', { name: 'Riapri' }).click())
  await expect(page.getByText('Orari riaperti.')).toBeVisible()
})

test('who does not come is written down once their time has begun, and the figures of the day agree with its file', async ({
  page,
}, { project }) => {
  test.skip(project.name !== 'wide', 'it waits for a minute to begin: once is enough')
  const begins = new Date(Date.now() + 80_000).toLocaleTimeString('it-IT', { timeZone: 'Europe/Rome', timeStyle: 'short' })
  test.skip(begins > '23:40' || begins < '00:05', 'the day is over before it begins')
  test.setTimeout(200_000)
  const agenda = await openCalendar(page, `${begins}-24:00`)
  const code = await bookByPhone(page, agenda)
  await page.goto('/operatori/agenda/cerca')
  await page.locator('#q').fill('Verdi')
  await answered(page, () => page.getByRole('button', { name: 'Cerca', exact: true }).click())
  await expect(page.getByRole('row').filter({ hasText: code })).toContainText('Ada Verdi')
  await expectNoBarrier(page)
  await page.locator('#q').fill(code.toLowerCase())
  await answered(page, () => page.getByRole('button', { name: 'Cerca', exact: true }).click())
  await expect(page.getByRole('heading', { level: 1, name: `Appuntamento ${code}` })).toBeVisible()
  const missed = page.getByRole('button', { name: 'Non presentato' }).first()
  await expect(missed).toBeHidden()
  await expect(async () => {
    await page.goto(agenda)
    await expect(missed).toBeVisible({ timeout: 1000 })
  }).toPass({ intervals: [5000], timeout: 120_000 })
  await answered(page, () => missed.click())
  const figure = (name: string) => page.locator('.fd-agenda-figures div', { hasText: name }).locator('dd')
  await expect(figure('Appuntamenti')).toHaveText('1')
  await expect(figure('Non presentati')).toHaveText('1')
  await expect(figure('Arrivati')).toHaveText('0')
  const file = await page.getByRole('link', { name: 'Esporta (CSV)' }).getAttribute('href')
  const rows = (await (await page.request.get(file ?? '')).text()).trim().split('\n')
  expect(rows).toHaveLength(2)
  expect(rows[1]).toContain('Non presentato')
})

test('the keyboard alone is enough', async ({ page }, { project }) => {
  test.skip(project.name !== 'wide', 'there is a keyboard on large screens, and keys need scripts')
  const agenda = await openCalendar(page)
  await page.goto('/operatori')
  await expect(async () => {
    await page.keyboard.press('g')
    await page.keyboard.press('c')
    await expect(page.getByLabel('Codice dell’appuntamento')).toBeFocused({ timeout: 2000 })
  }).toPass()
  const code = await bookByPhone(page, agenda)
  await page.goto(agenda)
  await expect(page.getByLabel('Codice dell’appuntamento')).toBeFocused()
  await page.keyboard.type(code)
  await page.keyboard.press('Enter')
  await expect(page.getByText(`${code} è arrivato`)).toBeVisible()
  await page.getByRole('button', { name: 'Servito' }).first().focus()
  await page.keyboard.press('Enter')
  await expect(page.getByText('Servito', { exact: true }).first()).toBeVisible()
})
