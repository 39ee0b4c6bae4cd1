import { error, fail, redirect } from '@sveltejs/kit'
import { may } from '#domain/reports/may.ts'
import type { AccountId, ReportId } from '#domain/shared/id.ts'
import type { ShownLetter } from '#lib/components/desk/refused.ts'
import type { Dictionary } from '#lib/messages/dictionary.ts'
import { fill } from '#lib/messages/fill.ts'
import { readReportFile } from '#server/queries/desk/report-file.ts'
import { deleteReplyDraft } from '#server/storage/reply-drafts.ts'
import { findReportByNumber, readReportByNumber } from '#server/storage/reports.ts'
import { readForm } from '../../../../../../read-form.server.ts'
import { staffOf } from '../../../staff-of.server.ts'
import { doneHref } from '../../inbox-filter.server.ts'
import type { RequestEvent } from './$types'
import { fieldOf, numberOf, seenVersion } from './asked.server.ts'
import { keepFiles } from './keep-files.server.ts'
import { presentEvents } from './present.server.ts'

/** Every refusal of every form of this page; each has its words. */
export type Refusal =
  | keyof Dictionary['desk']['refusal']
  | keyof Dictionary['groups']['refusal']
  | keyof Dictionary['people']['refusal']
  | keyof Dictionary['suppliers']['refusal']
  | keyof Dictionary['triage']['refusal']

export type Answer = { readonly ok: true } | { readonly ok: false; readonly refusal: Refusal }

export type Asked = {
  readonly report: ReportId
  readonly seenVersion: number
  readonly by: NonNullable<App.Locals['staff']>
}

/** Every form of this page goes this way: done, it shows the report again; refused, it says why and keeps what was typed. */
export async function change(event: RequestEvent, name: string, ask: (form: FormData, asked: Asked) => Answer | Promise<Answer>) {
  const { locals, params, request } = event
  const form = await readForm(request)
  const { by, report } = await whoAndWhat(event)
  const kept = await keepFiles(form, report, by, locals)
  if (!kept.ok) return fail(422, refusedFiles(name, form, kept.message))
  const answer = await ask(form, { report, seenVersion: seenVersion(form), by })
  if (answer.ok) await forgetDraft(event, report, by.account, String(form.get('act') ?? name))
  if (answer.ok) redirect(303, doneHref(params.number, event.url))
  if (answer.refusal !== 'old_version') return fail(422, refused(name, answer.refusal, form, locals))
  return fail(409, { ...refused(name, answer.refusal, form, locals), conflict: await whatChanged(event, seenVersion(form)) })
}

/** What was sent is no draft any more. */
function forgetDraft({ locals }: RequestEvent, report: ReportId, account: AccountId, form: string): Promise<void> {
  const { installation, directory } = locals
  return installation.world.transaction(directory.tenant.id, (tx) => deleteReplyDraft(tx, { report, account, form }))
}

/** A request about a report, whatever page of it was asked. */
export type Asking = Pick<RequestEvent, 'locals' | 'params'>

/** Who asks and of which report: nothing is done with one, or told of it, to whoever may not read it. */
export async function whoAndWhat({ locals, params }: Asking): Promise<{ readonly by: Asked['by']; readonly report: ReportId }> {
  const { installation, directory, words } = locals
  const by = staffOf(locals)
  const report = await installation.world.read(directory.tenant.id, (reader) =>
    readReportByNumber(reader, numberOf(params.number)),
  )
  if (!report) error(404, words.errors.notFound)
  if (!may(by, 'read', report).ok) error(403, words.desk.file.notForYou)
  return { by, report: report.id }
}

/** Forms that stand in a section of the page and not among the actions. */
const sections: Readonly<Record<string, string>> = {
  photo: 'photos',
  comment: 'conversation',
  contacts: 'contacts',
  resend: 'mails',
  gather: 'around',
  ungroup: 'around',
  lead: 'around',
  unrelate: 'around',
}

/** What the page is given of a refusal; where it concerns no field, the form itself is pointed at. */
export function refused(name: string, refusal: Refusal, form: FormData, { words }: App.Locals) {
  const values = Object.fromEntries([...form].map(([key, value]) => [key, String(value)]))
  const [act, field] = [values.act ?? null, fieldOf(refusal, name)]
  const where = act ?? name
  const target = sections[name] ?? `${field ?? 'action'}-${where}`
  return {
    name,
    act,
    field,
    target,
    refusal,
    message: fill(wordsOf(words)[refusal], { number: numberOf(values.other ?? '') }),
    values,
    ticked: tickedIn(form),
    conflict: null,
  }
}

/** What was chosen under each name, of which there may be several. */
function tickedIn(form: FormData): Readonly<Record<string, readonly string[]>> {
  return Object.fromEntries([...new Set(form.keys())].map((name) => [name, form.getAll(name).map(String)]))
}

/** The page with what was typed, and something more, where nothing was asked for yet. */
export function shownAgain(
  name: string,
  form: FormData,
  more: { readonly letter?: ShownLetter; readonly values?: Readonly<Record<string, string>> },
) {
  const values = { ...Object.fromEntries([...form].map(([key, value]) => [key, String(value)])), ...more.values }
  const act = values.act ?? null
  return { name, act, field: null, target: `action-${act ?? name}`, message: '', conflict: null, letter: more.letter, values }
}

/** What is said beside the files of a form, with everything typed kept. */
export function refusedFiles(name: string, form: FormData, message: string) {
  const shown = shownAgain(name, form, {})
  return { ...shown, field: 'files', message, target: `files-${shown.act ?? name}` }
}

/** Where two subjects refuse by one name, the desk's words hold for both. */
function wordsOf({ desk, groups, people, suppliers, triage }: Dictionary): Readonly<Record<Refusal, string>> {
  return { ...suppliers.refusal, ...people.refusal, ...desk.refusal, ...groups.refusal, ...triage.refusal }
}

/** The report of a number as a person types it. */
export function findReport({ locals }: Pick<Asking, 'locals'>, number: string): Promise<ReportId | null> {
  return locals.installation.world.read(locals.directory.tenant.id, (reader) => findReportByNumber(reader, numberOf(number)))
}

async function whatChanged({ locals, params }: RequestEvent, version: number) {
  return locals.installation.world.read(locals.directory.tenant.id, async (reader) => {
    const file = await readReportFile(reader, numberOf(params.number))
    return file
      ? presentEvents(
          file.events.filter((one) => one.version > version),
          file,
          locals,
        )
      : []
  })
}
