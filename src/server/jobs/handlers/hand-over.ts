import { absenceOn } from '#domain/people/absence.ts'
import { civilDate } from '#domain/shared/civil-date.ts'
import type { ReportId } from '#domain/shared/id.ts'
import type { Jobs } from '#server/jobs/catalogue.ts'
import { readAbsences } from '#server/storage/absences.ts'
import { listOpenIn, listOpenOf } from '#server/storage/open-of.ts'
import { type PassOnReport, passOnReport } from '#server/use-cases/people/pass-on-report.ts'
import type { World } from '#server/world.ts'

/** As many as are surely done before the queue takes the job for lost; the rest is asked for again. */
const atOnce = 200

/** What a person has open in some offices goes over to another or to the offices, report by report. */
export async function handOverPerson(world: World, job: Jobs['people.hand-over']): Promise<void> {
  const { tenant, person, offices, to, note, by } = job
  if (!(await stillHolds(world, job))) return
  const open = await world.read(tenant, (reader) => listOpenOf(reader, person, offices, atOnce))
  const passed = await passOn(world, job, open, { from: { person }, to: { person: to }, note, by })
  if (passed && open.length === atOnce) await world.transaction(tenant, (tx) => tx.later('people.hand-over', job))
}

/** What lies with an office that closed goes to the one that follows it, report by report. */
export async function handOverOffice(world: World, job: Jobs['offices.hand-over']): Promise<void> {
  const { tenant, office, to, note, by } = job
  const open = await world.read(tenant, (reader) => listOpenIn(reader, office, atOnce))
  const passed = await passOn(world, job, open, { from: { office }, to: { office: to }, note, by })
  if (passed && open.length === atOnce) await world.transaction(tenant, (tx) => tx.later('offices.hand-over', job))
}

/** Tells whether any was passed on; one that changed hands meanwhile is left alone. */
async function passOn(
  world: World,
  { tenant }: Pick<Jobs['offices.hand-over'], 'tenant'>,
  open: readonly ReportId[],
  how: Omit<PassOnReport, 'report'>,
): Promise<boolean> {
  let any = false
  for (const report of open) any = (await passOnReport(world, tenant, { ...how, report })).ok || any
  return any
}

/** What is done for an absence is not done where that was taken back. */
async function stillHolds(world: World, { tenant, person, since }: Jobs['people.hand-over']): Promise<boolean> {
  if (since === null) return true
  const { settings } = (await world.directories.of(tenant)).tenant
  const absences = await world.read(tenant, (reader) => readAbsences(reader, person))
  return absenceOn(absences, civilDate(world.now(), settings.calendar.zone))?.from === since
}
