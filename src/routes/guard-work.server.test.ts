import { readdirSync } from 'node:fs'
import { isHttpError, isRedirect, type RequestEvent } from '@sveltejs/kit'
import { describe, expect, test } from 'vitest'
import type { Role, Staff } from '#domain/people/actor.ts'
import type { AccountId, OfficeId } from '#domain/shared/id.ts'
import { dictionary } from '#lib/messages/dictionaries.ts'
import { guardWork } from './guard-work.server.ts'

const work = '/(staff)/operatori/(work)'
const settings = `${work}/impostazioni`
const routes = readdirSync(import.meta.dirname, { recursive: true, encoding: 'utf8' })
  .filter((path) => /\/\+(page|server)\.[a-z.]+$/.test(path))
  .map((path) => `/${path.replace(/\/\+[^/]*$/, '')}`)
const ofWork = [...new Set(routes.filter((route) => `${route}/`.startsWith(`${work}/`)))]
const ofSettings = ofWork.filter((route) => `${route}/`.startsWith(`${settings}/`))

const staff = (role: Role): Staff => ({
  kind: 'staff',
  account: 'a' as AccountId,
  memberships: [{ role, office: role.startsWith('office') ? ('o' as OfficeId) : null }],
})
const page = { accept: 'text/html' }
const program = { accept: 'application/json' }

type Asked = {
  readonly by: Staff | null
  readonly headers?: Record<string, string>
  readonly body?: FormData
  readonly data?: boolean
}

/** What becomes of a request: what is thrown, or what is gone on with. */
async function ask(route: string, { by, headers = page, body, data = false }: Asked) {
  const url = new URL('http://town.test/operatori/dove?a=1')
  const request = new Request(url, { headers, ...(body && { method: 'POST', body }) })
  const locals = { staff: by, words: dictionary('it') }
  const event = { locals, request, url, route: { id: route }, isDataRequest: data } as unknown as RequestEvent
  let went: Request | null = null
  const resolve = async ({ request: on }: RequestEvent) => {
    went = on
    return new Response()
  }
  const thrown = await Promise.resolve(guardWork({ event, resolve })).then(
    () => null,
    (fault: unknown) => fault,
  )
  return { thrown, went: went as Request | null, refused: (locals as unknown as App.Locals).refused }
}

function words(): FormData {
  const form = new FormData()
  form.append('text', 'Quello che ho scritto')
  form.append('kinds', 'problem')
  form.append('kinds', 'praise')
  form.append('file', new File(['x'], 'x.png'))
  return form
}

describe('nobody', () => {
  test.each(ofWork)('sees %s, or does anything there', async (route) => {
    for (const asked of [{ by: null }, { by: null, headers: program, data: true }]) {
      const read = await ask(route, asked)
      expect(isRedirect(read.thrown) && read.thrown.location).toBe('/operatori/accedi?poi=%2Foperatori%2Fdove%3Fa%3D1')
      expect(read.went).toBeNull()
    }
    const byProgram = await ask(route, { by: null, headers: program, body: words() })
    expect(isHttpError(byProgram.thrown) && byProgram.thrown.status).toBe(401)
    expect(byProgram.went).toBeNull()
  })

  test.each(ofWork)('loses what was written at %s while the session ran out', async (route) => {
    const { went, refused } = await ask(route, { by: null, body: words() })
    expect(went?.method).toBe('GET')
    expect(refused).toMatchObject({ status: 401, message: 'La sessione è scaduta' })
    const fields = [
      ['text', 'Quello che ho scritto'],
      ['kinds', 'problem'],
      ['kinds', 'praise'],
    ]
    expect(refused?.again).toEqual({ fields, files: true })
  })
})

describe.each(['desk', 'office_manager', 'office_operator', 'observer', 'analyst'] as const)('an %s', (role) => {
  const by = staff(role)

  test.each(ofSettings)('neither reads nor sets anything at %s', async (route) => {
    for (const asked of [{ by }, { by, body: words() }]) {
      const { went, refused } = await ask(route, asked)
      expect(went?.method).toBe('GET')
      expect(refused?.status).toBe(403)
    }
    for (const asked of [
      { by, headers: program, data: true },
      { by, headers: program, body: words() },
    ]) {
      const { thrown, went } = await ask(route, asked)
      expect(isHttpError(thrown) && thrown.status).toBe(403)
      expect(went).toBeNull()
    }
  })

  test('is let through to the rest of the work as they asked', async () => {
    const { went, refused } = await ask(`${work}/massive/nuova`, { by, body: words() })
    expect(went?.method).toBe('POST')
    expect(refused).toBeUndefined()
  })
})

test('whoever administers sets everything', async () => {
  expect(ofSettings.length).toBeGreaterThan(20)
  for (const route of ofSettings) {
    const { went, refused } = await ask(route, { by: staff('administrator'), body: words() })
    expect(went?.method).toBe('POST')
    expect(refused).toBeUndefined()
  }
})

test('pages for everybody ask nobody', async () => {
  const { went } = await ask('/(citizen)/segnala', { by: null, body: words() })
  expect(went?.method).toBe('POST')
})
