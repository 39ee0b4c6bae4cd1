import { Temporal } from 'temporal-polyfill'
import { isCivilDate } from '../shared/day-span.ts'
import { done, type Result, refuse } from '../shared/result.ts'

export type PublicationTimeRefusal = 'time_wrong' | 'time_skipped' | 'time_twice' | 'time_past' | 'time_far'

/** How far ahead a publication is set, in months. */
const farthest = 12

/**
 * The instant of a civil moment as forms give it (`2026-05-11T09:00`) at which a draft is to be published: later than now, within
 * twelve months. An hour that the clocks skip, or go through twice, is no answer to when.
 */
export function readPublicationTime(moment: string, zone: string, now: Date): Result<Date, PublicationTimeRefusal> {
  const [date = '', time = ''] = moment.split('T')
  if (!isCivilDate(date) || !/^([01]\d|2[0-3]):[0-5]\d$/.test(time)) return refuse('time_wrong')
  const civil = Temporal.PlainDateTime.from(moment)
  const [first, last] = [at(civil, zone, 'earlier'), at(civil, zone, 'later')]
  if (first.epochMilliseconds !== last.epochMilliseconds) {
    return refuse(first.toPlainDateTime().equals(civil) ? 'time_twice' : 'time_skipped')
  }
  const instant = new Date(first.epochMilliseconds)
  if (instant <= now) return refuse('time_past')
  const limit = Temporal.Instant.fromEpochMilliseconds(now.getTime()).toZonedDateTimeISO(zone).add({ months: farthest })
  return instant.getTime() > limit.epochMilliseconds ? refuse('time_far') : done(instant)
}

/** The same the other way: an instant as forms show it. */
export function writePublicationTime(instant: Date, zone: string): string {
  const civil = Temporal.Instant.fromEpochMilliseconds(instant.getTime()).toZonedDateTimeISO(zone).toPlainDateTime()
  return civil.toString({ smallestUnit: 'minute' })
}

function at(civil: Temporal.PlainDateTime, zone: string, disambiguation: 'earlier' | 'later'): Temporal.ZonedDateTime {
  return civil.toZonedDateTime(zone, { disambiguation })
}
