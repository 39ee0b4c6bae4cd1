import { type Content, writeXml } from './write-xml.ts'

export type Format = 'json' | 'xml'

/** Something that is wrong with what was asked, as the standard words it: the code is the HTTP status. */
export type Problem = { readonly code: number; readonly description: string }

export type Problems = readonly [Problem, ...Problem[]]

/** What a resource answers: content under the name of its root element, or everything that is wrong at once. */
export type Answer =
  | { readonly ok: true; readonly root: string; readonly content: Content }
  | { readonly ok: false; readonly problems: Problems }

export function answer(root: string, content: Content): Answer {
  return { ok: true, root, content }
}

export function problem(code: number, description: string): Answer {
  return { ok: false, problems: [{ code, description }] }
}

/** All problems in one answer, or null when there is none. */
export function problemsOf(problems: readonly Problem[]): Answer | null {
  const [first, ...others] = problems
  return first ? { ok: false, problems: [first, ...others] } : null
}

const types = { json: 'application/json; charset=utf-8', xml: 'text/xml; charset=utf-8' } as const

/** Writes an answer in the format that was asked for; the first problem gives the status. */
export function respond(format: Format, given: Answer, headers: Readonly<Record<string, string>> = {}): Response {
  const status = given.ok ? 200 : given.problems[0].code
  const content: Content = given.ok ? given.content : given.problems.map(({ code, description }) => ({ code, description }))
  const text = format === 'json' ? JSON.stringify(content) : writeXml(given.ok ? given.root : 'errors', content)
  return new Response(text, {
    status,
    headers: {
      'content-type': types[format],
      'cache-control': 'private, no-cache',
      'x-content-type-options': 'nosniff',
      ...headers,
    },
  })
}
