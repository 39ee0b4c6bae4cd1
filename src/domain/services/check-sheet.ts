import { checkPicture, type Picture, type PictureRefusal } from '../files/picture.ts'
import { checkLink, type Link, type LinkRefusal } from '../shared/link.ts'
import { done, type Result, refuse } from '../shared/result.ts'
import { longField, type Words } from '../shared/words.ts'
import { type Phase, type ServiceContact, type ServiceSheet, type Span, sheetLengths } from './service.ts'

/** The texts of a sheet, in its own order. */
export const sheetTexts = [
  'title',
  'subtitle',
  'statusReason',
  'description',
  'audience',
  'applicants',
  'coverage',
  'extended',
  'howTo',
  'needed',
  'achieved',
  'procedures',
  'terms',
  'costs',
  'payment',
  'access',
  'further',
  'constraints',
  'specialCases',
  'conditionsText',
] as const satisfies readonly (keyof ServiceSheet)[]

export type SheetText = (typeof sheetTexts)[number]

export type SheetRefusal = LinkRefusal | PictureRefusal | 'title_missing' | 'amount_wrong' | 'date_wrong' | 'nace_wrong'

type Problem = { readonly refusal: SheetRefusal; readonly field: string } | null

const civilDate = /^\d{4}-\d{2}-\d{2}$/
const naceCode = /^[A-U]?\d{0,2}(\.\d{1,2})?$/

/** A draft may leave out whatever it likes but its title; what it says has to be such that it can be shown. */
export function checkSheet<Office, Service>(
  sheet: ServiceSheet<Office, Service>,
): Result<ServiceSheet<Office, Service>, SheetRefusal> {
  if (sheet.title.it.trim() === '') return refuse('title_missing', 'title')
  const problem = firstOf([
    ofPicture(sheet.picture),
    ...sheetTexts.map((field) => tooLong(field, sheet[field], longestOf(field))),
    ...sheet.neededList.map((line, n) => ofLine(line, 'needed-line', n)),
    ...sheet.phases.map(ofPhase),
    ofSpan(sheet.responseTime, 'response-amount'),
    ofLink(sheet.online, 'online', ''),
    ...sheet.documents.map((link, n) => ofLink(link, 'document', `-${n}`)),
    ofLink(sheet.conditions, 'conditions', ''),
    ...sheet.contacts.map(ofContact),
    ...sheet.synonyms.map((text) => tooLong('synonyms', { it: text }, sheetLengths.line)),
    tooLong('ipaCode', { it: sheet.ipaCode }, 60),
    sheet.nace.every((code) => naceCode.test(code)) ? null : { refusal: 'nace_wrong', field: 'nace' },
  ])
  return problem ? refuse(problem.refusal, problem.field) : done(sheet)
}

/** The longest that a text of a sheet may be, in characters. */
export function longestOf(text: SheetText): number {
  if (text === 'title' || text === 'description') return sheetLengths[text]
  return text === 'subtitle' ? sheetLengths.line : sheetLengths.text
}

function firstOf(problems: readonly Problem[]): Problem {
  return problems.find((problem) => problem !== null) ?? null
}

function tooLong(field: string, words: Words, most: number, row = ''): Problem {
  const long = longField(field, words, most)
  return long ? { refusal: 'text_too_long', field: `${long}${row}` } : null
}

function ofPicture(picture: Picture | null): Problem {
  const checked = checkPicture(picture)
  return checked.ok ? null : { refusal: checked.refusal, field: checked.field ?? 'picture-file' }
}

function ofLine(line: Words, field: string, n: number): Problem {
  return line.it === '' ? { refusal: 'row_unfinished', field: `${field}-${n}` } : tooLong(field, line, sheetLengths.line, `-${n}`)
}

function ofPhase({ title, subtitle, when }: Phase, n: number): Problem {
  return firstOf([
    ofLine(title, 'phase-title', n),
    tooLong('phase-subtitle', subtitle, sheetLengths.line, `-${n}`),
    when && 'date' in when ? ofDate(when.date, `phase-date-${n}`) : ofSpan(when, `phase-amount-${n}`),
  ])
}

function ofDate(date: string, field: string): Problem {
  const instant = civilDate.test(date) ? new Date(`${date}T00:00:00Z`) : null
  const there = instant !== null && !Number.isNaN(instant.getTime()) && instant.toISOString().startsWith(date)
  return there ? null : { refusal: 'date_wrong', field }
}

function ofSpan(span: Span | null, field: string): Problem {
  return span === null || (Number.isSafeInteger(span.amount) && span.amount > 0) ? null : { refusal: 'amount_wrong', field }
}

function ofLink(link: Link | null, name: string, row: string): Problem {
  const checked = link && checkLink(link, name, row)
  return !checked || checked.ok ? null : { refusal: checked.refusal, field: checked.field ?? name }
}

function ofContact({ value, note }: ServiceContact, n: number): Problem {
  return firstOf([ofLine({ it: value }, 'contact-value', n), tooLong('contact-note', note, sheetLengths.line, `-${n}`)])
}
