import { describe, expect, test } from 'vitest'
import type { Actor, Membership } from '../people/actor.ts'
import type { AccountId, AuthorId, CategoryId, OfficeId, ReportId, TenantId } from '../shared/id.ts'
import { mayMove } from './may.ts'
import { checkDuplicate, decideMove, type Move, type MoveRules } from './move.ts'
import type { Report } from './report.ts'
import { openStages, type Stage, stages } from './stage.ts'
import { type Act, acts, type Mover, transitions } from './transitions.ts'

const office = (name: string) => name as OfficeId
const now = new Date('2026-05-11T10:00:00Z')
const nine = [{ from: '09:00', to: '17:00' }]

const rules: MoveRules = {
  officesMayReply: false,
  authorReopens: true,
  reopenDays: 30,
  calendar: {
    zone: 'Europe/Rome',
    weekly: { 1: nine, 2: nine, 3: nine, 4: nine, 5: nine, 6: [], 7: [] },
    patron: null,
    closures: [],
  },
  publication: 'after_approval',
  resolution: { amount: 10, unit: 'working_days' },
  deskOffice: office('desk'),
  ownerExists: true,
  today: '2026-05-11',
  forcedNotes: [],
}

const report = (stage: Stage, more: Partial<Report> = {}): Report => ({
  tenant: 't' as TenantId,
  id: 'r' as ReportId,
  number: 1,
  kind: 'problem',
  category: 'c' as CategoryId,
  title: 'Buca',
  description: 'Una buca',
  answers: {},
  stage,
  stageSince: new Date('2026-05-08T08:00:00Z'),
  routedOffice: office('roads'),
  ownerOffice: stage === 'submitted' ? null : office('roads'),
  ownerPerson: null,
  observers: [],
  mentioned: [],
  priority: 'normal',
  handOvers: 0,
  lead: null,
  stars: null,
  author: 'a' as AuthorId,
  channel: 'web',
  place: null,
  address: null,
  area: null,
  consent: true,
  moderation: 'pending',
  heldBack: false,
  visible: false,
  submittedAt: new Date('2026-05-08T08:00:00Z'),
  firstReplyDue: new Date('2026-05-12T15:00:00Z'),
  firstReplyAt: null,
  resolutionDue: new Date('2026-05-22T15:00:00Z'),
  pausedAt: stage === 'waiting' ? new Date('2026-05-08T09:00:00Z') : null,
  closedAt: openStages.some((open) => open === stage) ? null : new Date('2026-05-09T08:00:00Z'),
  authorWaitsSince: null,
  authorSaid: null,
  termNotice: 'none',
  plannedFor: null,
  recipient: null,
  declineReason: null,
  duplicateOf: null,
  version: 3,
  ...more,
})

const staff = (...memberships: Membership[]): Actor => ({ kind: 'staff', account: 'p' as AccountId, memberships })
const desk = staff({ role: 'desk', office: null })
const owner = staff({ role: 'office_operator', office: office('roads') })
const stranger = staff({ role: 'office_manager', office: office('parks') })
const author: Actor = { kind: 'author', report: 'r' as ReportId }
const system: Actor = { kind: 'system' }

const moves: Readonly<Record<Act, Move>> = {
  take_in_charge: { act: 'take_in_charge', office: office('roads'), person: null },
  plan: { act: 'plan', date: '2026-05-20' },
  ask: { act: 'ask', text: 'Di che colore?' },
  answer: { act: 'answer', text: 'Rosso' },
  resume: { act: 'resume' },
  entrust: { act: 'entrust', recipient: 'Ditta' },
  mark_worked: { act: 'mark_worked', text: 'Fatto' },
  send_back: { act: 'send_back', text: 'Manca la foto' },
  resolve: { act: 'resolve', text: 'Riparata' },
  decline: { act: 'decline', reason: 'not_found', text: 'Non trovata', duplicateOf: null },
  withdraw: { act: 'withdraw' },
  reopen: { act: 'reopen', text: 'C’è ancora' },
}

const someone: Readonly<Record<Mover, Actor>> = {
  desk,
  owner,
  routed_office: owner,
  replying_owner: owner,
  author,
  author_within_term: author,
  system,
}

describe('every move of the table', () => {
  const cases = acts.flatMap((act) =>
    transitions[act].from.flatMap((from) => transitions[act].by.map((mover) => [act, from, mover, transitions[act].to] as const)),
  )
  test.each(cases)('%s from %s by %s leads to %s', (act, from, mover, to) => {
    const allowing = { ...rules, officesMayReply: mover === 'replying_owner' }
    const moved = decideMove(report(from, { ownerOffice: office('roads') }), moves[act], someone[mover], allowing, now)
    expect(moved).toMatchObject({
      ok: true,
      value: { report: { stage: to, stageSince: now }, event: { kind: transitions[act].event } },
    })
  })

  const others = acts.flatMap((act) =>
    stages.filter((stage) => !(transitions[act].from as readonly Stage[]).includes(stage)).map((stage) => [act, stage] as const),
  )
  test.each(others)('%s from %s is refused: wrong_stage', (act, stage) => {
    const [mover] = transitions[act].by
    expect(decideMove(report(stage, { ownerOffice: office('roads') }), moves[act], someone[mover], rules, now)).toEqual({
      ok: false,
      refusal: 'wrong_stage',
    })
  })

  const strangers = acts.flatMap((act) => transitions[act].from.map((from) => [act, from] as const))
  test.each(strangers)('%s from %s by another office is refused: not_yours', (act, from) => {
    expect(mayMove(stranger, act, report(from), rules, now)).toEqual({ ok: false, refusal: 'not_yours' })
  })
})

describe('a move is refused', () => {
  const duplicate = { act: 'decline', reason: 'duplicate', text: 'Già nota' } as const
  test.each<readonly [string, Stage, Move, Actor, Partial<MoveRules>]>([
    ['owner_missing', 'submitted', { act: 'take_in_charge', office: null, person: null }, desk, {}],
    ['not_yours', 'submitted', { act: 'take_in_charge', office: office('parks'), person: null }, owner, {}],
    ['date_missing', 'in_charge', { act: 'plan', date: '' }, desk, {}],
    ['date_past', 'in_charge', { act: 'plan', date: '2026-05-10' }, desk, {}],
    ['text_missing', 'in_charge', { act: 'ask', text: '  ' }, desk, {}],
    ['text_missing', 'in_charge', { act: 'mark_worked', text: '' }, owner, {}],
    ['text_missing', 'worked', { act: 'send_back', text: '' }, desk, {}],
    ['text_missing', 'worked', { act: 'resolve', text: '' }, desk, {}],
    ['text_missing', 'resolved', { act: 'reopen', text: '' }, desk, {}],
    ['text_missing', 'waiting', { act: 'answer', text: ' ' }, author, {}],
    ['text_too_long', 'in_charge', { act: 'ask', text: 'x'.repeat(5001) }, desk, {}],
    ['placeholder_left', 'in_charge', { act: 'ask', text: 'Vicino a {{indirizzo}}?' }, desk, {}],
    ['placeholder_left', 'worked', { act: 'resolve', text: 'Gentile {{Nome}}, {{fatto}}' }, desk, {}],
    ['recipient_missing', 'in_charge', { act: 'entrust', recipient: ' ' }, desk, {}],
    ['reason_missing', 'in_charge', { act: 'decline', reason: null, text: 'No', duplicateOf: null }, desk, {}],
    ['other_report_missing', 'in_charge', { ...duplicate, duplicateOf: null }, desk, {}],
    ['other_report_itself', 'in_charge', { ...duplicate, duplicateOf: 'r' as ReportId }, desk, {}],
    ['not_yours', 'in_charge', moves.resolve, owner, {}],
    ['not_yours', 'in_charge', moves.withdraw, { kind: 'author', report: 'other' as ReportId }, {}],
    ['term_over', 'resolved', moves.reopen, author, { reopenDays: 1 }],
    ['body_forbids', 'resolved', moves.reopen, author, { authorReopens: false }],
    ['wrong_stage', 'withdrawn', moves.reopen, author, {}],
    ['note_missing', 'in_charge', moves.decline, desk, { forcedNotes: ['decline'] }],
    ['note_missing', 'in_charge', { ...moves.resolve, note: ' ' }, desk, { forcedNotes: ['resolve'] }],
    ['note_missing', 'in_charge', moves.plan, owner, { forcedNotes: ['plan'] }],
    ['note_missing', 'in_charge', moves.entrust, owner, { forcedNotes: ['entrust'] }],
    ['note_too_long', 'in_charge', { ...moves.plan, note: 'x'.repeat(2001) }, owner, {}],
  ])('%s (%s)', (refusal, stage, move, by, more) => {
    expect(decideMove(report(stage), move, by, { ...rules, ...more }, now)).toEqual({ ok: false, refusal })
  })
})

test('a lead is no duplicate of what follows it; of anything else it may be', () => {
  const lead = report('in_charge')
  expect(checkDuplicate(lead, { lead: lead.id })).toEqual({ ok: false, refusal: 'other_report_follows' })
  expect(checkDuplicate(lead, { lead: 'x' as ReportId }).ok).toBe(true)
  expect(checkDuplicate(lead, { lead: null }).ok).toBe(true)
})

describe('what else a move changes', () => {
  const movedOn = (stage: Stage, move: Move, by: Actor, more: Partial<Report> = {}, other: Partial<MoveRules> = {}) => {
    const moved = decideMove(report(stage, more), move, by, { ...rules, ...other }, now)
    if (!moved.ok) throw new Error(moved.refusal)
    return moved.value
  }

  test('a note goes with it, for the colleagues, beside the reply to the author', () => {
    const noted = { ...moves.resolve, note: ' Garanzia fino a maggio ' }
    expect(movedOn('in_charge', noted, desk, {}, { forcedNotes: ['resolve'] })).toMatchObject({
      words: { kind: 'reply', text: 'Riparata' },
      note: 'Garanzia fino a maggio',
    })
    expect(movedOn('in_charge', moves.resolve, desk).note).toBeNull()
  })

  test('a question stops the clock and is the first reply', () => {
    expect(movedOn('submitted', moves.ask, desk).report).toMatchObject({ pausedAt: now, firstReplyAt: now, ownerOffice: 'roads' })
  })

  test('an answer lets the clock run for the working time that was left', () => {
    const { report: resumed } = movedOn('waiting', moves.answer, author)
    expect(resumed.pausedAt).toBeNull()
    expect(resumed.resolutionDue.toISOString()).toBe('2026-05-26T08:00:00.000Z')
  })

  test('a plan and a recipient last as long as their stage', () => {
    expect(movedOn('in_charge', moves.plan, owner).report.plannedFor).toBe('2026-05-20')
    expect(movedOn('planned', moves.mark_worked, owner, { plannedFor: '2026-05-20' }).report.plannedFor).toBeNull()
    expect(movedOn('in_charge', moves.entrust, owner).report.recipient).toBe('Ditta')
    expect(movedOn('with_others', moves.mark_worked, owner, { recipient: 'Ditta' }).report.recipient).toBeNull()
  })

  test('closing keeps the owner, and reopening gives it back with a new term', () => {
    expect(movedOn('worked', moves.resolve, desk).report).toMatchObject({ closedAt: now, ownerOffice: 'roads' })
    const { report: reopened } = movedOn('declined', moves.reopen, author, { declineReason: 'not_found' })
    expect(reopened).toMatchObject({ ownerOffice: 'roads', closedAt: null, declineReason: null })
    expect(reopened.resolutionDue.toISOString()).toBe('2026-05-25T15:00:00.000Z')
  })

  test('reopening gives it to a person only where one is there to get it', () => {
    const had = { ownerPerson: 'rita' as AccountId }
    const rosa = 'rosa' as AccountId
    const standing = { ...moves.reopen, person: rosa, insteadOf: had.ownerPerson } as const
    expect(movedOn('resolved', moves.reopen, desk, had)).toMatchObject({ report: { ownerOffice: 'roads', ownerPerson: null } })
    expect(movedOn('resolved', standing, desk, had)).toMatchObject({
      report: { ownerOffice: 'roads', ownerPerson: rosa },
      event: { detail: { office: 'roads', person: rosa, insteadOf: 'rita' } },
    })
  })

  test('reopening goes to the desk where the owner no longer exists', () => {
    expect(movedOn('resolved', moves.reopen, desk, {}, { ownerExists: false }).report).toMatchObject({
      ownerOffice: 'desk',
      ownerPerson: null,
    })
  })

  test('words go into the conversation as what they are', () => {
    const kinds = (['ask', 'answer', 'mark_worked', 'send_back', 'resolve', 'decline'] as const).map((act) => {
      const by = act === 'answer' ? author : act === 'mark_worked' ? owner : desk
      return movedOn(transitions[act].from[0], moves[act], by).words?.kind
    })
    expect(kinds).toEqual(['question', 'answer', 'note', 'note', 'reply', 'reply'])
    expect(movedOn('resolved', moves.reopen, author).words?.kind).toBe('citizen')
    expect(movedOn('resolved', moves.reopen, desk).words?.kind).toBe('note')
  })

  test('an approved report appears when it is taken in charge and disappears when it is withdrawn', () => {
    expect(movedOn('submitted', moves.take_in_charge, desk, { moderation: 'approved' }).report.visible).toBe(true)
    expect(movedOn('in_charge', moves.withdraw, author, { moderation: 'approved', visible: true }).report.visible).toBe(false)
  })
})
