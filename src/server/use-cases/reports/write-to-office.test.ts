import { afterAll, beforeAll, expect, test } from 'vitest'
import type { CategoryId } from '#domain/shared/id.ts'
import { readReportFile } from '#server/queries/desk/report-file.ts'
import { listEvents } from '#server/storage/events.ts'
import { setCategory } from '#server/use-cases/categories/set-category.ts'
import { closeOffice } from '#server/use-cases/offices/close-office.ts'
import { setBody } from '#server/use-cases/tenants/set-body.ts'
import { monday, openTown, plainReport, type Town } from '#tests/town.ts'
import { moveReport } from './move-report.ts'
import { type OpenReport, openReport } from './open-report.ts'

let town: Town
let help: CategoryId
beforeAll(async () => {
  town = await openTown()
  const by = town.admin
  const part = { kinds: ['problem', 'assistance'], anonymousReports: true } as const
  await setBody(town.world, town.tenant, { by, part, seen: null })
  const setting = { code: 'help', name: { it: 'Assistenza' }, kinds: ['assistance'], office: town.office('urp') } as const
  const made = await setCategory(town.world, town.tenant, {
    by,
    id: null,
    setting: { ...setting, officesMayReply: true },
    seen: null,
  })
  if (!made.ok) throw new Error(made.refusal)
  help = made.value
  town.setNow(new Date(monday.getTime() + 60_000))
})
afterAll(() => town.close())

const write = (more: Partial<OpenReport> = {}) => {
  const letter = { ...plainReport(help), kind: 'assistance', place: null, address: null, consent: false } as const
  return openReport(town.world, town.tenant, { ...letter, office: town.office('parks'), ...more })
}
const written = async (more: Partial<OpenReport> = {}) => {
  const opened = await write(more)
  if (!opened.ok) throw new Error(opened.refusal)
  return town.read(opened.value.report)
}

test('a letter lies with the office that it is addressed to, which says so, whatever its category has', async () => {
  const report = await written()
  expect(report).toMatchObject({ kind: 'assistance', routedOffice: town.office('parks'), place: null, visible: false })
  const [event] = await town.world.read(town.tenant, (reader) => listEvents(reader, report.id))
  expect(event).toMatchObject({ kind: 'submitted', detail: { office: town.office('parks') } })
})

test('what it asks help with is kept with it, and shown where its service is gone', async () => {
  const about = { serviceCategory: 'anagrafe-e-stato-civile' } as const
  const report = await written({ about })
  const [event] = await town.world.read(town.tenant, (reader) => listEvents(reader, report.id))
  expect(event?.detail).toMatchObject({ ...about, office: town.office('parks') })
  const file = await town.world.read(town.tenant, (reader) => readReportFile(reader, report.number))
  expect(file?.service).toBeNull()
})

test('its people take it in charge and answer it themselves', async () => {
  const report = await written()
  const asked = { report: report.id, by: town.parks, channel: 'web' } as const
  const take = { act: 'take_in_charge', office: town.office('parks'), person: town.parks.account } as const
  const taken = await moveReport(town.world, town.tenant, { ...asked, seenVersion: report.version, move: take })
  expect(taken).toMatchObject({ ok: true })
  const now = await town.read(report.id)
  expect(now).toMatchObject({ ownerOffice: town.office('parks'), stage: 'in_charge' })
  const move = { act: 'resolve', text: 'Sì, anche il sabato mattina.' } as const
  expect(await moveReport(town.world, town.tenant, { ...asked, seenVersion: now.version, move })).toMatchObject({ ok: true })
  await town.runJobs()
  const answer = town.letters.find(({ subject }) => subject.includes(`n. ${report.number} risolta`))
  expect(answer?.subject).toBe(`Richiesta n. ${report.number} risolta: ${report.title}`)
  expect(answer?.text).toContain('> Sì, anche il sabato mattina.')
})

test('the letter of receipt speaks of a request, names the office and no category', async () => {
  const report = await written()
  await town.runJobs()
  const receipt = town.letters.find(({ subject }) => subject.includes(`n. ${report.number}:`))
  expect(receipt?.subject).toBe(`Abbiamo ricevuto la richiesta n. ${report.number}: Buca profonda`)
  expect(receipt?.text).toContain('Se ne occupa: Verde pubblico')
  expect(receipt?.text).not.toMatch(/segnalazion|Categoria/)
})

test('nobody asks for help without a name and an address, whatever the body takes unsigned', async () => {
  const author = { firstName: null, lastName: null, email: null, phone: null, locale: 'it' } as const
  expect(await write({ author })).toEqual({ ok: false, refusal: 'first_name_missing' })
  expect(await openReport(town.world, town.tenant, { ...plainReport(town.category('pothole').id), author })).toMatchObject({
    ok: true,
  })
})

test('what was written to an office that closed meanwhile goes where the rules send it, and is not lost', async () => {
  const by = town.admin
  const closed = await closeOffice(town.world, town.tenant, {
    by,
    office: town.office('parks'),
    successor: town.office('roads'),
    note: 'Chiude',
    seen: null,
  })
  expect(closed).toMatchObject({ ok: true })
  town.setNow(new Date(monday.getTime() + 120_000))
  expect(await written()).toMatchObject({ routedOffice: town.office('urp') })
})
