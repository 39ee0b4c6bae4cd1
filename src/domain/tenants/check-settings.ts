import { type CalendarRefusal, checkCalendar } from '../clocks/check-calendar.ts'
import { isCivilDate } from '../shared/day-span.ts'
import { done, type Result, refuse } from '../shared/result.ts'
import { searchText } from '../shared/search-text.ts'
import type { Words } from '../shared/words.ts'
import { contrast, isColour, leastContrast } from './colour.ts'
import type { TenantSettings } from './tenant.ts'

/** The longest texts of a body in characters; days are calendar days. */
const settingsLimits = { line: 200, text: 20_000, notice: 1000, days: 365, words: 500, word: 60 } as const

export type SettingsRefusal =
  | CalendarRefusal
  | 'body_name_missing'
  | 'line_too_long'
  | 'text_too_long'
  | 'mail_wrong'
  | 'address_wrong'
  | 'kinds_missing'
  | 'days_wrong'
  | 'words_wrong'
  | 'notice_wrong'
  | 'colour_wrong'
  | 'contrast_low'

/** Checks what a body says of itself and decides for all, whole, before it is kept. */
export function checkSettings(settings: TenantSettings): Result<TenantSettings, SettingsRefusal> {
  const calendar = checkCalendar(settings.calendar)
  if (!calendar.ok) return calendar
  const wrong =
    wrongNames(settings) ?? wrongTexts(settings) ?? wrongDecisions(settings) ?? wrongNotice(settings) ?? wrongColour(settings)
  return wrong === null ? done(settings) : refuse(wrong)
}

const mail = /^[^\s@]+@[^\s@]+\.[^\s@]+$/

function wrongNames(settings: TenantSettings): SettingsRefusal | null {
  const { name, region, address, taxCode, phone, email, pec, accessibilityStatement } = settings
  if (name.trim() === '') return 'body_name_missing'
  const lines = [name, region, address, taxCode, phone, email, pec, accessibilityStatement]
  if (lines.some((line) => line.length > settingsLimits.line)) return 'line_too_long'
  if (![email, pec].every((one) => mail.test(one))) return 'mail_wrong'
  return accessibilityStatement === '' || isWebAddress(accessibilityStatement) ? null : 'address_wrong'
}

function wrongTexts({ tagline, emergencyNotice, privacyNotice, terms }: TenantSettings): SettingsRefusal | null {
  const long = (words: Words, most: number) => words.it.length > most || (words.en ?? '').length > most
  if (long(tagline, settingsLimits.line)) return 'line_too_long'
  const texts = [privacyNotice, terms].some((words) => long(words, settingsLimits.text))
  return texts || long(emergencyNotice, settingsLimits.notice) ? 'text_too_long' : null
}

function wrongDecisions({ kinds, reopenDays, waitingDays, blockedWords = [] }: TenantSettings): SettingsRefusal | null {
  if (kinds.length === 0) return 'kinds_missing'
  const days = (n: number) => Number.isInteger(n) && n >= 1 && n <= settingsLimits.days
  if (!days(reopenDays) || !days(waitingDays)) return 'days_wrong'
  const whole = blockedWords.every((word) => searchText(word) !== '' && word.length <= settingsLimits.word)
  return whole && blockedWords.length <= settingsLimits.words ? null : 'words_wrong'
}

function wrongNotice({ home }: TenantSettings): SettingsRefusal | null {
  if (!home?.notice) return null
  const { text, from, to } = home.notice
  const dated = [from, to].every((date) => date === null || isCivilDate(date)) && !(from !== null && to !== null && to < from)
  const said = text.it.trim() !== '' && [text.it, text.en ?? ''].every((one) => one.length <= settingsLimits.notice)
  return dated && said ? null : 'notice_wrong'
}

function wrongColour({ look }: TenantSettings): SettingsRefusal | null {
  if (look?.colour === undefined) return null
  if (!isColour(look.colour)) return 'colour_wrong'
  return contrast(look.colour, '#ffffff') >= leastContrast ? null : 'contrast_low'
}

function isWebAddress(text: string): boolean {
  return URL.canParse(text) && /^https?:$/.test(new URL(text).protocol)
}
