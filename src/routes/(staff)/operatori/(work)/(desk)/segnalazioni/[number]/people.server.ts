import { fail, redirect } from '@sveltejs/kit'
import { manyHandOvers } from '#domain/reports/assignment.ts'
import { plainLook } from '#domain/reports/list-look.ts'
import { may } from '#domain/reports/may.ts'
import type { Report } from '#domain/reports/report.ts'
import { everything } from '#domain/reports/report-filter.ts'
import { isOpen } from '#domain/reports/stage.ts'
import { membersMetBy } from '#domain/routing/author-group.ts'
import { writeDate } from '#lib/messages/dates.ts'
import { count, fill, writeNumber } from '#lib/messages/fill.ts'
import { readOtherReports } from '#server/queries/people/other-reports.ts'
import { findMembers } from '#server/storage/author-groups.ts'
import { correctContacts } from '#server/use-cases/people/correct-contacts.ts'
import { lookAtContacts, lookAtOtherReports } from '#server/use-cases/people/look-at-contacts.ts'
import { giveBackReport } from '#server/use-cases/reports/give-back-report.ts'
import { takeReport } from '#server/use-cases/reports/take-report.ts'
import { hrefOf } from '../../offer-filters.server.ts'
import type { Actions, RequestEvent } from './$types'
import { text } from './asked.server.ts'
import { change, refused, whoAndWhat } from './change.server.ts'

/** What the page says of whose the report is, and of the notes that go with its changes. */
export function presentAssignment(report: Report, { directory, words, locale, staff }: App.Locals) {
  const { assignment } = words.people
  const goesRound = report.handOvers >= manyHandOvers && isOpen(report.stage)
  return {
    forcedNotes: directory.tenant.settings.forcedNotes as readonly string[],
    handOvers: goesRound ? `${count(locale, assignment.handOvers, report.handOvers)} ${assignment.many}` : null,
    mayCorrect: staff !== null && may(staff, 'correct_contacts', report).ok && report.author !== null,
  }
}

/** The forms about people on the page of a report. */
export const peopleActions = {
  take: (event) => change(event, 'take', (_, asked) => takeReport(worldOf(event), tenantOf(event), asked)),
  give_back: (event) =>
    change(event, 'give_back', (form, asked) =>
      giveBackReport(worldOf(event), tenantOf(event), { ...asked, note: text(form, 'note') }),
    ),
  contacts: async (event) => {
    const { by, report } = await whoAndWhat(event)
    const looked = await lookAtContacts(worldOf(event), tenantOf(event), report, by)
    if (!looked.ok) return fail(403, refused('contacts', looked.refusal, new FormData(), event.locals))
    return { contacts: looked.value, groups: await groupsInWords(looked.value?.email ?? null, event) }
  },
  others: async (event) => {
    const { by, report } = await whoAndWhat(event)
    const looked = await lookAtOtherReports(worldOf(event), tenantOf(event), report, by)
    if (!looked.ok) return fail(403, refused('contacts', looked.refusal, new FormData(), event.locals))
    return { others: await presentOthers(looked.value, by, event) }
  },
  all_of_author: async (event) => {
    const { by, report } = await whoAndWhat(event)
    const looked = await lookAtOtherReports(worldOf(event), tenantOf(event), report, by)
    if (!looked.ok) return fail(403, refused('contacts', looked.refusal, new FormData(), event.locals))
    redirect(303, hrefOf({ filter: { ...everything, author: looked.value.author }, look: plainLook }, event.locals))
  },
  correct: (event) =>
    change(event, 'correct', (form, asked) => {
      const given = (name: string) => text(form, name).trim() || null
      const contacts = {
        firstName: given('firstName'),
        lastName: given('lastName'),
        email: given('email'),
        phone: given('phone'),
      }
      return correctContacts(worldOf(event), tenantOf(event), { ...asked, contacts })
    }),
} satisfies Actions

/** The groups that an author is in by the e-mail that they gave: whoever sees the contacts may know. */
async function groupsInWords(email: string | null, { locals }: RequestEvent): Promise<string | null> {
  const { installation, directory, words } = locals
  const found = await installation.world.read(directory.tenant.id, (reader) => findMembers(reader, membersMetBy(email)))
  const groups = new Set([...found.values()].flat())
  const names = [...directory.authorGroups.values()].filter(({ id }) => groups.has(id)).map(({ name }) => `«${name}»`)
  return names.length === 0 ? null : fill(words.people.contacts.groups, { names: names.join(', ') })
}

/** What else the author sent, in words: how much in all, and what of it this person may open. */
async function presentOthers(report: Report, by: NonNullable<App.Locals['staff']>, { locals }: RequestEvent) {
  const { installation, directory, words, locale } = locals
  const { others } = words.people.contacts
  const { author, id } = report
  if (author === null) return { all: others.none, satisfaction: null, rows: [], readable: 0, notAll: [] }
  const found = await installation.world.read(directory.tenant.id, (reader) => readOtherReports(reader, by, { id, author }))
  const open = count(locale, others.open, found.open)
  return {
    all: found.all === 0 ? others.none : fill(count(locale, others.all, found.all), { open }),
    satisfaction: found.stars === null ? null : fill(others.satisfaction, { stars: writeNumber(locale, found.stars) }),
    rows: found.reports.map(({ number, title, stage, submittedAt }) => ({
      number,
      title,
      stage,
      sent: writeDate(submittedAt, locale, directory.tenant.settings.calendar.zone),
    })),
    readable: found.readable,
    notAll: [
      ...(found.reports.length < found.readable ? [count(locale, others.newest, found.reports.length)] : []),
      ...(found.readable < found.all ? [others.elsewhere] : []),
    ],
  }
}

function worldOf({ locals }: RequestEvent) {
  return locals.installation.world
}

function tenantOf({ locals }: RequestEvent) {
  return locals.directory.tenant.id
}
