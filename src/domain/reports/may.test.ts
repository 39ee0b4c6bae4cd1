import { describe, expect, test } from 'vitest'
import type { Category } from '../categories/category.ts'
import type { Actor, Role } from '../people/actor.ts'
import type { AccountId, ApiKeyId, CategoryId, OfficeId, ReportId } from '../shared/id.ts'
import { decideClassification, decideModeration, decideNote, decideProposal, decideReply } from './desk-changes.ts'
import { type Deed, deeds, may, mayReply } from './may.ts'
import type { Report } from './report.ts'
import { isOpen, type Stage, stages } from './stage.ts'

const office = (name: string) => name as OfficeId
const staff = (role: Role, at: string | null = null): Actor => ({
  kind: 'staff',
  account: 'p' as AccountId,
  memberships: [{ role, office: at === null ? null : office(at) }],
})
const at = (stage: Stage, more: Partial<Report> = {}) =>
  ({
    id: 'r' as ReportId,
    kind: 'problem',
    category: 'holes' as CategoryId,
    stage,
    ownerOffice: office('roads'),
    ownerPerson: null,
    routedOffice: office('lights'),
    observers: [office('police')],
    mentioned: ['named' as AccountId],
    consent: true,
    moderation: 'pending',
    firstReplyAt: null,
    ...more,
  }) as Report

const people = {
  desk: staff('desk'),
  owner: staff('office_operator', 'roads'),
  manager: staff('office_manager', 'roads'),
  routed: staff('office_operator', 'lights'),
  observingOffice: staff('office_operator', 'police'),
  observer: staff('observer'),
  named: { kind: 'staff', account: 'named' as AccountId, memberships: [{ role: 'office_operator', office: office('parks') }] },
  otherManager: staff('office_manager', 'parks'),
  managerAbove: {
    kind: 'staff',
    account: 'above' as AccountId,
    memberships: [{ role: 'office_manager', office: office('roads'), fromAbove: true }],
  },
  analyst: staff('analyst'),
  administrator: staff('administrator'),
  author: { kind: 'author', report: 'r' as ReportId },
  otherAuthor: { kind: 'author', report: 'other' as ReportId },
  machine: { kind: 'machine', key: 'k' as ApiKeyId, scopes: [] },
  system: { kind: 'system' },
} as const satisfies Record<string, Actor>

/** What each person may do with an open report that somebody has in charge; all else is somebody else's. */
const allowed: Readonly<Record<keyof typeof people, readonly Deed[]>> = {
  desk: deeds.filter((deed) => deed !== 'rate'),
  owner: ['read', 'read_contacts', 'note', 'propose_reply', 'relate', 'invite_supplier', 'take', 'give_back'],
  manager: [
    'read',
    'read_contacts',
    'note',
    'propose_reply',
    'relate',
    'invite_supplier',
    'take',
    'give_back',
    'assign',
    'prioritise',
    'observe',
  ],
  routed: ['read', 'read_contacts', 'note', 'propose_reply', 'relate', 'invite_supplier'],
  observingOffice: ['read', 'note', 'propose_reply'],
  observer: ['read', 'note', 'propose_reply'],
  named: ['read', 'note', 'propose_reply'],
  otherManager: [],
  managerAbove: [
    'read',
    'read_contacts',
    'note',
    'propose_reply',
    'relate',
    'invite_supplier',
    'give_back',
    'assign',
    'prioritise',
    'observe',
  ],
  analyst: [],
  administrator: [],
  author: ['read', 'write_message', 'add_photo', 'rate'],
  otherAuthor: [],
  machine: [],
  system: ['read'],
}

const [desks, offices] = [{ officesMayReply: false }, { officesMayReply: true }]
const names = Object.keys(people) as readonly (keyof typeof people)[]

describe('who may do what', () => {
  const cases = names.flatMap((who) => deeds.map((deed) => [who, deed, allowed[who].includes(deed)] as const))
  test.each(cases)('%s, %s: %s', (who, deed, yes) => {
    const answer = may(people[who], deed, at(deed === 'rate' ? 'resolved' : 'in_charge'))
    expect(answer).toEqual(yes ? { ok: true, value: null } : { ok: false, refusal: 'not_yours' })
  })
})

describe('who may reply and leave it open', () => {
  test.each(names)('%s', (who) => {
    const refused = { ok: false, refusal: 'not_yours' }
    const owns = who === 'owner' || who === 'manager' || who === 'managerAbove'
    expect(mayReply(people[who], at('in_charge'), desks)).toEqual(who === 'desk' ? { ok: true, value: null } : refused)
    expect(mayReply(people[who], at('in_charge'), offices)).toEqual(owns || who === 'desk' ? { ok: true, value: null } : refused)
  })

  test.each(stages)('of one that is %s', (stage) => {
    const answer = isOpen(stage) ? { ok: true, value: null } : { ok: false, refusal: 'wrong_stage' }
    expect(mayReply(people.desk, at(stage), desks)).toEqual(answer)
    expect(mayReply(people.owner, at(stage), offices)).toEqual(answer)
  })
})

describe('in which stages', () => {
  const cases = stages.flatMap((stage) => [
    [stage, 'assign', isOpen(stage) && stage !== 'submitted'] as const,
    [stage, 'take', isOpen(stage) && stage !== 'submitted'] as const,
    [stage, 'give_back', isOpen(stage) && stage !== 'worked'] as const,
    [stage, 'correct_contacts', true] as const,
    [stage, 'classify', isOpen(stage)] as const,
    [stage, 'moderate', stage !== 'withdrawn'] as const,
    [stage, 'note', true] as const,
    [stage, 'read', true] as const,
  ])
  test.each(cases)('%s: %s is %s', (stage, deed, yes) => {
    expect(may(people.desk, deed, at(stage))).toEqual(yes ? { ok: true, value: null } : { ok: false, refusal: 'wrong_stage' })
  })
})

describe('a change that moves nothing', () => {
  const now = new Date('2026-05-11T10:00:00Z')
  const tree = { id: 'trees' as CategoryId, office: office('parks') } as Category
  const holes = { id: 'holes' as CategoryId, office: office('roads') } as Category
  const report = at('in_charge')

  test.each([
    [
      'it is filed there already',
      'nothing_changes',
      decideClassification(report, { kind: 'problem', category: holes }, people.desk, 'never'),
    ],
    [
      'an office files it',
      'not_yours',
      decideClassification(report, { kind: 'problem', category: tree }, people.manager, 'never'),
    ],
    [
      'a closed one is filed',
      'wrong_stage',
      decideClassification(at('resolved'), { kind: 'problem', category: tree }, people.desk, 'never'),
    ],
    [
      'the author did not agree',
      'no_consent',
      decideModeration(at('in_charge', { consent: false }), 'approved', people.desk, 'at_once'),
    ],
    ['the body shows none', 'body_forbids', decideModeration(report, 'approved', people.desk, 'never')],
    ['nobody has taken charge', 'not_in_charge', decideModeration(at('submitted'), 'approved', people.desk, 'after_approval')],
    ['its author took it back', 'wrong_stage', decideModeration(at('withdrawn'), 'approved', people.desk, 'after_approval')],
    [
      'it is hidden already',
      'nothing_changes',
      decideModeration(at('in_charge', { moderation: 'rejected' }), 'rejected', people.desk, 'at_once'),
    ],
    ['an office shows it', 'not_yours', decideModeration(report, 'approved', people.owner, 'at_once')],
    ['a note is empty', 'text_missing', decideNote(report, { text: ' ' }, people.owner)],
    ['a note is too long', 'text_too_long', decideNote(report, { text: 'x'.repeat(5001) }, people.owner)],
    ['a reply keeps a place to fill in', 'placeholder_left', decideReply(report, 'Il n. {{numero}}', people.desk, desks, now)],
    [
      'a note names a crowd',
      'mentions_too_many',
      decideNote(report, { text: 'Ecco', mentions: Array.from({ length: 21 }, (_, n) => `p${n}` as AccountId) }, people.owner),
    ],
    ['a proposal is empty', 'text_missing', decideProposal(report, ' ', people.owner)],
    ['a proposal is too long', 'text_too_long', decideProposal(report, 'x'.repeat(5001), people.owner)],
    ['a proposal keeps a place to fill in', 'placeholder_left', decideProposal(report, 'Il n. {{numero}}', people.owner)],
    ['a stranger proposes', 'not_yours', decideProposal(report, 'Ecco', people.otherManager)],
    ['a closed one is proposed for', 'wrong_stage', decideProposal(at('resolved'), 'Ecco', people.owner)],
    ['an office replies', 'not_yours', decideReply(report, 'Ecco', people.owner, desks, now)],
    ['a closed one is replied to', 'wrong_stage', decideReply(at('resolved'), 'Ecco', people.desk, desks, now)],
  ] as const)('is refused when %s: %s', (_, refusal, answer) => expect(answer).toEqual({ ok: false, refusal }))

  test('shows at once what the body shows before anybody looked', () => {
    const shown = decideModeration(at('submitted', { moderation: 'rejected' }), 'approved', people.desk, 'at_once')
    expect(shown).toMatchObject({ ok: true, value: { report: { visible: true } } })
  })

  test('files it elsewhere and leaves the promised terms alone', () => {
    const filed = decideClassification(report, { kind: 'complaint', category: tree }, people.desk, 'never')
    expect(filed).toMatchObject({ ok: true, value: { report: { kind: 'complaint', category: 'trees', ownerOffice: 'roads' } } })
  })

  test('files it where its reports are shown at once, or never: it is shown, or no longer', () => {
    const file = (from: Report, publication: 'at_once' | 'never') =>
      decideClassification(from, { kind: 'problem', category: { ...tree, publication } }, people.desk, 'after_approval')
    const hidden = at('submitted', { consent: true, visible: false })
    expect(file(hidden, 'at_once')).toMatchObject({ value: { report: { visible: true }, event: { detail: { visible: true } } } })
    const seen = at('in_charge', { consent: true, moderation: 'approved', visible: true })
    expect(file(seen, 'never')).toMatchObject({ value: { report: { visible: false }, event: { detail: { visible: false } } } })
  })

  test('counts the first reply once', () => {
    const first = decideReply(report, 'Ecco', people.desk, desks, now)
    expect(first).toMatchObject({ ok: true, value: { report: { firstReplyAt: now }, words: { text: 'Ecco' } } })
    const earlier = new Date('2026-05-10T10:00:00Z')
    const second = decideReply(at('in_charge', { firstReplyAt: earlier }), 'Ancora', people.desk, desks, now)
    expect(second).toMatchObject({ ok: true, value: { report: { firstReplyAt: earlier } } })
  })
})
