import type { Staff } from '#domain/people/actor.ts'
import { plainLook } from '#domain/reports/list-look.ts'
import { type Deed, may } from '#domain/reports/may.ts'
import type { Move } from '#domain/reports/move.ts'
import { everything } from '#domain/reports/report-filter.ts'
import { isOpen } from '#domain/reports/stage.ts'
import type { ShownBeside, ShownLike, ShownSurroundings } from '#lib/components/desk/surroundings.ts'
import { writeDay } from '#lib/messages/dates.ts'
import { count, fill } from '#lib/messages/fill.ts'
import { type Beside, readSurroundings } from '#server/queries/desk/group.ts'
import { type LikeReport, listLikeReports } from '#server/queries/desk/like-reports.ts'
import type { ReportFile } from '#server/queries/desk/report-file.ts'
import type { Reader } from '#server/storage/database.ts'
import { readReport } from '#server/storage/reports.ts'
import { groupReport } from '#server/use-cases/groups/group-report.ts'
import { leadGroup } from '#server/use-cases/groups/lead-group.ts'
import { relateReports } from '#server/use-cases/groups/relate-reports.ts'
import { ungroupReport } from '#server/use-cases/groups/ungroup-report.ts'
import { unrelateReports } from '#server/use-cases/groups/unrelate-reports.ts'
import { keptSearch, withSearch } from '../../inbox-filter.server.ts'
import { hrefOf as listHref } from '../../offer-filters.server.ts'
import type { RequestEvent } from './$types'
import { text } from './asked.server.ts'
import { type Asked, change, findReport } from './change.server.ts'

/** What the page shows of the reports that this one has to do with, and of those that may be about the same. */
export async function presentSurroundings(
  reader: Reader,
  { report, events }: ReportFile,
  staff: Staff,
  locals: App.Locals,
  search: URLSearchParams,
): Promise<ShownSurroundings> {
  const { directory, installation } = locals
  const asks = (deed: Deed) => may(staff, deed, report).ok
  const open = isOpen(report.stage)
  const around = await readSurroundings(reader, staff, report, events)
  const like =
    open && (asks('group') || asks('relate'))
      ? await listLikeReports(reader, staff, { ...report, report: report.id }, directory.categories, installation.world.now())
      : []
  const known = [around.lead, around.whole, ...around.followers, ...around.parts, ...around.related].map((one) => one?.number)
  const show = (beside: Beside) => presentBeside(beside, search, locals)
  return {
    lead: around.lead && show(around.lead),
    followers: around.followers.map(show),
    leads: around.followers.length > 0 ? leadsInWords(around.followers.length, around.people, locals) : null,
    groupList: around.lead || around.followers.length > 0 ? groupList(around.lead?.number ?? report.number, locals) : null,
    parts: around.parts.map(show),
    whole: around.whole && show(around.whole),
    related: around.related.map((beside) => ({ ...show(beside), note: beside.note })),
    like: like.filter(({ number }) => !known.includes(number)).map((one) => presentLike(one, search, locals)),
    open,
    mayGroup: asks('group'),
    mayRelate: asks('relate'),
    maySplit: asks('split'),
  }
}

function groupList(lead: number, locals: App.Locals): string {
  return listHref({ filter: { ...everything, group: lead }, look: plainLook }, locals)
}

function leadsInWords(followers: number, people: number, { words, locale }: App.Locals): string {
  return fill(count(locale, words.groups.leads, followers), { people: count(locale, words.groups.people, people) })
}

function presentBeside(beside: Beside, search: URLSearchParams, { directory, locale }: App.Locals): ShownBeside {
  const { number, title, address, stage, submittedAt, authorWaits, readable } = beside
  return {
    number,
    title: readable ? title : '',
    address: readable ? address : null,
    stage,
    sent: writeDay(submittedAt, locale, directory.tenant.settings.calendar.zone),
    authorWaits,
    href: readable ? hrefOf(number, search) : null,
  }
}

function presentLike(one: LikeReport, search: URLSearchParams, locals: App.Locals): ShownLike {
  const { like } = locals.words.groups
  const why = [
    one.metres === null ? null : fill(like.metres, { n: one.metres }),
    one.sameAddress && like.address[one.sameAddress],
    one.words.length > 0 ? fill(like.words, { words: one.words.join(', ') }) : null,
    one.sameCategory ? like.category : null,
    one.lead === null ? null : fill(like.inGroup, { number: one.lead }),
  ]
  return {
    ...presentBeside({ ...one, authorWaits: false, readable: true }, search, locals),
    open: isOpen(one.stage),
    why: why.filter(Boolean).join(', '),
    score: fill(like.score, { n: one.score }),
  }
}

function hrefOf(number: number, search: URLSearchParams): string {
  return withSearch(`/operatori/segnalazioni/${number}`, keptSearch(search))
}

/** What is done with a group and with links from the page of one report; the other report is named by its number. */
export const groupActions = {
  group: (event: RequestEvent) =>
    change(event, 'group', async (form, asked) => {
      const lead = await otherReport(event, text(form, 'other'))
      return lead.ok ? groupReport(worldOf(event), tenantOf(event), { ...asked, lead: lead.value }) : lead
    }),
  gather: (event: RequestEvent) =>
    change(event, 'gather', async (form, { report, by, seenVersion }) => {
      const joining = await otherReport(event, text(form, 'other'))
      if (!joining.ok) return joining
      const ask = { report: joining.value, by, seenVersion, seen: report, lead: report }
      return groupReport(worldOf(event), tenantOf(event), ask)
    }),
  ungroup: (event: RequestEvent) =>
    change(event, 'ungroup', async (form, asked) => {
      const meant = await thisOrOther(event, form, asked)
      return meant.ok ? ungroupReport(worldOf(event), tenantOf(event), meant.value) : meant
    }),
  lead: (event: RequestEvent) =>
    change(event, 'lead', async (form, asked) => {
      const meant = await thisOrOther(event, form, asked)
      return meant.ok ? leadGroup(worldOf(event), tenantOf(event), meant.value) : meant
    }),
  relate: (event: RequestEvent) =>
    change(event, 'relate', async (form, asked) => {
      const other = await otherReport(event, text(form, 'other'))
      if (!other.ok) return other
      return relateReports(worldOf(event), tenantOf(event), { ...asked, other: other.value, note: text(form, 'text') })
    }),
  unrelate: (event: RequestEvent) =>
    change(event, 'unrelate', async (form, asked) => {
      const other = await otherReport(event, text(form, 'other'))
      if (!other.ok) return other
      return unrelateReports(worldOf(event), tenantOf(event), { ...asked, other: other.value })
    }),
}

/** A duplicate of what is still open is offered to be joined with it, once; whoever sends the same again means it. */
export async function offersGroup(event: RequestEvent, move: Move, form: FormData, asked: Asked): Promise<boolean> {
  if (move.act !== 'decline' || move.reason !== 'duplicate' || move.duplicateOf === null) return false
  if (text(form, 'anyway') === text(form, 'other')) return false
  const { duplicateOf } = move
  const [report, other] = await worldOf(event).read(tenantOf(event), async (reader) => [
    await readReport(reader, asked.report),
    await readReport(reader, duplicateOf),
  ])
  if (report === null || other === null || !may(asked.by, 'group', report).ok) return false
  const together = (report.lead ?? report.id) === (other.lead ?? other.id)
  return isOpen(other.stage) && !together
}

/** The report that a number names or, without one, the one whose page it is. */
async function thisOrOther(event: RequestEvent, form: FormData, asked: Asked) {
  if (text(form, 'other').trim() === '') return { ok: true, value: asked } as const
  const other = await otherReport(event, text(form, 'other'))
  return other.ok ? ({ ok: true, value: { ...asked, report: other.value, seen: asked.report } } as const) : other
}

async function otherReport(event: RequestEvent, number: string) {
  if (number.trim() === '') return { ok: false, refusal: 'other_report_missing' } as const
  const id = await findReport(event, number)
  return id ? ({ ok: true, value: id } as const) : ({ ok: false, refusal: 'other_report_unknown' } as const)
}

function worldOf({ locals }: RequestEvent) {
  return locals.installation.world
}

function tenantOf({ locals }: RequestEvent) {
  return locals.directory.tenant.id
}
