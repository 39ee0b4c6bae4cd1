import { describe, expect, test } from 'vitest'
import type { Actor } from '../people/actor.ts'
import type { AccountId, OfficeId } from '../shared/id.ts'
import { decideRedaction, type Redaction } from './redact.ts'
import { fakeReport } from './report.fake.ts'

const desk: Actor = { kind: 'staff', account: 'd' as AccountId, memberships: [{ role: 'desk', office: null }] }
const roads: Actor = { ...desk, memberships: [{ role: 'office_manager', office: 'roads' as OfficeId }] }
const report = fakeReport({ title: 'Buca di Ada Verdi', description: 'Chiamate Ada Verdi al 333 1234567.' })
const to: Redaction = { title: 'Buca', description: 'Una buca.', why: 'Conteneva un nome e un telefono.' }

describe('the texts of a report', () => {
  test('are changed by the desk for everyone; what was sent stays in the history, with the reason', () => {
    expect(decideRedaction(report, to, desk)).toEqual({
      ok: true,
      value: {
        report: { ...report, title: 'Buca', description: 'Una buca.' },
        event: {
          kind: 'redacted',
          detail: { why: to.why, previousTitle: report.title, previousDescription: report.description },
        },
        words: null,
      },
    })
  })

  test.each<readonly [string, Partial<Redaction>, Actor]>([
    ['not_yours', {}, roads],
    ['title_missing', { title: ' ' }, desk],
    ['title_too_long', { title: 'x'.repeat(121) }, desk],
    ['description_missing', { description: ' ' }, desk],
    ['description_too_long', { description: 'x'.repeat(2001) }, desk],
    ['why_missing', { why: ' ' }, desk],
    ['why_too_long', { why: 'x'.repeat(501) }, desk],
    ['nothing_changes', { title: report.title, description: report.description }, desk],
  ])('stay as they are: %s', (refusal, more, by) => {
    expect(decideRedaction(report, { ...to, ...more }, by)).toEqual({ ok: false, refusal })
  })

  test('may be as long as a program may send them', () => {
    const sent = { ...report, channel: 'open311' as const }
    expect(decideRedaction(sent, { ...to, description: 'x'.repeat(3000) }, desk)).toMatchObject({ ok: true })
  })
})
