import { describe, expect, test } from 'vitest'
import type { Actor } from '../people/actor.ts'
import { fakeReport } from '../reports/report.fake.ts'
import type { AccountId, AttachmentId, OfficeId, ReportId } from '../shared/id.ts'
import {
  decideInvitation,
  decideResending,
  decideRevocation,
  decideSupplierAct,
  linkRefusal,
  mayInviteSupplier,
  type SupplierAct,
  type SupplierLink,
  type SupplierLinkId,
} from './supplier-link.ts'

const now = new Date('2026-05-11T10:00:00Z')
const days = (n: number) => new Date(now.getTime() + n * 86_400_000)
const roads: Actor = {
  kind: 'staff',
  account: 'o' as AccountId,
  memberships: [{ role: 'office_operator', office: 'roads' as OfficeId }],
}
const parks: Actor = { ...roads, memberships: [{ role: 'office_manager', office: 'parks' as OfficeId }] }
const entrusted = fakeReport({ stage: 'with_others', recipient: 'Strade srl' })
const link: SupplierLink = {
  id: 'l' as SupplierLinkId,
  report: 'r' as ReportId,
  name: 'Strade srl',
  email: 'info@strade.example',
  description: 'Chiudere la buca.',
  photos: [],
  showsPlace: true,
  state: 'sent',
  stateAt: days(-1),
  createdBy: 'o' as AccountId,
  createdAt: days(-1),
  expiresAt: days(29),
  revokedAt: null,
  usedAt: null,
}

describe('somebody outside is invited', () => {
  const ask = {
    link: link.id,
    name: 'Strade srl',
    email: 'info@strade.example',
    description: 'Chiudere la buca.',
    photos: ['p' as AttachmentId],
    showsPlace: true,
    days: 30,
    checked: 'checked',
  } as const
  const known = {
    photos: ['p' as AttachmentId],
    author: { firstName: 'Ada', lastName: 'Verdi', email: 'ada@example.org', phone: '3331234567', locale: 'it' },
  } as const

  test.each([
    ['not_yours', {}, entrusted, parks],
    ['wrong_stage', {}, fakeReport(), roads],
    ['recipient_missing', { name: ' ' }, entrusted, roads],
    ['name_too_long', { name: 'x'.repeat(121) }, entrusted, roads],
    ['email_missing', { email: '' }, entrusted, roads],
    ['email_wrong', { email: 'x' }, entrusted, roads],
    ['text_missing', { description: ' ' }, entrusted, roads],
    ['text_too_long', { description: 'x'.repeat(5001) }, entrusted, roads],
    ['no_such_photo', { photos: ['q' as AttachmentId] }, entrusted, roads],
    ['days_wrong', { days: 0 }, entrusted, roads],
    ['days_wrong', { days: 181 }, entrusted, roads],
    ['check_missing', { checked: 'unchecked' }, entrusted, roads],
    ['names_author', { description: 'Sentire Ada Verdi al 333 1234567' }, entrusted, roads],
    ['names_author', { description: 'Scrivere a ADA@example.org' }, entrusted, roads],
  ] as const)('but not where %s: %j', (refusal, more, report, by) => {
    expect(decideInvitation(report, { ...ask, ...more }, known, by)).toEqual({ ok: false, refusal })
  })

  test('with words that name no author, by whoever has the report', () => {
    const invited = decideInvitation(entrusted, ask, known, roads)
    expect(invited).toMatchObject({
      ok: true,
      value: { event: { kind: 'supplier_invited', detail: { recipient: 'Strade srl' } } },
    })
  })
})

describe('whether somebody outside may be invited', () => {
  const rules = { officesMayReply: false, authorReopens: true, reopenDays: 30 }
  const desk: Actor = { ...roads, memberships: [{ role: 'desk', office: null }] }
  test.each([
    ['by whoever has the report', fakeReport(), roads, null],
    ['once more, while it is with others', entrusted, roads, null],
    ['by the desk, of what nobody has', fakeReport({ stage: 'submitted' }), desk, null],
    ['not by the office that it is only for: it cannot entrust it', fakeReport({ stage: 'submitted' }), roads, 'not_yours'],
    ['not where it cannot be entrusted any more', fakeReport({ stage: 'worked' }), roads, 'wrong_stage'],
    ['not by others', entrusted, parks, 'not_yours'],
    ['not of what is closed', fakeReport({ stage: 'resolved' }), roads, 'wrong_stage'],
  ] as const)('%s', (_, report, by, refusal) => {
    const allowed = mayInviteSupplier(report, by, rules, now)
    expect(allowed.ok ? null : allowed.refusal).toBe(refusal)
  })
})

test.each([
  [null, {}, 'with_others'],
  ['link_revoked', { revokedAt: now }, 'with_others'],
  ['link_expired', { expiresAt: now }, 'with_others'],
  ['link_not_needed', {}, 'in_charge'],
  ['link_not_needed', {}, 'resolved'],
  [null, { state: 'done' }, 'worked'],
] as const)('a link is refused with %s', (refusal, more, stage) => {
  expect(linkRefusal({ ...link, ...more }, fakeReport({ stage }), now)).toBe(refusal)
})

describe('what somebody outside says', () => {
  const say = (ask: SupplierAct, more: Partial<SupplierLink> = {}, report = entrusted) =>
    decideSupplierAct({ ...link, ...more }, report, ask, now)

  test.each([
    ['accepted', { act: 'accept' }, {}, 'supplier_accepted'],
    ['refused', { act: 'refuse', text: 'Siamo fuori zona' }, {}, 'supplier_refused'],
    ['refused', { act: 'refuse', text: 'Non possiamo' }, { state: 'accepted' }, 'supplier_refused'],
    ['done', { act: 'done', text: 'Chiusa', photos: 2 }, { state: 'accepted' }, 'supplier_done'],
    ['done', { act: 'done', text: 'Chiusa', photos: 0 }, {}, 'supplier_done'],
  ] as const)('becomes %s, and the stage stays the owner’s', (state, ask, more, kind) => {
    const said = say(ask, more)
    expect(said).toMatchObject({ ok: true, value: { state, event: { kind }, report: { stage: 'with_others' } } })
  })

  test.each([
    ['link_answered', { act: 'accept' }, { state: 'accepted' }],
    ['link_answered', { act: 'done', text: 'x', photos: 0 }, { state: 'refused' }],
    ['link_answered', { act: 'refuse', text: 'x' }, { state: 'done' }],
    ['link_revoked', { act: 'accept' }, { revokedAt: now }],
    ['link_expired', { act: 'accept' }, { expiresAt: now }],
    ['text_missing', { act: 'refuse', text: ' ' }, {}],
    ['text_missing', { act: 'done', text: '', photos: 0 }, {}],
    ['text_too_long', { act: 'done', text: 'x'.repeat(5001), photos: 0 }, {}],
    ['photos_at_once', { act: 'done', text: 'x', photos: 6 }, {}],
  ] as const)('is refused: %s', (refusal, ask, more) => {
    expect(say(ask, more)).toEqual({ ok: false, refusal })
  })

  test('and of what is with nobody outside any more nothing', () => {
    expect(say({ act: 'accept' }, {}, fakeReport({ stage: 'planned' }))).toEqual({ ok: false, refusal: 'link_not_needed' })
  })
})

test('a link is taken back by whoever may invite, once, of a closed report too', () => {
  expect(decideRevocation(link, fakeReport({ stage: 'resolved' }), roads)).toMatchObject({ ok: true })
  expect(decideRevocation(link, entrusted, parks)).toEqual({ ok: false, refusal: 'not_yours' })
  expect(decideRevocation({ ...link, revokedAt: now }, entrusted, roads)).toEqual({ ok: false, refusal: 'link_revoked' })
})

test.each([
  ['not_yours', {}, entrusted, parks],
  ['link_revoked', { revokedAt: now }, entrusted, roads],
  ['link_answered', { state: 'done' }, entrusted, roads],
  ['link_not_needed', {}, fakeReport(), roads],
] as const)('a link is not sent again where %s', (refusal, more, report, by) => {
  expect(decideResending({ ...link, ...more }, report, by, now)).toEqual({ ok: false, refusal })
})

test('a link that is sent again holds as long as at first', () => {
  expect(decideResending(link, entrusted, roads, now)).toMatchObject({ ok: true, value: { expiresAt: days(30) } })
})
