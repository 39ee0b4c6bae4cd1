import { apiKey } from './server.ts'

/** One report on its way to the server, which may be gone at any moment: null says that no answer came. */
export type Sending = {
  readonly key: string
  readonly by: 'program' | 'person'
  /** Goes on from the last step that was acknowledged, up to the report's number. */
  send(url: string): Promise<string | null>
  /** Sends what was acknowledged once more, as somebody does who never saw the answer. */
  repeat(url: string): Promise<string | null>
}

type Answer = {
  readonly status: number
  readonly location: string | null
  readonly cookies: readonly string[]
  readonly text: string
}

/** What the writer says, by which the report is found again. */
export const wordsOf = (key: string) => `Segnalazione ${key}`

/** A program sends all at once, under a key of its own. */
export function byProgram(key: string, photo: Blob | null): Sending {
  const send = async (url: string): Promise<string | null> => {
    const body = formOf({
      api_key: apiKey,
      service_code: 'marciapiedi',
      description: wordsOf(key),
      lat: '44.4075',
      long: '8.9337',
      email: `${key}@example.org`,
    })
    if (photo) body.set('photo1', photo, 'foto.jpg')
    const headers = { 'idempotency-key': key }
    const answer = await reach(`${url}/open311/v2/requests.json`, { method: 'POST', headers, body })
    if (!answer) return null
    if (answer.status !== 200) throw unexpected(answer)
    return String(JSON.parse(answer.text)[0].service_request_id)
  }
  return { key, by: 'program', send, repeat: send }
}

/** A person without scripts goes through the three steps; whatever a step acknowledged has to be there at the next. */
export function byPerson(key: string, photo: Blob | null, category: string): Sending {
  let cookie = ''
  let described = false
  let draft = ''
  let sent = false

  const get = (url: string, path: string) => reach(url + path, { headers: { cookie, accept: 'text/html' } })
  const post = async (url: string, path: string, body: FormData, next: string): Promise<Answer | null> => {
    const headers = { origin: url, accept: 'text/html', cookie }
    const answer = await reach(url + path, { method: 'POST', headers, body })
    if (answer && (answer.status !== 303 || answer.location !== next)) throw unexpected(answer)
    return answer
  }

  const start = async (url: string): Promise<boolean> => {
    const answer = await post(url, '/segnala?/start', formOf({ kind: 'problem', privacy: 'on' }), '/segnala/dati')
    cookie = answer?.cookies.join('; ') ?? ''
    return cookie !== ''
  }
  const describe = async (url: string): Promise<boolean> => {
    const body = formOf(typed(key, category))
    if (photo) body.set('photo', photo, 'foto.jpg')
    described = (await post(url, '/segnala/dati', body, '/segnala/riepilogo')) !== null
    return described
  }
  const readSummary = async (url: string): Promise<boolean> => {
    const answer = await get(url, '/segnala/riepilogo')
    if (!answer) return false
    draft = /name="key" value="([^"]+)"/.exec(answer.text)?.[1] ?? ''
    if (draft === '') throw unexpected(answer)
    return true
  }
  const submit = async (url: string): Promise<boolean> => {
    const answer = await post(url, '/segnala/riepilogo?/send', formOf({ key: draft }), `/segnala/inviata/${draft}`)
    sent ||= answer !== null
    return answer !== null
  }
  const readNumber = async (url: string): Promise<string | null> => {
    const answer = await get(url, `/segnala/inviata/${draft}`)
    if (!answer) return null
    const [, number] = /<strong>\D*(\d+)<\/strong>/.exec(answer.text) ?? []
    if (number === undefined) throw unexpected(answer)
    return number
  }

  return {
    key,
    by: 'person',
    send: async (url) => {
      if (cookie === '' && !(await start(url))) return null
      if (!described && !(await describe(url))) return null
      if (draft === '' && !(await readSummary(url))) return null
      if (!sent && !(await submit(url))) return null
      return readNumber(url)
    },
    repeat: async (url) => ((await submit(url)) ? readNumber(url) : null),
  }
}

function typed(key: string, category: string): Readonly<Record<string, string>> {
  return {
    do: 'next',
    category,
    title: 'Gradino rotto',
    description: wordsOf(key),
    search: 'Piazza della prova',
    address: 'Piazza della prova',
    longitude: '8.9337',
    latitude: '44.4075',
    firstName: 'Ada',
    lastName: 'Verdi',
    email: `${key}@example.org`,
    consent: 'yes',
  }
}

/** A server that is not there, is cut off in the middle or says that it failed has acknowledged nothing. */
async function reach(url: string, init: RequestInit): Promise<Answer | null> {
  try {
    const answer = await fetch(url, { ...init, redirect: 'manual', signal: AbortSignal.timeout(10_000) })
    const cookies = answer.headers.getSetCookie().map((line) => line.split(';')[0] ?? '')
    const text = await answer.text()
    return answer.status >= 500 ? null : { status: answer.status, location: answer.headers.get('location'), cookies, text }
  } catch {
    return null
  }
}

function formOf(fields: Readonly<Record<string, string>>): FormData {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) form.set(name, value)
  return form
}

function unexpected({ status, location, text }: Answer): Error {
  return new Error(`the server answered ${status} ${location ?? text.slice(0, 400)}`)
}
