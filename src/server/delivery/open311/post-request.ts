import type { ReportId } from '#domain/shared/id.ts'
import type { Dictionary } from '#lib/messages/dictionary.ts'
import { findReportBySubmission, readReport } from '#server/storage/reports.ts'
import { type OpenReportRefusal, openReport } from '#server/use-cases/reports/open-report.ts'
import { discardPhotos } from '#server/use-cases/reports/store-photo.ts'
import { type Answer, answer, problem } from './answer.ts'
import type { Call, KeyedCall, KeyedHandler } from './call.ts'
import { storePhotos } from './read-photos.ts'
import { readSubmission } from './read-submission.ts'
import { promiseOf } from './show-requests.ts'
import { submissionKeyOf } from './submission-key.ts'

type Problem = keyof Dictionary['open311']['problems']

/** What only a body that changed its settings meanwhile can still refuse: the reading of the submission named the rest. */
const refusals = {
  kind_not_taken: [400, 'refused'],
  category_missing: [404, 'serviceUnknown'],
  category_unknown: [404, 'serviceUnknown'],
  title_missing: [400, 'refused'],
  title_too_long: [400, 'refused'],
  description_missing: [400, 'refused'],
  description_too_long: [400, 'refused'],
  answers_wrong: [400, 'refused'],
  referred: [400, 'refused'],
  place_missing: [400, 'placeMissing'],
  place_outside: [400, 'placeOutside'],
  address_too_long: [400, 'refused'],
  first_name_missing: [400, 'refused'],
  last_name_missing: [400, 'refused'],
  name_too_long: [400, 'refused'],
  email_missing: [400, 'refused'],
  email_wrong: [400, 'email'],
  phone_wrong: [400, 'phone'],
} as const satisfies Record<OpenReportRefusal, readonly [number, Problem]>

/** The standard's POST request: checked whole, pictures stored first, then received once or not at all. */
export const postRequest: KeyedHandler = async (call: KeyedCall) => {
  const { world } = call.installation
  const tenant = call.directory.tenant.id
  const clientId = call.idempotencyKey || call.parameters.attributes.fixmystreet_id?.[0] || ''
  const submissionKey = clientId === '' ? world.newId<'submission'>() : submissionKeyOf(call.key.key, clientId)
  const known = await world.read(tenant, (reader) => findReportBySubmission(reader, submissionKey))
  if (known) return received(call, known.id)

  const submission = await readSubmission(call)
  if (!submission.ok) return submission
  const photos = await storePhotos(call)
  if (!photos.ok) return photos
  const by = { kind: 'machine', key: call.key.key } as const
  const opened = await openReport(world, tenant, { ...submission.value, submissionKey, by, attachments: photos.value })
  if (!opened.ok || opened.value.repeated) await discardPhotos(world, photos.value)
  if (opened.ok) return received(call, opened.value.report)
  const [code, words] = refusals[opened.refusal]
  return problem(code, call.words.problems[words])
}

async function received(call: Call, id: ReportId): Promise<Answer> {
  const report = await call.installation.world.read(call.directory.tenant.id, (reader) => readReport(reader, id))
  if (!report) throw new Error('a report was received and is not there')
  return answer('service_requests', [
    {
      service_request_id: String(report.number),
      service_notice: promiseOf(call, report),
      account_id: call.parameters.one('account_id') || null,
    },
  ])
}
