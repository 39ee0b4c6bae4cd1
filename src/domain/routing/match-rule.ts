import { Temporal } from 'temporal-polyfill'
import { isWorkingDay, type WorkingCalendar } from '../clocks/working-calendar.ts'
import type { Report } from '../reports/report.ts'
import { civilDate } from '../shared/civil-date.ts'
import type { AreaId, AuthorGroupId, CategoryId } from '../shared/id.ts'
import { searchText } from '../shared/search-text.ts'
import { withDescendants } from '../shared/tree.ts'
import type { Condition } from './rule.ts'
import { passes } from './test-answer.ts'

/** What a rule looks at; `submittedAt` is when it was sent. */
export type RoutedReport = Pick<
  Report,
  'kind' | 'category' | 'area' | 'channel' | 'title' | 'description' | 'address' | 'answers' | 'submittedAt'
> & {
  /** The groups that its author belongs to. */
  readonly authorGroups: readonly AuthorGroupId[]
}

type Tree<Of extends string> = ReadonlyMap<Of, { readonly id: Of; readonly parent: Of | null }>

/** The body's trees and its calendar. */
export type MatchContext = {
  readonly categories: Tree<CategoryId>
  readonly areas: Tree<AreaId>
  readonly calendar: WorkingCalendar
}

/** Tells whether a report meets a condition. */
export function meets(report: RoutedReport, condition: Condition, context: MatchContext): boolean {
  return holds(report, condition, context) !== condition.not
}

function holds(report: RoutedReport, condition: Condition, { categories, areas, calendar }: MatchContext): boolean {
  switch (condition.about) {
    case 'kind':
      return condition.kinds.includes(report.kind)
    case 'category':
      return condition.categories.some((category) => withDescendants(categories, category).includes(report.category))
    case 'area': {
      const { area } = report
      return area !== null && condition.areas.some((one) => withDescendants(areas, one).includes(area))
    }
    case 'channel':
      return condition.channels.includes(report.channel)
    case 'author':
      return condition.groups.some((group) => report.authorGroups.includes(group))
    case 'words':
      return holdsWord(report, condition.words)
    case 'answer':
      return answered(report, condition)
    case 'typed': {
      const { category, code } = condition.question
      return report.category === category && passes(report.answers[code], condition.test)
    }
    case 'time':
      return isWithin(report.submittedAt, condition, calendar.zone)
    case 'holiday':
      return !isWorkingDay(civilDate(report.submittedAt, calendar.zone), calendar)
  }
}

function holdsWord({ title, description, address }: RoutedReport, words: readonly string[]): boolean {
  const text = ` ${searchText(`${title} ${description} ${address ?? ''}`)} `
  return words.some((word) => text.includes(` ${searchText(word)} `))
}

function answered({ category, answers }: RoutedReport, asked: Extract<Condition, { about: 'answer' }>): boolean {
  const given = category === asked.question.category ? answers[asked.question.code] : undefined
  return given !== undefined && [given].flat().some((answer) => asked.answers.includes(answer))
}

function isWithin(at: Date, { days, from, to }: Extract<Condition, { about: 'time' }>, zone: string): boolean {
  const civil = Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(zone)
  const time = civil.toPlainTime().toString({ smallestUnit: 'minute' })
  if (from < to) return days.includes(civil.dayOfWeek) && time >= from && time < to
  // The night after one of the days: its evening, or the next morning.
  const before = civil.dayOfWeek === 1 ? 7 : civil.dayOfWeek - 1
  return (days.includes(civil.dayOfWeek) && time >= from) || (days.includes(before) && time < to)
}
