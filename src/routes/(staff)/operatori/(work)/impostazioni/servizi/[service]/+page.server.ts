import { error, fail, redirect } from '@sveltejs/kit'
import { checkConformity } from '#domain/services/check-conformity.ts'
import { type PublicationTimeRefusal, readPublicationTime, writePublicationTime } from '#domain/services/publication-time.ts'
import type { ServiceId } from '#domain/services/service.ts'
import {
  readDraft,
  type SheetRows,
  sheetRows,
  type Typed,
  withoutEmptyRows,
  withRow,
  writeDraft,
} from '#domain/services/sheet-form.ts'
import { sheetPath } from '#domain/services/sheet-path.ts'
import { isId } from '#domain/shared/id.ts'
import type { Refused, Result } from '#domain/shared/result.ts'
import { inLocale } from '#domain/shared/words.ts'
import type { RefusedForm } from '#lib/components/people/refused-form.ts'
import type { ShownDifference } from '#lib/components/settings/shown-change.ts'
import { writeMoment } from '#lib/messages/dates.ts'
import { fill } from '#lib/messages/fill.ts'
import { listServiceNames } from '#server/queries/public/service-names.ts'
import { namesOfAccounts } from '#server/storage/accounts.ts'
import { readWrittenService, type WrittenService, writingOf } from '#server/storage/service-drafts.ts'
import { discardDraftOfService } from '#server/use-cases/services/discard-draft-of-service.ts'
import { type PublishServiceRefusal, publishService } from '#server/use-cases/services/publish-service.ts'
import { type SaveDraftRefusal, saveDraftOfService } from '#server/use-cases/services/save-draft-of-service.ts'
import { scheduleService } from '#server/use-cases/services/schedule-service.ts'
import { withdrawService } from '#server/use-cases/services/withdraw-service.ts'
import { isBooked } from '../../../../../../(citizen)/service-links.server.ts'
import { readForm, textOf, textsOf } from '../../../../../../read-form.server.ts'
import { staffOf } from '../../../staff-of.server.ts'
import { differences } from '../../difference.server.ts'
import { presentHistory, readHistory } from '../../history.server.ts'
import { revert } from '../../revert.server.ts'
import { type FileField, takeFiles, type UntakenFile } from '../../take-files.server.ts'
import { reachedOffices, sheetChoices } from '../present-services.server.ts'
import { draftInWords } from '../service-in-words.server.ts'
import { fieldOfPart } from '../sheet-sections.ts'
import type { Actions, PageServerLoad, RequestEvent } from './$types'

const fileFields: readonly FileField[] = [
  { stem: 'picture', kind: 'picture' },
  { stem: 'document', kind: 'document', rows: true },
  { stem: 'conditions', kind: 'document' },
]

const dones = ['saved', 'published', 'scheduled', 'unscheduled', 'withdrawn', 'discarded'] as const

/** One service as it is being written, what it lacks, and every version that was published. */
export const load: PageServerLoad = async ({ locals, params, url }) => {
  const { installation, directory, words, locale } = locals
  const id = idOf(params.service, locals)
  const found = await installation.world.read(directory.tenant.id, async (reader) => {
    const service = await readWrittenService(reader, id)
    return {
      service,
      names: await listServiceNames(reader),
      writers: await namesOfAccounts(reader, service?.draftedBy ? [service.draftedBy] : []),
      history: await readHistory(reader, { subject: 'service', id }),
    }
  })
  const { service } = found
  if (!service) error(404, words.errors.notFound)
  const writing = writingOf(service)
  const asked = url.searchParams.get('fatto')
  const done = dones.find((one) => one === asked)
  return {
    locale,
    says: words.serviceEditor,
    title: inLocale(writing.sheet.title, locale),
    now: {
      ...writeDraft(writing),
      publishAt: [service.publishAt ? writePublicationTime(service.publishAt, zoneOf(locals)) : ''],
    },
    version: service.version,
    choices: sheetChoices(found.names, id, locals),
    offices: reachedOffices(locals),
    booked: isBooked(service.code, locals),
    published: service.state === 'published',
    publicHref: publicHref(service),
    drafted: draftedText(service, found.writers, locals),
    schedule: scheduleText(service, locals),
    history: presentHistory(found.history, locals),
    done: done ? words.serviceEditor.done[done] : asked === null ? null : words.settings.saved,
  }
}

function publicHref({ state, code, sheet }: WrittenService): string | null {
  const [category] = sheet.categories
  return state === 'published' && category ? sheetPath(category, code) : null
}

function draftedText(service: WrittenService, writers: ReadonlyMap<string, string>, locals: App.Locals): string | null {
  const { words, locale } = locals
  const { draftedAt, draftedBy } = service
  if (!draftedAt) return null
  const name = (draftedBy && writers.get(draftedBy)) || words.settings.history.system
  return fill(words.serviceEditor.draftBy, { name, date: writeMoment(draftedAt, locale, zoneOf(locals)) })
}

/** When the draft is published by itself, or was to be. */
function scheduleText({ publishAt, publishMissedAt }: WrittenService, locals: App.Locals) {
  const { set, missed } = locals.words.serviceEditor.schedule
  const date = (at: Date) => ({ date: writeMoment(at, locals.locale, zoneOf(locals)) })
  return { set: publishAt && fill(set, date(publishAt)), missed: publishMissedAt && fill(missed, date(publishMissedAt)) }
}

function zoneOf({ directory }: App.Locals): string {
  return directory.tenant.settings.calendar.zone
}

function idOf(text: string, { words }: App.Locals): ServiceId {
  return isId(text) ? (text as ServiceId) : error(404, words.errors.notFound)
}

type Asked = {
  readonly typed: Typed
  readonly seen: number
  readonly form: FormData
  readonly untaken: UntakenFile | null
}

async function askedBy({ request, locals }: RequestEvent): Promise<Asked> {
  const form = await readForm(request)
  const untaken = await takeFiles(form, fileFields, locals)
  const names = [...new Set([...form].map(([name]) => name))]
  const typed = Object.fromEntries(names.map((name) => [name, textsOf(form, name)]))
  return { form, typed, seen: Number(textOf(form, 'version')), untaken }
}

type Refusal = SaveDraftRefusal | PublishServiceRefusal | PublicationTimeRefusal

type FailedForm = RefusedForm & { readonly conflict: readonly ShownDifference[] }

/** The form again, with everything that was typed and what is wrong; after somebody else's saving, with what differs from it. */
async function failed(event: RequestEvent, name: string, { refusal, field }: Omit<Refused<Refusal>, 'ok'>, typed: Typed) {
  const { locals, params } = event
  const { serviceEditor, settings } = locals.words
  const conflict = refusal === 'old_version' && name === 'service' ? await conflictWith(typed, params.service, locals) : []
  const message = { ...settings.refusal, ...serviceEditor.refusal }[refusal]
  const refused: FailedForm = { name, field: field ?? null, message, values: typed, conflict }
  return fail(refusal === 'old_version' ? 409 : 422, refused)
}

/** The same where a file was not taken; those that were stand in the form already. */
function failedFile(untaken: UntakenFile, typed: Typed) {
  const refused: FailedForm = { name: 'service', ...untaken, values: typed, conflict: [] }
  return fail(422, refused)
}

async function conflictWith(typed: Typed, service: string, locals: App.Locals): Promise<readonly ShownDifference[]> {
  const { installation, directory } = locals
  const saved = await installation.world.read(directory.tenant.id, (reader) => readWrittenService(reader, idOf(service, locals)))
  return saved ? differences(draftInWords(writingOf(saved), locals), draftInWords(readDraft(typed), locals)) : []
}

function saveDraft({ locals, params }: RequestEvent, typed: Typed, seen: number): Promise<Result<null, SaveDraftRefusal>> {
  const { installation, directory } = locals
  const ask = { by: staffOf(locals), id: idOf(params.service, locals), draft: readDraft(typed), seen }
  return saveDraftOfService(installation.world, directory.tenant.id, ask)
}

export const actions: Actions = {
  save: async (event) => {
    const { typed, seen, untaken } = await askedBy(event)
    if (untaken) return failedFile(untaken, typed)
    const kept = withoutEmptyRows(typed)
    const saved = await saveDraft(event, kept, seen)
    if (!saved.ok) return failed(event, 'service', saved, kept)
    redirect(303, `${event.url.pathname}?fatto=saved`)
  },
  preview: async (event) => {
    const { typed, seen, untaken } = await askedBy(event)
    if (untaken) return failedFile(untaken, typed)
    const kept = withoutEmptyRows(typed)
    const saved = await saveDraft(event, kept, seen)
    if (!saved.ok) return failed(event, 'service', saved, kept)
    redirect(303, `${event.url.pathname}/anteprima`)
  },
  publish: async (event) => saveAndThen(event, await askedBy(event), publishService, 'published'),
  schedule: async (event) => {
    const asked = await askedBy(event)
    if (asked.untaken) return failedFile(asked.untaken, asked.typed)
    const { installation } = event.locals
    const at = readPublicationTime(asked.typed.publishAt?.[0] ?? '', zoneOf(event.locals), installation.world.now())
    if (!at.ok) return failed(event, 'service', { ...at, field: 'publishAt' }, withoutEmptyRows(asked.typed))
    return saveAndThen(
      event,
      asked,
      (world, tenant, ask) => scheduleService(world, tenant, { ...ask, at: at.value }),
      'scheduled',
    )
  },
  unschedule: (event) =>
    act(event, 'unschedule', (world, tenant, ask) => scheduleService(world, tenant, { ...ask, at: null }), 'unscheduled'),
  more: async (event) => {
    const { typed, form, untaken } = await askedBy(event)
    if (untaken) return failedFile(untaken, typed)
    const list = textOf(form, 'list')
    const values = Object.hasOwn(sheetRows, list) ? withRow(typed, list as SheetRows) : typed
    return { name: 'service', field: null, message: '', values, conflict: [] } satisfies FailedForm
  },
  withdraw: (event) => act(event, 'withdraw', withdrawService, 'withdrawn'),
  discard: (event) => act(event, 'discard', discardDraftOfService, 'discarded'),
  revert,
}

type Act = (...asked: Parameters<typeof publishService>) => Promise<Result<null, PublishServiceRefusal>>

/** Keeps what was typed as the draft, and does with it what was asked; what a criterion finds wanting is said beside its field. */
async function saveAndThen(event: RequestEvent, { typed, seen, untaken }: Asked, does: Act, done: (typeof dones)[number]) {
  if (untaken) return failedFile(untaken, typed)
  const kept = withoutEmptyRows(typed)
  const saved = await saveDraft(event, kept, seen)
  if (!saved.ok) return failed(event, 'service', saved, kept)
  const { installation, directory } = event.locals
  const ask = { by: staffOf(event.locals), id: idOf(event.params.service, event.locals), seen: seen + 1 }
  const did = await does(installation.world, directory.tenant.id, ask)
  if (did.ok) redirect(303, `${event.url.pathname}?fatto=${done}`)
  const [lack] = checkConformity(readDraft(kept).sheet, directory.offices)
  const field = did.refusal === 'would_fail' && lack ? fieldOfPart[lack.part] : null
  return failed(event, 'service', { ...did, ...(field && { field }) }, kept)
}

async function act(event: RequestEvent, name: string, does: Act, done: (typeof dones)[number]) {
  const { locals, params, url } = event
  const { typed, seen } = await askedBy(event)
  const ask = { by: staffOf(locals), id: idOf(params.service, locals), seen }
  const acted = await does(locals.installation.world, locals.directory.tenant.id, ask)
  if (!acted.ok) return failed(event, name, acted, typed)
  redirect(303, `${url.pathname}?fatto=${done}`)
}
