import { parsePlace } from '#domain/shared/parse-place.ts'
import { fill } from '#lib/messages/fill.ts'
import { listRequests as query, type RequestFilter, type Span } from '#server/queries/open311/list-requests.ts'
import { findReportBySubmission } from '#server/storage/reports.ts'
import { answer, type Problem, problem, problemsOf } from './answer.ts'
import { type Call, type Handler, readingKey } from './call.ts'
import { numbersIn, readDate, readNumbers, readPaging, readWhole, wholeSeconds } from './read-paging.ts'
import { showRequests } from './show-requests.ts'
import { submissionKeyOf } from './submission-key.ts'

const day = 86_400_000
/** The standard's span, when it is asked for and when it is not. */
const span = 90 * day
const longestWords = 200
const widest = 50_000
const usualRadius = 500

const always: Span = { from: null, to: null }
const everything = { numbers: null, categories: null, submitted: always, updated: always, open: null, words: null, near: null }

/** The standard's GET requests, with its filters and ours. */
export const listRequests: Handler = async (call: Call) => {
  const problems: Problem[] = []
  const filter = readFilter(call, problems)
  const refused = problemsOf(problems)
  if (refused) return refused
  if (filter.numbers?.length === 0 || filter.categories?.length === 0) return answer('service_requests', [])
  const { world } = call.installation
  const rows = await world.read(call.directory.tenant.id, (reader) => query(reader, readingKey(call), filter))
  return showRequests(call, rows)
}

/** One report, or several behind commas; 404 when the client may see none of them. */
export const showRequest: Handler = async (call: Call, item: string) => {
  const numbers = numbersIn(item.split(',').map((id) => id.trim()))
  const filter = { ...everything, numbers, limit: numbers.length, offset: 0 }
  const { world } = call.installation
  const rows =
    numbers.length === 0 ? [] : await world.read(call.directory.tenant.id, (reader) => query(reader, readingKey(call), filter))
  return rows.length === 0 ? problem(404, call.words.problems.requestUnknown) : showRequests(call, rows)
}

/** Every service answers in real time, so we give no tokens; a client's own id, with its key, serves as one. */
export const showToken: Handler = async ({ installation, directory, key, words }: Call, token: string) => {
  if (key === null || token === '') return problem(404, words.problems.tokenUnknown)
  const submission = submissionKeyOf(key.key, token)
  const report = await installation.world.read(directory.tenant.id, (reader) => findReportBySubmission(reader, submission))
  if (!report) return problem(404, words.problems.tokenUnknown)
  return answer('service_requests', [{ service_request_id: String(report.number), token }])
}

/** Ids override all other arguments, as the standard says. */
function readFilter(call: Call, problems: Problem[]): RequestFilter {
  const paging = readPaging(call, problems)
  const numbers = readNumbers(call, 'service_request_id')
  if (numbers) return { ...everything, numbers, ...paging }
  const updated = wholeSeconds(readDate(call, problems, 'updated_after'), readDate(call, problems, 'updated_before'))
  const words = call.parameters.one('q')
  if (words.length > longestWords) {
    problems.push({ code: 400, description: fill(call.words.problems.tooLong, { name: 'q', n: longestWords }) })
  }
  return {
    numbers: /^\d{1,15}$/.test(words) ? [Number(words)] : null,
    categories: readCategories(call),
    submitted: readSpan(call, problems, updated.from !== null || updated.to !== null),
    updated,
    open: readStatus(call, problems),
    words: words === '' || /^\d{1,15}$/.test(words) ? null : words,
    near: readNear(call, problems),
    ...paging,
  }
}

function readCategories({ parameters, directory }: Call): RequestFilter['categories'] {
  const codes = parameters.list('service_code')
  if (codes.length === 0) return null
  return [...directory.categories.values()].filter(({ code }) => codes.includes(code)).map(({ id }) => id)
}

function readStatus({ parameters, words }: Call, problems: Problem[]): boolean | null {
  const statuses = new Set(parameters.list('status').map((status) => status.toLowerCase()))
  if ([...statuses].some((status) => status !== 'open' && status !== 'closed')) {
    problems.push({ code: 400, description: fill(words.problems.notStatus, { values: 'open, closed' }) })
  }
  return statuses.size === 1 ? statuses.has('open') : null
}

function readSpan(call: Call, problems: Problem[], otherwiseBound: boolean): Span {
  const from = readDate(call, problems, 'start_date')
  const to = readDate(call, problems, 'end_date')
  const { problems: say } = call.words
  if (from && to && to < from) problems.push({ code: 400, description: say.datesTurned })
  if (from && to && to.getTime() - from.getTime() > span) problems.push({ code: 400, description: say.datesFar })
  if (from) return wholeSeconds(from, to ?? new Date(from.getTime() + span))
  if (to) return wholeSeconds(new Date(to.getTime() - span), to)
  if (otherwiseBound) return always
  return { from: new Date(call.installation.world.now().getTime() - span), to: null }
}

function readNear(call: Call, problems: Problem[]): RequestFilter['near'] {
  const { parameters, words } = call
  const metres = readWhole(call, problems, { name: 'radius', otherwise: usualRadius, to: widest })
  const [latitude, longitude] = [parameters.one('lat'), parameters.one('long')]
  if (latitude === '' && longitude === '') return null
  const place = parsePlace(longitude, latitude)
  if (!place || Math.abs(place.latitude) > 85) {
    problems.push({ code: 400, description: words.problems.notPlace })
    return null
  }
  return { place, metres }
}
