import { wrongDay } from '../clocks/check-calendar.ts'
import type { Office } from '../offices/office.ts'
import { isEmail } from '../reports/submission.ts'
import { isCivilDate } from '../shared/day-span.ts'
import type { OfficeId } from '../shared/id.ts'
import { done, type Refused, type Result, refuse } from '../shared/result.ts'
import { longField } from '../shared/words.ts'
import type { CalendarSetting, ExtraOpening, Reason } from './booking-calendar.ts'

/** The longest texts of a calendar, in characters. */
export const calendarLengths = { title: 120, reason: 120, code: 40, bring: 1000, address: 200 } as const

/** What is too much for a calendar: seats, minutes, days and hours. */
export const calendarMost = { seats: 50, minutes: 480, buffer: 120, days: 365, hours: 720, rows: 100 } as const

export type CalendarSettingRefusal =
  | 'title_missing'
  | 'title_too_long'
  | 'text_too_long'
  | 'office_unknown'
  | 'email_wrong'
  | 'interval_wrong'
  | 'seats_wrong'
  | 'reasons_missing'
  | 'reason_name_missing'
  | 'reason_code_wrong'
  | 'reason_code_taken'
  | 'minutes_wrong'
  | 'days_wrong'
  | 'hours_wrong'
  | 'closure_wrong'
  | 'extra_wrong'

type Wrong = Refused<CalendarSettingRefusal> | null

/** Checks a calendar before it is kept: an office that works, hours and days in order, reasons with codes of their own and a length. */
export function checkCalendarSetting(
  setting: CalendarSetting,
  offices: ReadonlyMap<OfficeId, Pick<Office, 'active'>>,
): Result<CalendarSetting, CalendarSettingRefusal> {
  if (!offices.get(setting.office)?.active) return refuse('office_unknown', 'office')
  return wrongText(setting) ?? wrongTimes(setting) ?? wrongReasons(setting.reasons) ?? done(setting)
}

function wrongText({ title, bring, address, email }: CalendarSetting): Wrong {
  if (title.it.trim() === '') return refuse('title_missing', 'title')
  const longTitle = longField('title', title, calendarLengths.title)
  if (longTitle) return refuse('title_too_long', longTitle)
  const longBring = longField('bring', bring, calendarLengths.bring)
  if (longBring) return refuse('text_too_long', longBring)
  if ((address ?? '').length > calendarLengths.address) return refuse('text_too_long', 'address')
  return email === null || isEmail(email) ? null : refuse('email_wrong', 'email')
}

function wrongTimes(setting: CalendarSetting): Wrong {
  const { seats, opening, leadHours, noticeHours, firstDay, lastDay, closures, extra } = setting
  if (!isWithin(seats, 1, calendarMost.seats)) return refuse('seats_wrong', 'seats')
  const day = wrongDay(opening)
  if (day) return refuse('interval_wrong', `day-${day}`)
  if (!isWithin(leadHours, 0, calendarMost.hours)) return refuse('hours_wrong', 'lead-hours')
  if (!isWithin(noticeHours, 0, calendarMost.hours)) return refuse('hours_wrong', 'notice-hours')
  if (!isWithin(firstDay, 0, calendarMost.days)) return refuse('days_wrong', 'first-day')
  if (!isWithin(lastDay, firstDay, calendarMost.days)) return refuse('days_wrong', 'last-day')
  const closure = closures.length > calendarMost.rows ? 0 : closures.findIndex((one) => !isClosure(one))
  if (closure >= 0) return refuse('closure_wrong', 'closures')
  return extra.length <= calendarMost.rows && extra.every(isExtra) ? null : refuse('extra_wrong', 'extra')
}

function wrongReasons(reasons: readonly Reason[]): Wrong {
  if (reasons.length === 0) return refuse('reasons_missing', 'reasons')
  for (const [at, { code, name, minutes, buffer }] of reasons.entries()) {
    const field = (of: string) => `reason-${at}-${of}`
    if (name.it.trim() === '') return refuse('reason_name_missing', field('name'))
    const long = longField(field('name'), name, calendarLengths.reason)
    if (long) return refuse('text_too_long', long)
    if (!/^[a-z0-9-]{1,40}$/.test(code)) return refuse('reason_code_wrong', field('name'))
    if (reasons.findIndex((other) => other.code === code) !== at) return refuse('reason_code_taken', field('name'))
    if (!isWithin(minutes, 5, calendarMost.minutes)) return refuse('minutes_wrong', field('minutes'))
    if (!isWithin(buffer, 0, calendarMost.buffer)) return refuse('minutes_wrong', field('buffer'))
  }
  return null
}

function isWithin(number: number, least: number, most: number): boolean {
  return Number.isInteger(number) && number >= least && number <= most
}

function isClosure({ from, to }: CalendarSetting['closures'][number]): boolean {
  return isCivilDate(from) && isCivilDate(to) && from < to
}

function isExtra({ date, from, to }: ExtraOpening): boolean {
  const day = { 1: [{ from, to }], 2: [], 3: [], 4: [], 5: [], 6: [], 7: [] }
  return isCivilDate(date) && wrongDay(day) === undefined
}
