import { isHttpError } from '@sveltejs/kit'
import { expect, test } from 'vitest'
import { readForm, textOf, textsOf } from './read-form.server.ts'

const sent = (fields: readonly (readonly [string, string])[]) =>
  new Request('http://town.test/', { method: 'POST', body: new URLSearchParams(fields.map(([name, value]) => [name, value])) })

const statusOf = (reading: Promise<unknown>) =>
  reading.then(
    () => 200,
    (fault) => (isHttpError(fault) ? fault.status : fault),
  )

test('nothing of a form is cut, however long it is or however often a name stands in it', async () => {
  const closures = Array.from({ length: 200 }, (_, n) => ['from', `2026-01-${n}`] as const)
  const form = await readForm(sent([['terms', 'à'.repeat(20_001)], ...closures]))
  expect(textOf(form, 'terms')).toHaveLength(20_001)
  expect(textsOf(form, 'from')).toHaveLength(200)
})

test('a form with more than anybody writes is refused whole', async () => {
  expect(await statusOf(readForm(sent([['text', 'x'.repeat(1_000_000)]])))).toBe(413)
  expect(await statusOf(readForm(sent(Array.from({ length: 300_000 }, () => ['name', '']))))).toBe(413)
  expect(await statusOf(readForm(sent([['borders', 'x'.repeat(1_000_000)]]), 2_000_000))).toBe(200)
})

test('a body that is no form is the client’s mistake', async () => {
  const body = new Request('http://town.test/', { method: 'POST', body: 'x', headers: { 'content-type': 'text/plain' } })
  expect(await statusOf(readForm(body))).toBe(400)
})

test('a text has whole characters and one kind of line end', async () => {
  expect(textOf(await readForm(sent([['text', 'uno\r\ndue\rtre\0']])), 'text')).toBe('uno\ndue\ntre')
})
