import type { CalendarSetting, Reason } from '#domain/appointments/booking-calendar.ts'
import { officeTree } from '#domain/offices/tree.ts'
import type { OfficeId } from '#domain/shared/id.ts'
import { inLocale } from '#domain/shared/words.ts'
import type { Option } from '#lib/forms/field.ts'
import type { Dictionary } from '#lib/messages/dictionary.ts'
import { textOf } from '../../../../../read-form.server.ts'
import type { Said } from '../../refused-form.server.ts'
import { readWeek, writeWeek } from '../weekly-hours.server.ts'

type CalendarRefusal = keyof Dictionary['calendars']['refusal']

/** How refusals of a calendar are said; each names its field. */
export function saidOfCalendars({ words }: App.Locals): Said<CalendarRefusal> {
  return { words: words.calendars.refusal, fields: {} }
}

/** The offices that work, as their tree is read. */
export function officeChoices({ directory, locale }: App.Locals): readonly Option[] {
  return officeTree([...directory.offices.values()], ({ name }) => inLocale(name, locale))
    .filter(({ office }) => office.active)
    .map(({ office, depth }) => ({ value: office.id, label: `${'– '.repeat(depth)}${inLocale(office.name, locale)}` }))
}

const rows = {
  reason: ['code', 'name', 'name-en', 'minutes', 'buffer', 'services'],
  closure: ['from', 'to'],
  extra: ['date', 'from', 'to'],
} as const

type Rows = keyof typeof rows

/** The form without its empty rows, so that what a rule says of the n-th is said beside the n-th. */
export function withoutEmptyRows(form: FormData): FormData {
  const compact = new FormData()
  const isRow = (name: string) => /^(reason|closure|extra)-\d+-/.test(name)
  for (const [name, value] of form) if (!isRow(name)) compact.append(name, value)
  for (const kind of Object.keys(rows) as Rows[]) {
    for (const [to, from] of filledRows(form, kind).entries()) {
      for (const part of rows[kind]) compact.append(`${kind}-${to}-${part}`, textOf(form, `${kind}-${from}-${part}`))
    }
  }
  return compact
}

/** A row counts as long as anything but its code is written in it; without a name a reason is taken away. */
function filledRows(form: FormData, kind: Rows): readonly number[] {
  const numbers = [...form.keys()].flatMap((name) => (name.startsWith(`${kind}-`) ? [Number(name.split('-')[1])] : []))
  const isFilled = (n: number) => {
    const text = (part: string) => textOf(form, `${kind}-${n}-${part}`).trim()
    if (kind === 'reason' && text('code') !== '') return text('name') !== ''
    return rows[kind].some((part) => text(part) !== '')
  }
  return [...new Set(numbers)].toSorted((one, other) => one - other).filter(isFilled)
}

/** What the form of a calendar says. */
export function readCalendarForm(form: FormData): CalendarSetting {
  const text = (name: string) => textOf(form, name).trim()
  const number = (name: string) => (text(name) === '' ? Number.NaN : Number(text(name)))
  const words = (name: string) => ({ it: text(name), ...(text(`${name}-en`) !== '' && { en: text(`${name}-en`) }) })
  return {
    office: text('office') as OfficeId,
    title: words('title'),
    mode: text('mode') === 'online' ? 'online' : 'place',
    address: text('address') || null,
    bring: words('bring'),
    email: text('email') || null,
    opening: readWeek(form),
    seats: number('seats'),
    reasons: filledRows(form, 'reason').map((n) => readReason(n, { text, number, words })),
    leadHours: number('lead-hours'),
    firstDay: number('first-day'),
    lastDay: number('last-day'),
    noticeHours: number('notice-hours'),
    closures: filledRows(form, 'closure').map((n) => {
      const from = text(`closure-${n}-from`)
      return { from, to: moved(text(`closure-${n}-to`) || from, 1) }
    }),
    extra: filledRows(form, 'extra').map((n) => ({
      date: text(`extra-${n}-date`),
      from: text(`extra-${n}-from`),
      to: text(`extra-${n}-to`),
    })),
    active: text('active') !== '',
  }
}

type Read = {
  readonly text: (name: string) => string
  readonly number: (name: string) => number
  readonly words: (name: string) => Reason['name']
}

function readReason(n: number, { text, number, words }: Read): Reason {
  const name = words(`reason-${n}-name`)
  const services = text(`reason-${n}-services`).split(/[,;\s]+/)
  return {
    code: text(`reason-${n}-code`) || codeOf(name.it),
    name,
    minutes: number(`reason-${n}-minutes`),
    buffer: text(`reason-${n}-buffer`) === '' ? 0 : number(`reason-${n}-buffer`),
    services: services.filter(Boolean),
  }
}

/** A reason is named in addresses by what it was first called. */
function codeOf(name: string): string {
  const plain = name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
  return plain
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 40)
    .replace(/^-|-$/g, '')
}

/** A calendar as it is typed, by the names of the fields. */
export function asTyped(setting: CalendarSetting): Readonly<Record<string, string>> {
  const { title, bring, reasons, closures, extra } = setting
  const reason = ({ code, name, minutes, buffer, services }: Reason, n: number) => ({
    [`reason-${n}-code`]: code,
    [`reason-${n}-name`]: name.it,
    [`reason-${n}-name-en`]: name.en ?? '',
    [`reason-${n}-minutes`]: String(minutes),
    [`reason-${n}-buffer`]: String(buffer),
    [`reason-${n}-services`]: services.join(', '),
  })
  const texts = [
    ...reasons.map(reason),
    ...closures.map(({ from, to }, n) => ({ [`closure-${n}-from`]: from, [`closure-${n}-to`]: moved(to, -1) })),
    ...extra.map(({ date, from, to }, n) => ({ [`extra-${n}-date`]: date, [`extra-${n}-from`]: from, [`extra-${n}-to`]: to })),
  ]
  return {
    ...{ office: setting.office, mode: setting.mode, title: title.it, 'title-en': title.en ?? '' },
    ...{ address: setting.address ?? '', bring: bring.it, 'bring-en': bring.en ?? '', email: setting.email ?? '' },
    ...{ seats: String(setting.seats), 'lead-hours': String(setting.leadHours), 'notice-hours': String(setting.noticeHours) },
    ...{ 'first-day': String(setting.firstDay), 'last-day': String(setting.lastDay), active: setting.active ? 'on' : '' },
    ...writeWeek(setting.opening),
    ...Object.assign({}, ...texts),
  }
}

/** What a new calendar begins with. */
export const usual: Readonly<Record<string, string>> = {
  ...{ mode: 'place', seats: '1', 'lead-hours': '2', 'first-day': '0', 'last-day': '60', 'notice-hours': '24', active: 'on' },
  'reason-0-minutes': '30',
  'reason-0-buffer': '0',
}

function moved(date: string, days: number): string {
  const at = Date.parse(`${date}T00:00:00Z`)
  return Number.isNaN(at) ? date : new Date(at + days * 86_400_000).toISOString().slice(0, 10)
}
