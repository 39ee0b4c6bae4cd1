import { type APIRequestContext, expect, type Page, test } from '@playwright/test'
import { privateLink } from './author.ts'
import { expectNoBarrier } from './barriers.ts'
import { act, sendAs, signIn, submit } from './desk.ts'

/** Somewhere in the city where no other journey reports anything. */
function corner(): { lat: string; long: string } {
  const random = () => (Math.random() * 0.004).toFixed(6)
  return { lat: String(44.4205 + Number(random())), long: String(8.9455 + Number(random())) }
}

async function five(request: APIRequestContext, title: string): Promise<readonly string[]> {
  const place = corner()
  const numbers: string[] = []
  for (const name of ['Ada', 'Bruno', 'Carla', 'Dino', 'Elsa']) {
    const person = { first_name: name, last_name: 'Verdi', email: `${name.toLowerCase()}@example.org` }
    numbers.push(await sendAs(request, { title, ...person, ...place }))
  }
  return numbers
}

const open = (page: Page, number: string) => page.goto(`/operatori/segnalazioni/${number}`)

test('a group of five is closed with one reply: five letters, each with its own name', async ({ page, request }, info) => {
  const title = `Grata rotta ${info.project.name} ${Date.now()}`
  const [lead = '', ...rest] = await five(request, title)
  await signIn(page, 'urp')
  await open(page, lead)
  const around = page.getByRole('region', { name: 'Doppioni, gruppo e collegate' })
  await expect(around.getByText('a 0 m, stesse parole')).not.toHaveCount(0)
  await expectNoBarrier(page)
  for (const number of rest) {
    await around.getByRole('button', { name: `Metti la n. ${number} sotto questa` }).click()
    await expect(around.getByRole('button', { name: `Togli la n. ${number} dal gruppo` })).toBeVisible()
  }
  await expect(around.getByText('Capofila di altre 4 segnalazioni, di 5 persone in tutto')).toBeVisible()
  await expectNoBarrier(page)
  await act(page, 'Prendi in carico')
  await act(page, 'Rispondi e chiudi: risolta', { 'Risposta ufficiale': 'Gentile Ada Verdi, la grata è nuova.' })
  for (const [at, number] of [lead, ...rest].entries()) {
    const path = await privateLink(page, number)
    await page.goto(path)
    await expect(page.getByText('Risolta', { exact: true }).first()).toBeVisible()
    const name = ['Ada', 'Bruno', 'Carla', 'Dino', 'Elsa'][at] ?? ''
    await expect(page.getByText(`Gentile ${name} Verdi, la grata è nuova.`)).toBeVisible()
  }
})

test('a duplicate of an open report is offered to be joined; linked, taken out, and split in two', async ({
  page,
  request,
}, info) => {
  const title = `Tombino e aiuola ${info.project.name} ${Date.now()}`
  const [first = '', second = '', third = ''] = await five(request, title)
  await signIn(page, 'urp')
  await open(page, second)
  const decline = page.locator('#action-decline')
  await decline.locator('summary').click()
  await decline.getByLabel('Motivo').selectOption('duplicate')
  await decline.getByLabel('Numero dell’altra segnalazione').fill(first)
  await decline.getByLabel('Risposta ufficiale').fill('Già segnalata.')
  await submit(decline)
  await expect(page.getByRole('alert')).toContainText('è ancora aperta')
  await expectNoBarrier(page)
  await decline.getByRole('button', { name: `Unisci alla n. ${first}` }).click()
  const around = page.getByRole('region', { name: 'Doppioni, gruppo e collegate' })
  await expect(around.getByText('Fa parte del gruppo')).toBeVisible()
  await around.getByRole('button', { name: 'Togli dal gruppo' }).click()
  await expect(around.getByText('Fa parte del gruppo')).toHaveCount(0)
  await around.getByRole('button', { name: `Collega la n. ${third}` }).click()
  await expect(around.getByRole('button', { name: `Scollega la n. ${third}` })).toBeVisible()

  await around.getByRole('link', { name: 'Dividi tra più uffici' }).click()
  await expectNoBarrier(page)
  await page.getByRole('button', { name: 'Dividi', exact: true }).click()
  await expect(page.getByRole('alert')).toContainText('Parte 1')
  const firstPart = page.getByRole('group', { name: 'Parte 1' })
  await firstPart.getByLabel('Titolo').fill('Aiuola')
  await page.getByRole('button', { name: 'Aggiungi una parte' }).click()
  await expect(firstPart.getByLabel('Titolo')).toHaveValue('Aiuola')
  for (const [at, words] of ['Aiuola da curare', 'Tombino aperto'].entries()) {
    const part = page.getByRole('group', { name: `Parte ${at + 1}` })
    await part.getByLabel('Categoria').selectOption({ index: at + 1 })
    await part.getByLabel('Titolo').fill(words)
    await part.getByLabel('Dettagli').fill(`${words}, davanti al portone.`)
  }
  await page.getByRole('button', { name: 'Dividi', exact: true }).click()
  await expect(page.getByText('Fatto.')).toBeVisible()
  await expect(around.getByRole('link', { name: 'Tombino aperto' })).toBeVisible()
  await page.goto(await privateLink(page, second))
  await expect(page.getByRole('heading', { name: 'Le segnalazioni nate da questa' })).toBeVisible()
  await expectNoBarrier(page)
  await page.getByRole('link', { name: 'Tombino aperto' }).click()
  await expect(page.getByRole('heading', { name: 'La segnalazione da cui è nata' })).toBeVisible()
})
