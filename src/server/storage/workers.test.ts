import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Membership, officesOf, type Staff } from '#domain/people/actor.ts'
import { countByOffice } from '#server/queries/people/count-by-office.ts'
import { readWorkload } from '#server/queries/people/workload.ts'
import { arrangeAbsence } from '#server/use-cases/people/arrange-absence.ts'
import { changeRoles } from '#server/use-cases/people/change-roles.ts'
import { moveReport } from '#server/use-cases/reports/move-report.ts'
import { takeReport } from '#server/use-cases/reports/take-report.ts'
import { monday, openTown, type Town } from '#tests/town.ts'
import { listMemberships } from './accounts.ts'
import { leastLoaded, listOfficeStaff, listWorkers } from './workers.ts'

let town: Town
let people: readonly Staff[]
const day = '2026-05-11'
const desk: Membership = { role: 'desk', office: null }

beforeAll(async () => {
  town = await openTown()
  const [urp, roads] = [town.office('urp'), town.office('roads')]
  people = [
    town.admin,
    town.desk,
    town.roads,
    town.parks,
    await town.person([desk, { role: 'office_manager', office: urp }, { role: 'office_operator', office: urp }], 'Mara Manager'),
    await town.person([desk, { role: 'office_operator', office: roads }], 'Bice Both'),
    await town.person([{ role: 'observer', office: null }], 'Olga Observer'),
  ]
})
afterAll(() => town.close())

const unseen = { seenVersion: null, channel: 'web' } as const
const atDesk = async (person: Staff | null) => {
  const report = await town.report()
  const move = { act: 'take_in_charge', office: town.office('urp'), person: person?.account ?? null } as const
  expect(await moveReport(town.world, town.tenant, { ...unseen, report: report.id, by: town.desk, move })).toMatchObject({
    ok: true,
  })
  return report.id
}

test('who works where is the same whether a person is asked or the office', async () => {
  const workers = await town.world.read(town.tenant, listWorkers)
  for (const person of people) {
    const memberships = await town.world.read(town.tenant, (reader) => listMemberships(reader, person.account))
    const asked = officesOf({ ...person, memberships })
    const found = [...workers].filter(([, all]) => all.some(({ id }) => id === person.account)).map(([office]) => office)
    expect(found.toSorted()).toEqual([...new Set(asked)].toSorted())
  }
})

describe('whoever holds the desk’s role alone', () => {
  test('may own a report of the desk’s office, and take one', async () => {
    expect(await town.read(await atDesk(town.desk))).toMatchObject({ ownerPerson: town.desk.account })
    const report = await atDesk(null)
    const by = {
      ...town.desk,
      memberships: await town.world.read(town.tenant, (reader) => listMemberships(reader, town.desk.account)),
    }
    expect(await takeReport(town.world, town.tenant, { ...unseen, report, by })).toMatchObject({ ok: true })
  })

  test('is one of its people, counted once with whatever else is held there', async () => {
    const staff = await town.world.read(town.tenant, (reader) => listOfficeStaff(reader, town.office('urp')))
    expect(staff.map(({ name, manages }) => [name, manages])).toEqual([
      ['Bice Both', false],
      ['Dora Desk', false],
      ['Mara Manager', true],
    ])
    const counts = await town.world.read(town.tenant, countByOffice)
    expect(counts.get(town.office('urp'))?.people).toBe(3)
    const load = await town.world.read(town.tenant, (reader) => readWorkload(reader, [town.office('urp')], { day, week: monday }))
    expect(load.map(({ name }) => name)).toEqual(['Bice Both', 'Dora Desk', 'Mara Manager'])
    expect(await town.world.read(town.tenant, (reader) => leastLoaded(reader, town.office('urp'), day))).not.toBeNull()
  })

  test('has a colleague stand in, and hands over what is open when the role goes', async () => {
    const leaver = await town.person([desk, { role: 'office_operator', office: town.office('roads') }], 'Lea Lascia')
    const substitute = people[1]?.account ?? null
    const absence = { by: leaver, person: leaver.account, from: day, to: day, substitute, handOver: null }
    expect(await arrangeAbsence(town.world, town.tenant, absence)).toMatchObject({ ok: true })
    town.setNow(new Date(monday.getTime() + 2 * 86_400_000))
    await atDesk(leaver)
    const memberships: readonly Membership[] = [{ role: 'office_operator', office: town.office('roads') }]
    const asked = { by: town.admin, person: leaver.account, memberships, handOver: null, seen: null }
    expect(await changeRoles(town.world, town.tenant, asked)).toEqual({ ok: false, refusal: 'hand_over_missing' })
  })
})
