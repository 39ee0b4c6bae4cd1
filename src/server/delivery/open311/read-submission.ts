import { checkAnswers } from '#domain/categories/answers.ts'
import type { Category } from '#domain/categories/category.ts'
import { stopOf } from '#domain/categories/hard-stop.ts'
import type { ReportKind } from '#domain/reports/kind.ts'
import type { AuthorDetails } from '#domain/reports/report.ts'
import { checkAuthor, lengths, longestDescription } from '#domain/reports/submission.ts'
import { inLocale } from '#domain/shared/words.ts'
import { fill } from '#lib/messages/fill.ts'
import type { OpenReport } from '#server/use-cases/reports/open-report.ts'
import { type Problem, type Problems, problemsOf } from './answer.ts'
import type { Call } from './call.ts'
import { readLocation } from './read-location.ts'
import { readMediaUrls } from './read-photos.ts'
import { kindsOf, serviceOf } from './services.ts'

type Submission = Omit<OpenReport, 'submissionKey' | 'by' | 'attachments'>

export type ReadSubmission =
  | { readonly ok: true; readonly value: Submission }
  | { readonly ok: false; readonly problems: Problems }

/** Reads what a client sends as a report, and names everything that is wrong with it at once. */
export async function readSubmission(call: Call): Promise<ReadSubmission> {
  const problems: Problem[] = []
  const service = readService(call, problems)
  const location = await readLocation(call, problems)
  const author = readAuthor(call, problems)
  const texts = readTexts(call, service, problems)
  const mediaUrls = readMediaUrls(call, problems)
  const kind = service ? readKind(call, service, problems) : null
  const answers = service ? readAnswers(call, service, problems) : {}
  const refused = problemsOf(problems)
  if (refused && !refused.ok) return refused
  if (!service || kind === null) throw new Error('a service or a kind is wrong and no problem says so')
  return {
    ok: true,
    value: {
      kind,
      category: service.id,
      ...texts,
      answers,
      ...location,
      author,
      consent: !/^(false|0|no)$/i.test(call.parameters.one('public')),
      channel: 'open311',
      recordedBy: null,
      draft: null,
      mediaUrls,
    },
  }
}

function readService({ parameters, directory, words }: Call, problems: Problem[]): Category | null {
  const code = parameters.one('service_code')
  const service = serviceOf(directory, code)
  if (code === '') problems.push({ code: 400, description: fill(words.problems.missing, { name: 'service_code' }) })
  else if (!service) problems.push({ code: 404, description: words.problems.serviceUnknown })
  return service
}

function readKind({ parameters, directory, words }: Call, service: Category, problems: Problem[]): ReportKind | null {
  const kinds = kindsOf(directory, service)
  const asked = parameters.one('kind').toLowerCase()
  const kind = asked === '' ? kinds[0] : kinds.find((one) => one === asked)
  if (kind) return kind
  problems.push({ code: 400, description: fill(words.problems.kind, { values: kinds.join(', ') }) })
  return null
}

/** FixMyStreet writes the title into the description; other clients have none, and the first words stand for it. */
function readTexts({ parameters, locale, words }: Call, service: Category | null, problems: Problem[]) {
  const given = parameters.one('description')
  const named = service ? (service.name[locale] ?? service.name.it) : ''
  const title =
    parameters.one('title') || (/^title: (.+)\n/.exec(given)?.[1]?.slice(0, lengths.title) ?? firstWords(given)) || named
  const longest = longestDescription('open311')
  if (title.length > lengths.title) {
    problems.push({ code: 400, description: fill(words.problems.tooLong, { name: 'title', n: lengths.title }) })
  }
  if (given.length > longest) {
    problems.push({ code: 400, description: fill(words.problems.tooLong, { name: 'description', n: longest }) })
  }
  return { title, description: given || title }
}

const wordsOfTitle = 80

function firstWords(text: string): string {
  const line = (text.split('\n')[0] ?? '').trim()
  if (line.length <= wordsOfTitle) return line
  const cut = line.slice(0, wordsOfTitle)
  return `${cut.slice(0, cut.lastIndexOf(' ') > 0 ? cut.lastIndexOf(' ') : wordsOfTitle).toWellFormed()}…`
}

/** Addresses that take no mail are none; FixMyStreet sends such a one when a body wants no addresses, and a dash for a missing name. */
const noReply = /^(?:do|no)[-_]?(?:not[-_]?)?reply(?:@|$)/i

function readAuthor({ parameters, locale, words }: Call, problems: Problem[]): AuthorDetails {
  const name = (field: string) => (parameters.one(field) === '-' ? '' : parameters.one(field))
  const email = noReply.test(parameters.one('email')) ? '' : parameters.one('email')
  const author = { firstName: name('first_name'), lastName: name('last_name'), email, phone: parameters.one('phone') }
  const refusals = checkAuthor(author, true)
  for (const field of ['first_name', 'last_name']) {
    if (name(field).length > lengths.name) problems.push({ code: 400, description: fill(words.problems.name, { name: field }) })
  }
  if (refusals.includes('email_wrong')) problems.push({ code: 400, description: words.problems.email })
  if (refusals.includes('phone_wrong')) problems.push({ code: 400, description: words.problems.phone })
  return {
    firstName: author.firstName || null,
    lastName: author.lastName || null,
    email: author.email || null,
    phone: author.phone || null,
    locale,
  }
}

/** Clients may give a moment where we ask for a day. */
function readAnswers({ parameters, words, locale }: Call, service: Category, problems: Problem[]): OpenReport['answers'] {
  const given = new Map(Object.entries(parameters.attributes))
  for (const { code, type } of service.questions) {
    const values = given.get(code)
    if (values && type === 'date')
      given.set(
        code,
        values.map((value) => value.replace(/^(\d{4}-\d{2}-\d{2})T.*$/s, '$1')),
      )
  }
  const answers = Object.fromEntries(given)
  const stopped = stopOf(service.questions, answers)
  if (stopped) {
    const { referral, contact = '' } = stopped.stop
    const said = { code: stopped.question.code, referral: inLocale(referral, locale), contact }
    problems.push({ code: 400, description: fill(words.problems.referred, said).trim() })
    return answers
  }
  for (const [code, refusal] of Object.entries(checkAnswers(service.questions, answers).refusals)) {
    problems.push({ code: 400, description: fill(words.answers[refusal], { code }) })
  }
  return answers
}
