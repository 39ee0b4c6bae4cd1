import { type APIRequestContext, expect, test } from '@playwright/test'
import fc from 'fast-check'

test.skip(
  ({ javaScriptEnabled, viewport }) => javaScriptEnabled === false || viewport?.width === 360,
  'no page is seen here: once is enough',
)

const names = [
  'kind', 'privacy', 'key', 'do', 'category', 'title', 'description', 'search', 'candidate', 'longitude', 'latitude', 'address',
  'firstName', 'lastName', 'email', 'phone', 'consent', 'remove', 'version', 'text', 'reason', 'confirm', 'stars', 'liked', 'difficulty',
  'password', 'terms', 'answer_x', '__proto__', 'constructor',
] // biome-ignore format: a list of names

const value = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.constantFrom(
    '',
    'on',
    'problem',
    'next',
    'search',
    '1',
    '-1',
    '1e309',
    'NaN',
    '44.4',
    '8.93',
    '\0',
    '\ud800',
    '../../etc/passwd',
    "' or 1=1 --",
    '<script>',
    '019aaaaa-aaaa-7aaa-8aaa-aaaaaaaaaaaa',
  ),
  fc.string({ minLength: 3000, maxLength: 20_000 }),
)
const forms = fc.array(fc.tuple(fc.constantFrom(...names), value), { maxLength: 14 })

const token = 'AZrPqK5eej2gSVPBdTeJqC4q7c3F3uWd9C3oB0B1JzM'
const writes = [
  '/segnala?/start',
  '/segnala?/discard',
  '/segnala/dati',
  '/segnala/bozza',
  '/segnala/allegati',
  '/segnala/riepilogo',
  '/segnala/inviata/019aaaaa-aaaa-7aaa-8aaa-aaaaaaaaaaaa',
  `/segui/${token}?/answer`,
  `/segui/${token}?/withdraw`,
  '/operatori/accedi',
  '/operatori/esci',
  `/operatori/password/${token}`,
  '/operatori/segnalazioni/1?/move',
  '/operatori/segnalazioni/1?/photo',
]

for (const path of writes) {
  test(`whatever is sent to ${path}, the answer is never a fault`, async ({ request, baseURL }) => {
    await request.post('/segnala?/start', {
      form: { kind: 'problem', privacy: 'on' },
      headers: { origin: baseURL ?? '', accept: 'text/html' },
    })
    await fc.assert(
      fc.asyncProperty(forms, fc.constantFrom('form', 'multipart', 'raw'), async (fields, shape) => {
        const status = await send(request, path, fields, shape, baseURL ?? '')
        expect(status).toBeLessThan(500)
      }),
      { numRuns: 25 },
    )
  })
}

async function send(
  request: APIRequestContext,
  path: string,
  fields: readonly (readonly [string, string])[],
  shape: 'form' | 'multipart' | 'raw',
  origin: string,
): Promise<number> {
  const headers = { origin, accept: 'text/html' }
  const wellFormed = fields.map(([name, text]): [string, string] => [name, text.toWellFormed()])
  if (shape === 'form') {
    const data = new URLSearchParams(wellFormed).toString()
    const answer = await request.post(path, {
      data,
      headers: { ...headers, 'content-type': 'application/x-www-form-urlencoded' },
      maxRedirects: 0,
    })
    return answer.status()
  }
  const parts = fields.map(
    ([name, text]) =>
      `--x\r\ncontent-disposition: form-data; name="${name}"${text.length % 3 === 0 ? '; filename="a.jpg"' : ''}\r\n\r\n${text}\r\n`,
  )
  const data = Buffer.from(shape === 'multipart' ? `${parts.join('')}--x--\r\n` : parts.join('').slice(0, 500))
  const answer = await request.post(path, {
    data,
    headers: { ...headers, 'content-type': 'multipart/form-data; boundary=x' },
    maxRedirects: 0,
  })
  return answer.status()
}
