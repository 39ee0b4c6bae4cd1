import { withoutPersonal } from '#domain/conversations/placeholder.ts'
import { type EventId, isId } from '#domain/shared/id.ts'
import { inLocale } from '#domain/shared/words.ts'
import { writeCivilDate } from '#lib/messages/dates.ts'
import { dictionary } from '#lib/messages/dictionaries.ts'
import { fill } from '#lib/messages/fill.ts'
import { listUpdates as query, type UpdateFilter, type UpdateRow } from '#server/queries/open311/list-updates.ts'
import { answer, type Problem, problemsOf } from './answer.ts'
import { type Call, type Handler, readingKey } from './call.ts'
import { writeInstant } from './instant.ts'
import { readDate, readNumbers, readPaging, wholeSeconds } from './read-paging.ts'
import { photoAddress } from './show-requests.ts'
import { extendedStatus, stagesOf, updateStatuses } from './statuses.ts'
import type { Content } from './write-xml.ts'

const day = 86_400_000
const longest = 90 * day

/** What the body did with reports in a span of time (FixMyStreet's extension): the last day unless something else is asked for. */
export const listUpdates: Handler = async (call: Call) => {
  const problems: Problem[] = []
  const filter = readFilter(call, problems)
  const refused = problemsOf(problems)
  if (refused) return refused
  if (filter.numbers?.length === 0 || filter.events?.length === 0) return answer('service_request_updates', [])
  const { world } = call.installation
  const rows = await world.read(call.directory.tenant.id, (reader) => query(reader, readingKey(call), filter))
  return answer(
    'service_request_updates',
    rows.map((row) => updateOf(call, row)),
  )
}

function readFilter(call: Call, problems: Problem[]): UpdateFilter {
  const paging = readPaging(call, problems)
  const numbers = readNumbers(call, 'service_request_id')
  const ids = call.parameters.list('update_id').map((id) => id.toLowerCase())
  const events = ids.length === 0 ? null : ids.filter((id): id is EventId => isId(id))
  return {
    at: readSpan(call, problems, numbers !== null || events !== null),
    numbers,
    events,
    matches: readStatuses(call, problems),
    ...paging,
  }
}

function readSpan(call: Call, problems: Problem[], otherwiseBound: boolean): UpdateFilter['at'] {
  const from = readDate(call, problems, 'start_date')
  const to = readDate(call, problems, 'end_date')
  const { problems: say } = call.words
  if ((from === null) !== (to === null) && problems.length === 0) problems.push({ code: 400, description: say.datesBoth })
  if (from && to && to < from) problems.push({ code: 400, description: say.datesTurned })
  if (from && to && to.getTime() - from.getTime() > longest) problems.push({ code: 400, description: say.datesFar })
  if (from || to || otherwiseBound) return wholeSeconds(from, to)
  return { from: new Date(call.installation.world.now().getTime() - day), to: null }
}

function readStatuses({ parameters, words }: Call, problems: Problem[]): UpdateFilter['matches'] {
  const asked = parameters.list('status')
  const found = asked.map(stagesOf)
  if (found.includes(null)) {
    problems.push({ code: 400, description: fill(words.problems.notStatus, { values: updateStatuses.join(', ') }) })
  }
  return asked.length === 0 ? null : found.flatMap((matches) => matches ?? [])
}

function updateOf(call: Call, row: UpdateRow): Content {
  const [photo] = row.photos
  return {
    update_id: row.id,
    service_request_id: String(row.number),
    status: extendedStatus(row.stage, row.reason),
    updated_datetime: writeInstant(row.at),
    description:
      row.text === null ? standardWords(call, row) : withoutPersonal(row.text, dictionary(call.locale).templates.neutral),
    media_url: photo === undefined ? null : photoAddress(call.origin, photo),
  }
}

function standardWords({ directory, locale, words, reportWords }: Call, row: UpdateRow): string {
  if (row.kind === 'planned' && row.plannedFor !== null) {
    return fill(words.updates.plannedFor, { date: writeCivilDate(row.plannedFor, locale) })
  }
  const office = row.office === null ? undefined : directory.offices.get(row.office)
  return fill(words.updates[row.kind], {
    office: office ? inLocale(office.name, locale) : directory.tenant.settings.name,
    reason: row.reason === null ? '' : reportWords.declineReason[row.reason],
  })
}
