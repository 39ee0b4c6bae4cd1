import { messageKinds } from '#domain/conversations/message.ts'
import type { Staff } from '#domain/people/actor.ts'
import type { ReportId } from '#domain/shared/id.ts'
import { countInbox } from '#server/queries/desk/count-inbox.ts'
import { type InboxFilter, listInbox } from '#server/queries/desk/inbox.ts'
import { listLikeReports } from '#server/queries/desk/like-reports.ts'
import type { Reader } from '#server/storage/database.ts'
import type { Directory } from '#server/storage/directory.ts'
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
  readonly now: Date
}

export type CommonQuery = {
  readonly name: string
  /** Which screen asks it, and what it must not do. */
  readonly about: string
  readonly ask: (reader: Reader) => Promise<unknown>
}

const everything: InboxFilter = { bucket: 'open', stage: null, office: null, person: null, text: '', reader: null, after: null }
const place = { longitude: 8.9337, latitude: 44.4075 }

/** What is asked of the database most, all day. */
export function commonQueries({ directory, desk, office, report, number, now }: Asking): readonly CommonQuery[] {
  const category = [...directory.categories.values()].find(({ parent }) => parent !== null)?.id ?? null
  const like = { report, lead: null, title: 'Buca profonda', description: 'Una buca.', category, place }
  return [
    {
      name: 'inbox-counts',
      about: 'The counters beside the list of the desk, and live.',
      ask: (reader) => countInbox(reader, desk, everything),
    },
    {
      name: 'inbox',
      about: 'A page of the desk’s inbox, most pressing first.',
      ask: (reader) => listInbox(reader, desk, { ...everything, bucket: 'take_in_charge' }),
    },
    {
      name: 'inbox-of-an-office',
      about: 'A page of the inbox of somebody who works in an office.',
      ask: (reader) => listInbox(reader, office, { ...everything, bucket: 'work' }),
    },
    {
      name: 'inbox-of-a-person',
      about: 'A page of what lies with one person.',
      ask: (reader) => listInbox(reader, office, { ...everything, person: office.account }),
    },
    {
      name: 'list-by-stage',
      about: 'The newest reports of a stage.',
      ask: (reader) => listInbox(reader, desk, { ...everything, stage: 'resolved' }),
    },
    {
      name: 'search-by-words',
      about: 'Reports that hold some words, the newest first.',
      ask: (reader) => listInbox(reader, desk, { ...everything, text: 'lampione spento' }),
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
