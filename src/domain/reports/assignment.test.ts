import { describe, expect, test } from 'vitest'
import type { Actor, Role } from '../people/actor.ts'
import type { AccountId, OfficeId, ReportId } from '../shared/id.ts'
import { decideAssignment, decideGivingBack, decideSuccession, decideTaking } from './assignment.ts'
import { noteLength } from './forced-notes.ts'
import type { Report } from './report.ts'
import type { Stage } from './stage.ts'

const [roads, parks, urp] = ['roads', 'parks', 'urp'] as unknown as [OfficeId, OfficeId, OfficeId]
const [me, other] = ['me', 'other'] as unknown as [AccountId, AccountId]
const staff = (role: Role, office: OfficeId | null = null): Actor => ({
  kind: 'staff',
  account: me,
  memberships: [{ role, office }],
})
const desk = staff('desk')
const manager = staff('office_manager', roads)
const operator = staff('office_operator', roads)
const stranger = staff('office_operator', parks)

const at = (stage: Stage, more: Partial<Report> = {}) =>
  ({
    id: 'r' as ReportId,
    stage,
    ownerOffice: stage === 'submitted' ? null : roads,
    ownerPerson: null,
    routedOffice: roads,
    observers: [] as readonly OfficeId[],
    mentioned: [],
    handOvers: 0,
    ...more,
  }) as Report
const report = at('in_charge')
const free = { forcedNotes: [] } as const
const noted = { forcedNotes: ['hand_over', 'assign'] } as const

describe('an assignment', () => {
  test.each([
    ['owner_missing', report, { office: null, person: null }, desk, free],
    ['nothing_changes', report, { office: roads, person: null }, desk, free],
    ['not_yours', report, { office: parks, person: null }, operator, free],
    ['not_yours', report, { office: parks, person: null }, stranger, free],
    ['wrong_stage', at('submitted'), { office: parks, person: null }, desk, free],
    ['wrong_stage', at('resolved'), { office: parks, person: null }, desk, free],
    ['note_missing', report, { office: parks, person: null }, manager, noted],
    ['note_missing', report, { office: parks, person: null, note: ' ' }, desk, noted],
    ['note_missing', report, { office: roads, person: other }, desk, noted],
    ['note_too_long', report, { office: parks, person: null, note: 'x'.repeat(noteLength + 1) }, desk, free],
  ] as const)('is refused: %s', (refusal, of, to, by, rules) =>
    expect(decideAssignment(of, to, by, rules)).toEqual({ ok: false, refusal }),
  )

  test('hands over with the old and the new owner in its history, and the note', () => {
    const to = { office: parks, person: other, note: ' È un albero ' }
    expect(decideAssignment(report, to, manager, noted)).toMatchObject({
      ok: true,
      value: {
        report: { ownerOffice: parks, ownerPerson: other, handOvers: 1 },
        event: { kind: 'assigned', detail: { office: parks, person: other, previousOffice: roads, previousPerson: null } },
        words: { kind: 'note', text: 'È un albero' },
      },
    })
  })

  test.each([
    ['to another office is counted', { office: parks, person: null }, 3],
    ['within the office is not', { office: roads, person: other }, 2],
  ])('%s', (_, to, handOvers) =>
    expect(decideAssignment(at('in_charge', { handOvers: 2 }), to, desk, free)).toMatchObject({
      value: { report: { handOvers } },
    }),
  )

  test('says who was meant where somebody stands in', () => {
    const to = { office: roads, person: me, insteadOf: other }
    expect(decideAssignment(report, to, desk, free)).toMatchObject({
      value: { event: { detail: { person: me, insteadOf: other } } },
    })
  })
})

describe('taking for oneself', () => {
  test.each([
    ['not_yours', report, stranger],
    ['not_yours', report, desk],
    ['not_yours', at('in_charge', { ownerPerson: other }), operator],
    ['not_yours', at('in_charge', { ownerOffice: parks }), operator],
    ['nothing_changes', at('in_charge', { ownerPerson: me }), operator],
    ['wrong_stage', at('submitted'), operator],
    ['wrong_stage', at('resolved'), operator],
  ] as const)('is refused: %s', (refusal, of, by) => expect(decideTaking(of, by)).toEqual({ ok: false, refusal }))

  test('is for whoever works in the office that has it', () =>
    expect(decideTaking(report, operator)).toMatchObject({ ok: true, value: { report: { ownerPerson: me, handOvers: 0 } } }))
})

describe('giving back to the desk', () => {
  test.each([
    ['not_yours', report, 'No', stranger],
    ['note_missing', report, ' ', operator],
    ['note_too_long', report, 'x'.repeat(noteLength + 1), operator],
    ['wrong_stage', at('worked'), 'No', operator],
    ['wrong_stage', at('declined'), 'No', operator],
    ['nothing_changes', at('in_charge', { ownerOffice: urp }), 'No', desk],
  ] as const)('is refused: %s', (refusal, of, note, by) =>
    expect(decideGivingBack(of, note, by, urp)).toEqual({ ok: false, refusal }),
  )

  test('makes it the desk’s, says why, and counts', () => {
    const given = decideGivingBack(at('planned', { ownerPerson: me }), 'È della Provincia', operator, urp)
    expect(given).toMatchObject({
      ok: true,
      value: {
        report: { stage: 'planned', ownerOffice: urp, ownerPerson: null, routedOffice: urp, handOvers: 1 },
        event: { kind: 'given_back', detail: { office: urp, previousOffice: roads, previousPerson: me } },
        words: { kind: 'note', text: 'È della Provincia' },
      },
    })
  })

  test('leaves to the desk’s classification what nobody had taken in charge', () => {
    const given = decideGivingBack(at('submitted'), 'Non è nostra', operator, urp)
    expect(given).toMatchObject({ ok: true, value: { report: { stage: 'submitted', ownerOffice: null, routedOffice: urp } } })
  })
})

describe('a succession', () => {
  test.each([
    ['wrong_stage', at('resolved'), { office: parks, person: null, note: null }],
    ['nothing_changes', report, { office: roads, person: null, note: null }],
    ['nothing_changes', at('submitted'), { office: roads, person: null, note: null }],
  ] as const)('is refused: %s', (refusal, of, to) => expect(decideSuccession(of, to)).toEqual({ ok: false, refusal }))

  test.each([
    [
      'a person’s goes to a colleague',
      at('planned', { ownerPerson: me }),
      { office: roads, person: other },
      { ownerPerson: other, handOvers: 0 },
    ],
    ['a person’s goes to the office', at('waiting', { ownerPerson: me }), { office: roads, person: null }, { ownerPerson: null }],
    ['an office’s goes to another', report, { office: parks, person: null }, { ownerOffice: parks, handOvers: 1 }],
    [
      'what is routed to an office is routed to another',
      at('submitted'),
      { office: parks, person: null },
      { ownerOffice: null, routedOffice: parks, handOvers: 0 },
    ],
  ] as const)('%s', (_, of, to, after) =>
    expect(decideSuccession(of, { ...to, note: 'Passaggio' })).toMatchObject({
      ok: true,
      value: { report: after, words: { kind: 'note', text: 'Passaggio' } },
    }),
  )
})
