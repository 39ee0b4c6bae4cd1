import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Staff } from '#domain/people/actor.ts'
import type { AuthorId, TenantId } from '#domain/shared/id.ts'
import { saveAbsences } from '#server/storage/absences.ts'
import { readAuthor } from '#server/storage/authors.ts'
import { listEvents } from '#server/storage/events.ts'
import { correctContacts } from '#server/use-cases/people/correct-contacts.ts'
import { invitePerson } from '#server/use-cases/people/invite-person.ts'
import { lookAtContacts, lookAtOtherReports } from '#server/use-cases/people/look-at-contacts.ts'
import { moveReport } from '#server/use-cases/reports/move-report.ts'
import { openReport } from '#server/use-cases/reports/open-report.ts'
import { foundTenant } from '#server/use-cases/tenants/found-tenant.ts'
import { monday, openTown, plainReport, type Town } from '#tests/town.ts'
import { townPlan } from '#tests/town-plan.ts'
import { countByOffice } from './count-by-office.ts'
import { listLooks } from './list-looks.ts'
import { listStaff } from './list-staff.ts'
import { readOtherReports } from './other-reports.ts'
import { officesManaged, readWorkload } from './workload.ts'

let town: Town
let neighbour: TenantId
let rosa: Staff
const day = '2026-05-11'
const week = new Date('2026-05-10T22:00:00Z')

beforeAll(async () => {
  town = await openTown()
  rosa = await town.person([{ role: 'office_operator', office: town.office('roads') }], 'Rosa Rossi')
  const { id: report } = await give(rosa)
  const move = { act: 'resolve', text: 'Fatto' } as const
  await moveReport(town.world, town.tenant, { report, by: town.desk, seenVersion: null, channel: 'web', move })
  neighbour = await foundTenant(town.world, townPlan('neighbour'))
  town.setNow(new Date(monday.getTime() + 2000))
})
afterAll(() => town.close())

const author = (email: string | null, phone: string | null) =>
  ({ firstName: 'Ada', lastName: 'Verdi', email, phone, locale: 'it' }) as const
const give = async (person: Staff | null) => {
  const report = await town.report()
  const move = { act: 'take_in_charge', office: town.office('roads'), person: person?.account ?? null } as const
  await moveReport(town.world, town.tenant, { report: report.id, by: town.desk, seenVersion: null, channel: 'web', move })
  return report
}

describe('the staff', () => {
  test('are listed by name with what they hold, have open, and whether they came or are away', async () => {
    await give(rosa)
    await town.world.transaction(town.tenant, (tx) =>
      saveAbsences(tx, rosa.account, [{ from: day, to: '2026-05-15', substitute: null }]),
    )
    await invitePerson(town.world, town.tenant, {
      by: town.admin,
      email: 'nuova@town.example',
      name: 'Zita Zorzi',
      memberships: town.desk.memberships,
    })
    const staff = await town.world.read(town.tenant, (reader) => listStaff(reader, day))
    expect(staff.map(({ name }) => name)).toEqual([
      'Alma Admin',
      'Dora Desk',
      'Paolo Parks',
      'Rita Roads',
      'Rosa Rossi',
      'Zita Zorzi',
    ])
    expect(staff[4]).toMatchObject({ open: 1, absentUntil: '2026-05-15', invited: null, memberships: rosa.memberships })
    expect(staff[5]).toMatchObject({ open: 0, absentUntil: null, invited: { mail: 'queued' } })
    expect(await town.world.read(town.tenant, (reader) => listStaff(reader, '2026-05-16', rosa.account))).toMatchObject([
      { name: 'Rosa Rossi', absentUntil: null },
    ])
  })

  test('of another body are nobody here', async () => {
    expect(await town.world.read(neighbour, (reader) => listStaff(reader, day))).toEqual([])
    expect(await town.world.read(neighbour, (reader) => listStaff(reader, day, rosa.account))).toEqual([])
  })
})

describe('the workload', () => {
  const load = (by: Staff, tenant: TenantId = town.tenant) =>
    town.world.read(tenant, (reader) => readWorkload(reader, officesManaged(by), { day, week }))

  test('is told by office and person, with what nobody has, and what was closed this week', async () => {
    await give(null)
    const roads = (await load(town.desk)).filter(({ office }) => office === town.office('roads'))
    expect(roads.map(({ name, open, closed: done }) => [name, open, done])).toEqual([
      ['Rita Roads', 0, 0],
      ['Rosa Rossi', 1, 1],
      [null, 1, 0],
    ])
    expect(roads[1]).toMatchObject({ late: 0, waiting: 0, absentUntil: '2026-05-15', gone: false })
    expect(roads[1]?.oldest).toBeInstanceOf(Date)
  })

  test('is shown to managers of their own offices alone', async () => {
    expect(new Set((await load(town.roads)).map(({ office }) => office))).toEqual(new Set([town.office('roads')]))
    expect(await load(town.parks)).toEqual([])
  })

  test('of another body is empty', async () => {
    expect(await load(town.desk, neighbour)).toEqual([])
  })
})

test('offices are counted with what lies open there and who works there', async () => {
  const counts = await town.world.read(town.tenant, countByOffice)
  expect(counts.get(town.office('roads'))).toEqual({ open: 2, people: 2 })
  expect(counts.get(town.office('urp'))).toEqual({ open: 0, people: 2 })
})

describe('whoever may see contacts', () => {
  test('sees what else the same person sent, by address or telephone in whatever way it was typed', async () => {
    const first = await town.report({ author: author('Uno@example.org', '+39 010 123456') })
    await town.report({ author: author('uno@EXAMPLE.org', null), title: 'Stesso indirizzo' })
    await town.report({ author: author('due@example.org', '010-123456'), title: 'Stesso telefono' })
    await town.report({ author: author('tre@example.org', '010 654321') })
    const [category] = (await town.world.directories.of(neighbour)).categories.keys()
    const elsewhere = { ...plainReport(category ?? first.category), author: author('uno@example.org', null) }
    await openReport(town.world, neighbour, elsewhere)
    const looked = await lookAtOtherReports(town.world, town.tenant, first.id, town.desk)
    if (!looked.ok || looked.value.author === null) throw new Error('no author')
    const of = { id: first.id, author: looked.value.author }
    const others = await town.world.read(town.tenant, (reader) => readOtherReports(reader, town.desk, of))
    expect(others).toMatchObject({
      all: 2,
      open: 2,
      readable: 2,
      reports: [{ title: 'Stesso telefono' }, { title: 'Stesso indirizzo' }],
    })
    const parks = await town.world.read(town.tenant, (reader) => readOtherReports(reader, town.parks, of))
    expect(parks).toEqual({ all: 2, open: 2, readable: 0, stars: null, reports: [] })
    expect(await town.world.read(neighbour, (reader) => readOtherReports(reader, town.desk, of))).toMatchObject({ all: 0 })
  })

  test('and every look is written down, with what was looked at, and nothing of the person', async () => {
    const report = await town.report()
    await lookAtContacts(town.world, town.tenant, report.id, town.desk)
    await lookAtOtherReports(town.world, town.tenant, report.id, town.roads)
    expect(await lookAtOtherReports(town.world, town.tenant, report.id, town.parks)).toEqual({ ok: false, refusal: 'not_yours' })
    const looks = (tenant: TenantId) =>
      town.world.read(tenant, (reader) => listLooks(reader, { number: report.number, before: null, limit: 10 }))
    expect(await looks(town.tenant)).toMatchObject([
      { name: 'Rita Roads', what: 'other_reports', number: report.number },
      { name: 'Dora Desk', what: 'contacts' },
    ])
    expect(await looks(neighbour)).toEqual([])
    const [newest] = await looks(town.tenant)
    const before = await town.world.read(town.tenant, (reader) =>
      listLooks(reader, { number: null, before: newest?.id ?? null, limit: 1 }),
    )
    expect(before).toMatchObject([{ what: 'contacts' }])
  })

  test('corrects them, which is written down without what they are', async () => {
    const report = await town.report({ author: author('ada@exmaple.org', null) })
    const contacts = { firstName: 'Ada', lastName: 'Verdi', email: 'ada@example.org', phone: null }
    const ask = { report: report.id, by: town.desk, seenVersion: report.version, contacts }
    expect(await correctContacts(town.world, town.tenant, { ...ask, by: town.roads })).toEqual({
      ok: false,
      refusal: 'not_yours',
    })
    expect(await correctContacts(town.world, town.tenant, { ...ask, seenVersion: 99 })).toEqual({
      ok: false,
      refusal: 'old_version',
    })
    expect((await correctContacts(town.world, town.tenant, ask)).ok).toBe(true)
    const [details, events] = await town.world.read(town.tenant, async (reader) => [
      await readAuthor(reader, report.author ?? ('' as AuthorId)),
      await listEvents(reader, report.id),
    ])
    expect(details?.email).toBe('ada@example.org')
    expect(events.at(-1)).toMatchObject({ kind: 'contacts_corrected', detail: { corrected: ['email'] } })
    expect(JSON.stringify(events)).not.toContain('example.org')
  })
})
