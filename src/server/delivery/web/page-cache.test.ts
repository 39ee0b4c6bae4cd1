import { expect, test } from 'vitest'
import { isShared, remember } from './page-cache.ts'

const at = (milliseconds: number) => new Date(1_800_000_000_000 + milliseconds)

test.each([
  [true, 'GET', '/'],
  [true, 'GET', '/segnalazioni?categoria=strade'],
  [true, 'GET', '/segnalazioni/12'],
  [true, 'GET', '/servizi/anagrafe-e-stato-civile/cambio-di-residenza'],
  [true, 'GET', '/argomenti/spazio-verde'],
  [false, 'POST', '/'],
  [false, 'GET', '/segnala/dati'],
  [false, 'GET', '/segui/abc'],
  [false, 'GET', '/operatori'],
  [false, 'GET', '/segnalazioni/12/social.png'],
  [false, 'GET', '/?lingua=en'],
])('%s: %s %s is the same for everyone', (shared, method, path) =>
  expect(isShared(method, new URL(path, 'http://filo.test'))).toBe(shared),
)

test('a page is rendered once a second, with its headers', async () => {
  let renderings = 0
  const render = async () => new Response(`page ${++renderings}`, { headers: { etag: '"a"' } })
  const texts = []
  for (const moment of [0, 999, 1001]) texts.push(await (await remember('once', at(moment), render)).text())
  expect(texts).toEqual(['page 1', 'page 1', 'page 2'])
  expect((await remember('once', at(1002), render)).headers.get('etag')).toBe('"a"')
})

test('what is not found is looked for anew', async () => {
  let renderings = 0
  const render = async () => new Response(`none ${++renderings}`, { status: 404 })
  await remember('none', at(0), render)
  expect(await (await remember('none', at(1), render)).text()).toBe('none 2')
})
