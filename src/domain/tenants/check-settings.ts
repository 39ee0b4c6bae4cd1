import { type CalendarRefusal, checkCalendar } from '../clocks/check-calendar.ts'
import { isCivilDate } from '../shared/day-span.ts'
import { isPlace } from '../shared/place.ts'
import { done, type Refused, type Result, refuse } from '../shared/result.ts'
import { searchText } from '../shared/search-text.ts'
import { isWebAddress } from '../shared/web-address.ts'
import { longField } from '../shared/words.ts'
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
  | 'centre_wrong'
  | 'kinds_missing'
  | 'days_wrong'
  | 'words_wrong'
  | 'notice_missing'
  | 'notice_too_long'
  | 'date_wrong'
  | 'dates_turned'
  | 'colour_wrong'
  | 'contrast_low'

/** Checks what a body says of itself and decides for all, whole, before it is kept. */
export function checkSettings(settings: TenantSettings): Result<TenantSettings, SettingsRefusal> {
  const calendar = checkCalendar(settings.calendar)
  if (!calendar.ok) return calendar
  const checks = [wrongNames, wrongTexts, wrongDecisions, wrongNotice, wrongColour, wrongSite] as const
  for (const check of checks) {
    const wrong = check(settings)
    if (wrong) return wrong
  }
  return done(settings)
}

type Wrong = Refused<SettingsRefusal> | null

const mail = /^[^\s@]+@[^\s@]+\.[^\s@]+$/

function wrongNames(settings: TenantSettings): Wrong {
  if (settings.name.trim() === '') return refuse('body_name_missing', 'name')
  const lines = ['name', 'region', 'address', 'taxCode', 'phone', 'tollFree', 'whatsapp', 'email', 'pec'] as const
  const long = [...lines, 'accessibilityStatement' as const].find((line) => (settings[line] ?? '').length > settingsLimits.line)
  if (long) return refuse('line_too_long', long)
  const unreached = (['email', 'pec'] as const).find((line) => !mail.test(settings[line]))
  if (unreached) return refuse('mail_wrong', unreached)
  const { accessibilityStatement } = settings
  if (accessibilityStatement !== '' && !isWebAddress(accessibilityStatement))
    return refuse('address_wrong', 'accessibilityStatement')
  return isPlace(settings.centre) ? null : refuse('centre_wrong', 'centre')
}

function wrongTexts({ tagline, emergencyNotice, privacyNotice, terms }: TenantSettings): Wrong {
  const line = longField('tagline', tagline, settingsLimits.line)
  if (line) return refuse('line_too_long', line)
  const notice = longField('emergencyNotice', emergencyNotice, settingsLimits.notice)
  if (notice) return refuse('notice_too_long', notice)
  const text = longField('privacyNotice', privacyNotice, settingsLimits.text) ?? longField('terms', terms, settingsLimits.text)
  return text ? refuse('text_too_long', text) : null
}

function wrongDecisions(settings: TenantSettings): Wrong {
  const { kinds, blockedWords = [] } = settings
  if (kinds.length === 0) return refuse('kinds_missing', 'kinds')
  const days = (n: number) => Number.isInteger(n) && n >= 1 && n <= settingsLimits.days
  const endless = (['reopenDays', 'waitingDays'] as const).find((name) => !days(settings[name]))
  if (endless) return refuse('days_wrong', endless)
  const whole = blockedWords.every((word) => searchText(word) !== '' && word.length <= settingsLimits.word)
  return whole && blockedWords.length <= settingsLimits.words ? null : refuse('words_wrong', 'blocked')
}

function wrongNotice({ home }: TenantSettings): Wrong {
  if (!home?.notice) return null
  const { text, from, to } = home.notice
  if (text.it.trim() === '') return refuse('notice_missing', 'notice')
  const long = longField('notice', text, settingsLimits.notice)
  if (long) return refuse('notice_too_long', long)
  if (from !== null && !isCivilDate(from)) return refuse('date_wrong', 'from')
  if (to !== null && !isCivilDate(to)) return refuse('date_wrong', 'to')
  return from !== null && to !== null && to < from ? refuse('dates_turned', 'to') : null
}

function wrongColour({ look }: TenantSettings): Wrong {
  if (look?.colour === undefined) return null
  if (!isColour(look.colour)) return refuse('colour_wrong', 'colour')
  return contrast(look.colour, '#ffffff') >= leastContrast ? null : refuse('contrast_low', 'colour')
}

function wrongSite({ site }: TenantSettings): Wrong {
  if (!site) return null
  const groups = (['links', 'networks', 'statements'] as const).map((group) => [group, site[group]] as const)
  const all = groups.flatMap(([group, links]) => Object.entries(links).map(([name, link]) => [`${group}-${name}`, link] as const))
  const wrong = all.find(([, link]) => link !== undefined && (!isWebAddress(link) || link.length > settingsLimits.line))
  return wrong ? refuse('address_wrong', wrong[0]) : null
}
