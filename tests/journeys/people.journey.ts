import { randomUUID } from 'node:crypto'
import { expect, type Page, test } from '@playwright/test'
import { expectNoBarrier } from './barriers.ts'
import { act, answered, openAction, sendReport, signIn, submit } from './desk.ts'

const office = 'Ufficio edilizia scolastica e patrimonio'

/** An administrator asks a colleague of this journey's own in; their name and address. */
async function invite(page: Page, first: string): Promise<{ readonly name: string; readonly email: string }> {
  const own = randomUUID().slice(0, 8)
  const [name, email] = [`${first} ${own}`, `${first.toLowerCase()}-${own}@genova.example`]
  await page.goto('/operatori/impostazioni/persone/nuova')
  await page.getByLabel('Nome e cognome').fill(name)
  await page.getByLabel('Indirizzo e-mail di lavoro').fill(email)
  await page.getByLabel('Ufficio 1', { exact: true }).selectOption({ label: office })
  await page.getByLabel('Ruolo nell’ufficio 1').selectOption({ label: 'Operatore d’ufficio' })
  await page.getByRole('button', { name: 'Invia l’invito' }).click()
  await expect(page.getByText('Invito inviato.')).toBeVisible()
  return { name, email }
}

async function openLetterTo(page: Page, email: string): Promise<void> {
  const letter = page.getByRole('row', { name: new RegExp(email) }).getByRole('link')
  await expect(async () => {
    await page.goto('/sviluppo/posta')
    await expect(letter.first()).toBeVisible({ timeout: 500 })
  }).toPass({ timeout: 30_000 })
  await letter.first().click()
}

const today = () => new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Rome' }).format(new Date())

test('a colleague is invited by mail, chooses a password, works, and leaves', async ({ page }) => {
  test.slow()
  await signIn(page, 'admin')
  await page.goto('/operatori/impostazioni/persone/nuova')
  await page.getByLabel('Nome e cognome').fill('Senza Ruolo')
  await page.getByLabel('Indirizzo e-mail di lavoro').fill('senza@genova.example')
  await page.getByRole('button', { name: 'Invia l’invito' }).click()
  await page.getByRole('alert').getByRole('link', { name: 'Scegli almeno un ruolo.' }).click()
  await expect(page.getByLabel('Nome e cognome')).toHaveValue('Senza Ruolo')
  await expectNoBarrier(page)

  const { name, email } = await invite(page, 'Ida')
  await page.getByLabel('Nome, e-mail o ufficio').fill(email)
  await page.getByRole('button', { name: 'Cerca' }).click()
  await expect(page.getByRole('row', { name: new RegExp(name) })).toContainText('invito')
  await expectNoBarrier(page)

  await openLetterTo(page, email)
  await expect(page.getByText(`Operatore d’ufficio · ${office}`).first()).toBeVisible()
  const link = await page.locator('a[href*="/operatori/password/"]').first().getAttribute('href')
  await page.context().clearCookies()
  await page.goto(new URL(link ?? '').pathname)
  await page.getByLabel('Nuova password').fill('il gatto dorme sul tetto')
  await page.getByLabel('Ripeti la password').fill('il gatto dorme sul tetto')
  await page.getByRole('button', { name: 'Salva la password' }).click()
  await page.getByLabel('Indirizzo e-mail').fill(email)
  await page.getByLabel('Password').fill('il gatto dorme sul tetto')
  await page.getByRole('button', { name: 'Accedi' }).click()
  await expect(page.locator('.fd-staff-person')).toContainText(name)

  await page.context().clearCookies()
  await signIn(page, 'admin')
  await page.goto(`/operatori/impostazioni/persone?q=${encodeURIComponent(email)}`)
  await page.getByRole('link', { name }).click()
  await page.getByLabel('Osservatore').press('Space')
  await page.getByRole('button', { name: 'Salva i ruoli' }).click()
  await expect(page.getByText('Salvato.')).toBeVisible()
  await expect(page.locator('.fd-setting-history li').first()).toContainText('Osservatore')
  await expectNoBarrier(page)
  await page.getByRole('button', { name: 'Togli l’accesso' }).click()
  await expect(page.getByText('Accesso tolto.')).toBeVisible()
  await expect(page.getByRole('link', { name })).toHaveCount(0)
})

test('what is meant for somebody who is absent goes to the substitute', async ({ page, request }) => {
  test.slow()
  const number = await sendReport(request, 'Spetta a chi non c’è')
  await signIn(page, 'admin')
  const away = await invite(page, 'Olga')
  const stands = await invite(page, 'Ugo')
  await page.context().clearCookies()

  await signIn(page, 'scuole')
  await page.goto('/operatori/carichi')
  await expect(page.getByRole('heading', { name: office })).toBeVisible()
  await expectNoBarrier(page)
  await page.getByRole('link', { name: new RegExp(`^Assenze e consegne.*${away.name}`) }).click()
  await page.getByRole('button', { name: 'Salva l’assenza' }).click()
  await page.getByRole('alert').getByRole('link', { name: 'Scrivi il primo giorno.' }).click()
  await page.getByLabel(/^Primo giorno/).fill(today())
  await page.getByLabel('Ultimo giorno').fill(today())
  await page.getByLabel('Chi sostituisce').selectOption({ label: stands.name })
  await page.getByRole('button', { name: 'Salva l’assenza' }).click()
  await expect(page.getByText(`sostituisce ${stands.name}`).first()).toBeVisible()
  await expectNoBarrier(page)
  await page.context().clearCookies()

  await signIn(page, 'urp')
  await page.goto(`/operatori/segnalazioni/${number}`)
  const take = await openAction(page, 'Prendi in carico')
  const chosen = take.getByLabel('Incaricato').locator('option', { hasText: `${away.name} (assenza fino a` })
  await take.getByLabel('Incaricato').selectOption((await chosen.getAttribute('value')) ?? '')
  await submit(take)
  await expect(page.getByText('Fatto.')).toBeVisible()
  await expect(page.getByText(`(${stands.name}) al posto di ${away.name}, assente`)).toBeVisible()
})

test('a report is handed over with a note, given back as not theirs, and its author’s contacts are corrected', async ({
  page,
  request,
}) => {
  test.slow()
  const number = await sendReport(request, 'Di chi è?')
  await signIn(page, 'urp')
  await page.goto(`/operatori/segnalazioni/${number}`)
  await act(page, 'Prendi in carico')
  const assign = await openAction(page, 'Assegna')
  await assign.getByLabel('Incaricato').selectOption({ label: 'Ufficio verde pubblico e parchi (tutto l’ufficio)' })
  await assign.getByRole('button').click()
  await page.getByRole('alert').getByRole('link', { name: 'Scrivi una nota per i colleghi: l’ente la richiede.' }).click()
  await expectNoBarrier(page)
  const again = page.locator('#action-assign form')
  await again.getByLabel('Nota per i colleghi').fill('Il ramo è del viale alberato.')
  await again.getByRole('button').click()
  await expect(page.getByText('Il ramo è del viale alberato.')).toBeVisible()

  await page.getByRole('button', { name: 'Mostra i contatti' }).click()
  const correct = await openAction(page, 'Correggi i contatti')
  await correct.getByLabel('Cognome').fill('Verdi Rossi')
  await correct.getByRole('button').click()
  await expect(page.getByText('Corretti i contatti dell’autore: nome')).toBeVisible()
  await page.getByRole('button', { name: 'Mostra le altre segnalazioni della stessa persona' }).click()
  await expect(page.getByText(/altr[ae] segnalazion[ei], /)).toBeVisible()
  await expectNoBarrier(page)
  await page.context().clearCookies()

  await signIn(page, 'verde')
  await page.goto(`/operatori/segnalazioni/${number}`)
  const back = await openAction(page, 'Restituisci al front office: non di competenza')
  await back.getByRole('button').click()
  await expect(back.getByText('Scrivi una nota per i colleghi: l’ente la richiede.')).toBeVisible()
  await back.getByLabel('Perché non è di competenza').fill('Il viale è della Provincia.')
  await back.getByRole('button').click()
  await expect(page.getByRole('heading', { name: 'Non hai accesso a questa segnalazione' })).toBeVisible()
  await page.context().clearCookies()

  await signIn(page, 'admin')
  await page.goto(`/operatori/impostazioni/consultazioni?numero=${number}`)
  await expect(page.getByRole('row', { name: new RegExp(`${number} correzione dei contatti`) })).toBeVisible()
  await expectNoBarrier(page)
})

test('an office is made, moved below another, and closed', async ({ page }) => {
  const code = `prova-${randomUUID().slice(0, 8)}`
  await signIn(page, 'admin')
  await page.goto('/operatori/impostazioni/uffici')
  await expectNoBarrier(page)
  await page.getByRole('link', { name: 'Nuovo ufficio' }).click()
  await page.getByLabel('Nome', { exact: false }).first().fill(code)
  await page.getByLabel('Codice').fill('con spazi')
  await answered(page, () => page.getByRole('button', { name: 'Salva' }).click())
  await expect(page.getByRole('alert')).toContainText('Usa solo lettere, cifre e trattini')
  await page.getByLabel('Codice').fill(code)
  await page.getByRole('button', { name: 'Salva' }).click()
  const row = page.locator('.fd-tree li').filter({ has: page.getByRole('link', { name: code }) })
  await row.locator('summary').click()
  await row.getByLabel('Sotto quale ufficio').selectOption({ label: 'Polizia locale' })
  await row.getByRole('button', { name: 'Sposta' }).click()
  await expect(page.getByText('Salvato.')).toBeVisible()
  await expect(row).toHaveClass(/fd-tree-1/)
  const above = test.info().project.name === 'wide' ? 'Direzione ambiente' : 'Polizia locale'
  // Both ends of the way are in sight: what scrolls while one drags is missed.
  if (above === 'Direzione ambiente') await page.setViewportSize({ width: 1280, height: 2400 })
  // Others move offices too, and a row that moves while one drags is missed: one drags again.
  await expect(async () => {
    await page.goto('/operatori/impostazioni/uffici')
    if (above === 'Direzione ambiente') {
      const target = page.locator('.fd-tree li').filter({ has: page.getByRole('link', { name: above }) })
      await page.waitForLoadState('networkidle')
      await answered(page, () => row.dragTo(target))
    }
    await page.getByRole('link', { name: code }).click()
    await expect(page.getByRole('heading', { name: code, level: 1 })).toBeVisible()
    await expect(page.getByLabel('Sotto quale ufficio').locator('option:checked')).toContainText(above, { timeout: 2000 })
  }).toPass()
  await expect(page.locator('.fd-setting-history')).toContainText('Polizia locale')
  await expectNoBarrier(page)
  await page.getByRole('button', { name: 'Chiudi l’ufficio' }).click()
  await expect(page.getByRole('heading', { name: 'Ufficio chiuso' })).toBeVisible()
})
