import { messageLength } from '#domain/reports/move.ts'
import type { ReportId } from '#domain/shared/id.ts'
import type { Dictionary } from '#lib/messages/dictionary.ts'
import { fill } from '#lib/messages/fill.ts'
import { findSentUpdate } from '#server/storage/open311.ts'
import { findReportByNumber, readReport } from '#server/storage/reports.ts'
import { type AddUpdate, type AddUpdateRefusal, addUpdate } from '#server/use-cases/reports/add-update.ts'
import { discardPhotos } from '#server/use-cases/reports/store-photo.ts'
import { type Answer, answer, type Problem, problem, problemsOf } from './answer.ts'
import type { Call, KeyedCall, KeyedHandler } from './call.ts'
import { numbersIn, readDate } from './read-paging.ts'
import { readMediaUrls, storePhotos } from './read-photos.ts'

const longestId = 200

/** FixMyStreet's POST servicerequestupdates: what people write there about a report that it sent here. */
export const postUpdate: KeyedHandler = async (call: KeyedCall) => {
  const problems: Problem[] = []
  const update = readUpdate(call, problems)
  const refused = problemsOf(problems)
  if (refused) return refused
  const { world } = call.installation
  const tenant = call.directory.tenant.id
  const [number] = numbersIn([call.parameters.one('service_request_id')])
  const report = number === undefined ? null : await world.read(tenant, (reader) => findReportByNumber(reader, number))
  if (report === null) return problem(404, call.words.problems.requestUnknown)
  const sent = { key: update.by.key, report, updateId: update.updateId }
  const known = await world.read(tenant, (reader) => findSentUpdate(reader, sent))
  if (known) return added(known)

  const photos = await storePhotos(call)
  if (!photos.ok) return photos
  const done = await addUpdate(world, tenant, { ...update, report, photos: photos.value })
  if (!done.ok || done.value.repeated) await discardPhotos(world, photos.value)
  if (done.ok) return added(done.value.event)
  return done.refusal === 'other_sender' ? otherSender(call, report) : worded(call, done.refusal)
}

function added(event: string): Answer {
  return answer('service_request_updates', [{ update_id: event }])
}

function readUpdate(call: KeyedCall, problems: Problem[]): Omit<AddUpdate, 'report' | 'photos'> {
  const { parameters, words } = call
  for (const name of ['service_request_id', 'update_id', 'updated_datetime', 'status']) {
    if (parameters.one(name) === '') problems.push({ code: 400, description: fill(words.problems.missing, { name }) })
  }
  const text = parameters.one('description')
  const updateId = parameters.one('update_id')
  const limits = [['description', text, messageLength] as const, ['update_id', updateId, longestId] as const]
  for (const [name, value, n] of limits) {
    if (value.length > n) problems.push({ code: 400, description: fill(words.problems.tooLong, { name, n }) })
  }
  if (text === '' && parameters.files.length === 0) problems.push({ code: 400, description: words.problems.updateTextMissing })
  return {
    by: call.key,
    updateId,
    text,
    email: parameters.one('email') || null,
    writtenAt: readDate(call, problems, 'updated_datetime') ?? new Date(0),
    wish: wishOf(parameters.one('status')),
    mediaUrls: readMediaUrls(call, problems),
  }
}

/**
 * A status tells how the report stands where it was written, which is seldom a wish: FIXED and CLOSED are for the desk to read,
 * and close nothing. Only the author's OPEN on a closed report and CANCELLED on an open one ask for something.
 */
function wishOf(status: string): AddUpdate['wish'] {
  const said = status.toUpperCase()
  if (said === 'OPEN' || said === 'REOPEN') return 'reopen'
  return said === 'CANCELLED' ? 'withdraw' : 'none'
}

/** Somebody else's report is unknown to a client that may not even see it. */
async function otherSender(call: Call, id: ReportId): Promise<Answer> {
  const { problems } = call.words
  const report = await call.installation.world.read(call.directory.tenant.id, (reader) => readReport(reader, id))
  return report?.visible ? problem(403, problems.requestNotYours) : problem(404, problems.requestUnknown)
}

type Worded = keyof Dictionary['open311']['problems']

const refusals = {
  no_such_report: [404, 'requestUnknown'],
  note_missing: [400, 'refused'],
  note_too_long: [400, 'refused'],
  wrong_stage: [400, 'stage'],
  not_yours: [400, 'stage'],
  term_over: [400, 'reopenLate'],
  body_forbids: [400, 'reopenForbidden'],
  text_missing: [400, 'updateTextMissing'],
  text_too_long: [400, 'refused'],
  placeholder_left: [400, 'refused'],
  owner_missing: [400, 'refused'],
  date_missing: [400, 'refused'],
  date_past: [400, 'refused'],
  recipient_missing: [400, 'refused'],
  reason_missing: [400, 'refused'],
  other_report_missing: [400, 'refused'],
  other_report_itself: [400, 'refused'],
} as const satisfies Record<Exclude<AddUpdateRefusal, 'other_sender'>, readonly [number, Worded]>

function worded({ words }: Call, refusal: keyof typeof refusals): Answer {
  const [code, sentence] = refusals[refusal]
  return problem(code, words.problems[sentence])
}
