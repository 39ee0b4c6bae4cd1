import type { Move } from '#domain/reports/move.ts'
import type { Report } from '#domain/reports/report.ts'
import type { ReportId } from '#domain/shared/id.ts'
import { moveReport } from '#server/use-cases/reports/move-report.ts'
import { monday, type Town } from '#tests/town.ts'
import { type Client, type Fields, keyOf, openClient, postReport } from './client.ts'

/** A program that sent reports for Ada, the desk that works them, and the clock between them. */
export type Programme = {
  readonly client: Client
  readonly key: string
  now(): Date
  later(minutes?: number): Date
  sent(): Promise<Report>
  desk(report: ReportId, move: Move): Promise<void>
  /** The fields of an update, those given in the place of the usual ones; each has an id of its own. */
  update(report: Pick<Report, 'number'>, ...more: Fields): Fields
}

export async function openProgramme(town: Town): Promise<Programme> {
  const key = await keyOf(town)
  let clock = monday.getTime()
  let updates = 0
  const later = (minutes = 1): Date => {
    clock += minutes * 60_000
    town.setNow(new Date(clock))
    return new Date(clock)
  }
  return {
    client: openClient(town),
    key,
    now: () => new Date(clock),
    later,
    sent: () => {
      later()
      const place: Fields = [
        ['service_code', 'pothole'],
        ['lat', '44.05'],
        ['long', '9.05'],
        ['description', 'Buca'],
      ]
      return postReport(town, [['api_key', key], ['email', 'ada@example.org'], ...place])
    },
    desk: async (report, move) => {
      later()
      const moved = await moveReport(town.world, town.tenant, { report, move, seenVersion: null, by: town.desk, channel: 'web' })
      if (!moved.ok) throw new Error(moved.refusal)
    },
    update: (report, ...more) => {
      const usual = new Map<string, string | File>([
        ['api_key', key],
        ['service_request_id', String(report.number)],
        ['update_id', `u${++updates}`],
        ['updated_datetime', new Date(clock).toISOString()],
        ['status', 'OPEN'],
        ['description', 'È ancora lì'],
      ])
      for (const [name] of more) usual.delete(name)
      return [...usual, ...more]
    },
  }
}
