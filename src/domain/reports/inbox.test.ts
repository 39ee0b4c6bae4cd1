import { describe, expect, test } from 'vitest'
import type { Role, Staff } from '../people/actor.ts'
import type { AccountId, OfficeId } from '../shared/id.ts'
import { type Bucket, buckets, bucketsOf, type InboxMarks, inboxBuckets, type NextAction, nextAction } from './inbox.ts'
import type { AuthorSaid, Report } from './report.ts'
import type { Stage } from './stage.ts'

const [desk, roads] = ['desk' as OfficeId, 'roads' as OfficeId]
const since = new Date('2026-05-11T10:00:00Z')
const report = (more: Partial<Report>) =>
  ({
    stage: 'in_charge',
    authorWaitsSince: null,
    authorSaid: null,
    routedOffice: roads,
    ownerOffice: roads,
    consent: false,
    moderation: 'pending',
    termNotice: 'none',
    ...more,
  }) as Report
const quiet: InboxMarks = {
  deskOffice: desk,
  publication: 'after_approval',
  pendingAdditions: false,
  mailFailed: false,
  replyProposed: false,
  supplierAnswered: false,
}

describe('what comes next', () => {
  test.each<readonly [NextAction | null, Stage, AuthorSaid | null, OfficeId]>([
    ['classify', 'submitted', null, desk],
    ['take_in_charge', 'submitted', null, roads],
    ['take_in_charge', 'submitted', 'message', roads],
    ['read_author', 'in_charge', 'message', roads],
    ['read_author', 'worked', 'message', roads],
    ['answered', 'in_charge', 'answer', roads],
    ['answered', 'in_charge', 'reopening', roads],
    ['answer', 'worked', null, roads],
    ['wait', 'waiting', null, roads],
    ['work', 'in_charge', null, roads],
    ['work', 'planned', null, roads],
    ['work', 'with_others', null, roads],
    [null, 'resolved', null, roads],
    [null, 'declined', null, roads],
    [null, 'withdrawn', null, roads],
  ])('%s when it is %s, the author said %s and it is routed to %s', (action, stage, authorSaid, routedOffice) => {
    const waits = authorSaid === null ? null : since
    expect(nextAction(report({ stage, authorSaid, authorWaitsSince: waits, routedOffice }), desk)).toBe(action)
  })
})

describe('where it lies', () => {
  test.each<readonly [string, Partial<Report>, Partial<InboxMarks>, readonly Bucket[]]>([
    ['in work', {}, {}, ['open', 'work']],
    ['late', { termNotice: 'late' }, {}, ['open', 'work', 'late']],
    ['very late', { termNotice: 'very_late' }, {}, ['open', 'work', 'late']],
    ['warned of', { termNotice: 'warned' }, {}, ['open', 'work', 'warned']],
    ['late but waiting for the author', { termNotice: 'late', stage: 'waiting' }, {}, ['open', 'wait']],
    ['late but closed', { termNotice: 'late', stage: 'resolved' }, {}, []],
    ['to be published', { consent: true }, {}, ['open', 'work', 'moderate']],
    ['to be published, not taken in charge', { consent: true, stage: 'submitted' }, {}, ['open', 'take_in_charge']],
    [
      'public at once, to be looked at',
      { consent: true, stage: 'submitted' },
      { publication: 'at_once' },
      ['open', 'take_in_charge', 'moderate'],
    ],
    ['never public', { consent: true }, { publication: 'never' }, ['open', 'work']],
    ['closed and to be published', { consent: true, stage: 'resolved' }, {}, ['moderate']],
    ['refused', { consent: true, moderation: 'rejected' }, { pendingAdditions: true }, ['open', 'work']],
    [
      'public, with a new photo',
      { consent: true, moderation: 'approved' },
      { pendingAdditions: true },
      ['open', 'work', 'moderate'],
    ],
    ['withdrawn', { consent: true, stage: 'withdrawn' }, { pendingAdditions: true }, []],
    ['with a reply that somebody proposes', {}, { replyProposed: true }, ['open', 'work', 'proposed']],
    ['closed, the proposed reply left', { stage: 'resolved' }, { replyProposed: true }, []],
    ['done by somebody outside', { stage: 'with_others' }, { supplierAnswered: true }, ['open', 'work', 'supplier']],
    ['done outside and looked at', { stage: 'worked' }, { supplierAnswered: true }, ['open', 'answer']],
    ['closed, its letter not delivered', { stage: 'resolved' }, { mailFailed: true }, ['mail_failed']],
  ])('%s', (_, more, marks, expected) => {
    expect(inboxBuckets(report(more), { ...quiet, ...marks })).toEqual(expected)
  })
})

describe('where somebody looks', () => {
  const staff = (role: Role): Staff => ({
    kind: 'staff',
    account: 'a' as AccountId,
    memberships: [{ role, office: role === 'desk' || role === 'observer' ? null : roads }],
  })
  const deskAlone: readonly Bucket[] = ['classify', 'answer', 'proposed', 'moderate', 'mail_failed']

  test.each([
    ['desk', false, []],
    ['observer', false, []],
    ['office_manager', false, deskAlone],
    ['office_operator', false, deskAlone],
    ['office_operator', true, deskAlone.filter((bucket) => bucket !== 'answer')],
  ] as const)('%s, where offices may reply: %s, looks everywhere but in %j', (role, officesMayReply, hidden) => {
    const shown = bucketsOf(staff(role), [{ officesMayReply: false }, { officesMayReply }])
    expect(buckets.filter((bucket) => !shown.includes(bucket))).toEqual(
      buckets.filter((bucket) => hidden.includes(bucket as never)),
    )
  })
})
