import { messageKinds } from '#domain/conversations/message.ts'
import type { Staff } from '#domain/people/actor.ts'
import type { Sort } from '#domain/reports/list-look.ts'
import { everything, type ReportFilter } from '#domain/reports/report-filter.ts'
import { civilDate } from '#domain/shared/civil-date.ts'
import type { CategoryId, ReportId } from '#domain/shared/id.ts'
import { countInbox } from '#server/queries/desk/count-inbox.ts'
import { listLikeReports } from '#server/queries/desk/like-reports.ts'
import { listReports } from '#server/queries/desk/list/list-reports.ts'
import type { Reader } from '#server/storage/database.ts'
import { type Directory, deskOfficeOf } from '#server/storage/directory.ts'
import { listEvents } from '#server/storage/events.ts'
import { listMessages } from '#server/storage/messages.ts'
import { findReportByNumber, readReport } from '#server/storage/reports.ts'

/** Who asks, and about which report: somebody of the desk, somebody of an office, one report of the body. */
export type Asking = {
  readonly directory: Directory
  readonly desk: Staff
  readonly office: Staff
  readonly report: ReportId
  readonly number: number
  readonly category: CategoryId
  readonly now: Date
}

export type CommonQuery = {
  readonly name: string
  /** Which screen asks it, and what it must not do. */
  readonly about: string
  readonly ask: (reader: Reader) => Promise<unknown>
}

const place = { longitude: 8.9337, latitude: 44.4075 }

/** What is asked of the database most, all day. */
export function commonQueries({ directory, desk, office, report, number, category, now }: Asking): readonly CommonQuery[] {
  const list = (by: Staff, filter: Partial<ReportFilter>, sort: Sort) => (reader: Reader) =>
    listReports(reader, directory, by, {
      filter: { ...everything, ...filter },
      sort,
      after: null,
      size: 30,
      readers: [deskOfficeOf(directory)],
    })
  const day = civilDate(now, directory.tenant.settings.calendar.zone)
  const area = [...directory.areas.keys()][0] ?? null
  const like = { report, lead: null, title: 'Buca profonda', description: 'Una buca.', category, place, address: 'Via Lunga 12' }
  return [
    {
      name: 'inbox-counts',
      about: 'The counters beside the list of the desk, and live.',
      ask: (reader) => countInbox(reader, desk, { offices: null, person: null }),
    },
    {
      name: 'inbox',
      about: 'A page of the desk’s inbox, most pressing first.',
      ask: list(desk, { bucket: 'take_in_charge' }, 'pressing'),
    },
    {
      name: 'inbox-of-an-office',
      about: 'A page of the inbox of somebody who works in an office.',
      ask: list(office, { bucket: 'work' }, 'pressing'),
    },
    {
      name: 'inbox-of-a-person',
      about: 'A page of what lies with one person.',
      ask: list(office, { bucket: 'open', person: 'me' }, 'pressing'),
    },
    {
      name: 'list-of-everything',
      about: 'The newest reports of all: more match than are collected, and a walk in the order of the list finds them.',
      ask: list(desk, {}, 'newest'),
    },
    {
      name: 'list-by-stage',
      about: 'The newest reports of a stage that many have.',
      ask: list(desk, { stages: ['resolved'] }, 'newest'),
    },
    {
      name: 'list-of-an-office',
      about: 'The newest reports that somebody who works in an office may read.',
      ask: list(office, {}, 'newest'),
    },
    {
      name: 'list-by-category-and-area',
      about: 'The newest reports of a category in an area.',
      ask: list(desk, { category, area }, 'newest'),
    },
    {
      name: 'round-of-a-day',
      about: 'What is planned for a day in an area, to walk it.',
      ask: list(desk, { bucket: 'open', plannedFrom: day, plannedTo: day, area }, 'pressing'),
    },
    {
      name: 'list-by-recorder',
      about: 'The newest reports that one person wrote down for others.',
      ask: list(desk, { recordedBy: office.account }, 'newest'),
    },
    {
      name: 'search-by-words',
      about: 'Reports that hold some words, the newest first.',
      ask: list(desk, { text: 'lampione spento' }, 'newest'),
    },
    {
      name: 'report-by-number',
      about: 'The number that somebody types.',
      ask: (reader) => findReportByNumber(reader, number),
    },
    {
      name: 'report',
      about: 'The row of a report, as every change of it reads it too.',
      ask: (reader) => readReport(reader, report),
    },
    { name: 'history', about: 'The history on the page of a report.', ask: (reader) => listEvents(reader, report) },
    {
      name: 'conversation',
      about: 'The conversation on the page of a report.',
      ask: (reader) => listMessages(reader, report, messageKinds),
    },
    {
      name: 'like-reports',
      about: 'What may be the same problem, near by and in like words, shown at triage.',
      ask: (reader) => listLikeReports(reader, desk, like, directory.categories, now),
    },
  ]
}
