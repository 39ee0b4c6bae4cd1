import { inLocale } from '#domain/shared/words.ts'
import { writeDate } from '#lib/messages/dates.ts'
import { fill } from '#lib/messages/fill.ts'
import type { RequestRow } from '#server/queries/open311/list-requests.ts'
import { type Answer, answer } from './answer.ts'
import type { Call } from './call.ts'
import { writeInstant } from './instant.ts'
import { basicStatus } from './statuses.ts'
import type { Content } from './write-xml.ts'

/** Reports in the standard's shape, field by field. */
export function showRequests(call: Call, rows: readonly RequestRow[]): Answer {
  const extended = /^(true|1|yes)$/i.test(call.parameters.one('extensions'))
  const contents = rows.map((row) => ({
    ...requestOf(call, row),
    ...(extended && { extended_attributes: extensionsOf(call, row) }),
  }))
  return answer('service_requests', contents)
}

function requestOf(call: Call, row: RequestRow): { readonly [name: string]: Content } {
  const { directory, locale, origin } = call
  const category = directory.categories.get(row.category)
  const office = directory.offices.get(row.office)
  const [photo] = row.photos
  const status = basicStatus(row.stage)
  return {
    service_request_id: String(row.number),
    status,
    status_notes: row.reply,
    service_name: category ? inLocale(category.name, locale) : null,
    service_code: category?.code ?? null,
    description: row.description,
    agency_responsible: office ? inLocale(office.name, locale) : null,
    service_notice: status === 'open' ? promiseOf(call, row) : null,
    requested_datetime: writeInstant(row.submittedAt),
    updated_datetime: writeInstant(row.closedAt ?? row.updatedAt),
    expected_datetime: writeInstant(row.resolutionDue),
    address: row.address,
    address_id: null,
    zipcode: /\b\d{5}\b/.exec(row.address ?? '')?.[0] ?? null,
    lat: row.latitude,
    long: row.longitude,
    media_url: photo === undefined ? null : photoAddress(origin, photo),
  }
}

function extensionsOf({ directory, locale, origin }: Call, row: RequestRow): Content {
  const category = directory.categories.get(row.category)
  const group = category?.parent ? directory.categories.get(category.parent) : undefined
  const area = row.area === null ? undefined : directory.areas.get(row.area)
  const path = [group, category].flatMap((one) => (one ? [inLocale(one.name, locale)] : []))
  return {
    title: row.title,
    kind: row.kind,
    stage: row.stage,
    stage_since: writeInstant(row.stageSince),
    category_path: path.join(' > '),
    area: area?.name ?? null,
    area_code: area?.code ?? null,
    channel: row.channel,
    planned_for: row.plannedFor,
    decline_reason: row.declineReason,
    first_reply_due: writeInstant(row.firstReplyDue),
    page_url: `${origin}/segnalazioni/${row.number}`,
    photos: row.photos.map((photo) => photoAddress(origin, photo)),
  }
}

/** The promise of a report in words, with dates in the body's zone. */
export function promiseOf(
  { directory, locale, words }: Call,
  due: { readonly firstReplyDue: Date; readonly resolutionDue: Date },
): string {
  const { zone } = directory.tenant.settings.calendar
  const say = (instant: Date) => writeDate(instant, locale, zone)
  return fill(words.promise, { firstReply: say(due.firstReplyDue), resolution: say(due.resolutionDue) })
}

/** Where everyone sees an approved photo. */
export function photoAddress(origin: string, photo: string): string {
  return `${origin}/file/${photo}/medium`
}
