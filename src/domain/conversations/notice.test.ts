import { describe, expect, test } from 'vitest'
import type { EventActor, EventDetail, EventKind } from '../reports/event.ts'
import { fakeReport } from '../reports/report.fake.ts'
import type { Report } from '../reports/report.ts'
import type { AccountId, EventId, Id, OfficeId } from '../shared/id.ts'
import { isMailed, noticeDefaults, noticeOf, notices, tellsStaff } from './notice.ts'

const [roads, parks, urp] = ['roads', 'parks', 'urp'] as unknown as [OfficeId, OfficeId, OfficeId]
const [ada, bea] = ['ada', 'bea'] as unknown as [AccountId, AccountId]
const dora: EventActor = { kind: 'staff', account: 'dora' as AccountId }
const author: EventActor = { kind: 'author' }
const system: EventActor = { kind: 'system' }
const supplier: EventActor = { kind: 'supplier', link: 'link' as Id<'supplier-link'> }

const outside = { account: ada, worksThere: false, manages: false, worksAtDesk: false }
const operator = { ...outside, worksThere: true }
const manager = { ...operator, manages: true }
const clerk = { ...outside, worksAtDesk: true }

const happened = (kind: EventKind, actor: EventActor = dora, detail: EventDetail = {}) => ({ kind, actor, detail })
const standing = (report: Partial<Report> = {}, more: object = {}) => {
  const now = fakeReport(report)
  return { report: now, holder: now.ownerPerson, managed: true, ...more }
}
const routed = { stage: 'submitted' } as const
const adas = { ownerPerson: ada }
const toAda = { office: roads, person: ada }

describe('somebody is told', () => {
  test.each([
    ['that a report came for their office', happened('submitted', author), standing(routed), operator, 'office'],
    [
      'that it is sent to their office',
      happened('assigned', dora, { office: roads, previousOffice: urp }),
      standing(routed),
      operator,
      'office',
    ],
    [
      'that it is filed for their office',
      happened('classified', dora, { office: roads, previousOffice: parks }),
      standing(routed),
      operator,
      'office',
    ],
    [
      'that another office hands it to theirs',
      happened('assigned', dora, { office: roads, person: null, previousOffice: parks }),
      standing(),
      operator,
      'office',
    ],
    [
      'that the desk took it for them where it was sent elsewhere',
      happened('taken_in_charge', dora, { office: roads, person: null }),
      standing({ routedOffice: parks }),
      operator,
      'office',
    ],
    ['that it is theirs', happened('taken_in_charge', dora, toAda), standing(adas), operator, 'assigned'],
    ['that a rule gave it to them', happened('taken_in_charge', system, toAda), standing(adas), operator, 'assigned'],
    [
      'that a colleague gave it to them',
      happened('assigned', dora, { ...toAda, previousOffice: roads }),
      standing(adas),
      operator,
      'assigned',
    ],
    ['that the desk wants more of them', happened('sent_back'), standing(adas), operator, 'assigned'],
    ['that it is open again for their office', happened('reopened'), standing(), operator, 'office'],
    ['that the author answered', happened('answered', author), standing(adas), operator, 'author'],
    ['that the author wrote', happened('message_added', author), standing(adas), operator, 'author'],
    ['that the author is not content', happened('reopened', author), standing(adas), operator, 'author'],
    ['that the author of what nobody has wrote', happened('message_added', author), standing(), operator, 'author'],
    [
      'in the place of who is absent',
      happened('answered', author),
      standing({ ownerPerson: bea }, { holder: ada }),
      operator,
      'author',
    ],
    ['that a question was not answered', happened('resumed', system), standing(adas), operator, 'timed_out'],
    ['that the supplier is done', happened('supplier_done', supplier), standing(adas), operator, 'supplier'],
    ['that the supplier refused', happened('supplier_refused', supplier), standing(adas), operator, 'supplier'],
    [
      'that a note names them, wherever they are',
      happened('resolved', dora, { mentions: [ada] }),
      standing({ stage: 'resolved' }),
      outside,
      'mentioned',
    ],
    [
      'above all that a note names them',
      happened('assigned', dora, { ...toAda, mentions: [ada] }),
      standing(adas),
      operator,
      'mentioned',
    ],
    ['that a term runs out', happened('term_warned', system), standing(adas), operator, 'warned'],
    ['that what their office has is late', happened('term_late', system), standing({ ownerPerson: bea }), manager, 'late'],
    [
      'at the desk that what nobody manages is late',
      happened('term_very_late', system),
      standing({}, { managed: false }),
      clerk,
      'late',
    ],
  ] as const)('%s', (_, event, stands, someone, expected) => {
    expect(noticeOf(event, stands, someone)).toBe(expected)
    expect(tellsStaff(event)).toBe(true)
  })
})

const own: EventActor = { kind: 'staff', account: ada }
const follows = 'lead' as EventId

describe('nobody is told', () => {
  test.each([
    ['of their own doing', happened('assigned', own, toAda), standing(adas), operator],
    ['of their own note', happened('noted', own, { mentions: [ada] }), standing(adas), operator],
    ['of what is another’s', happened('answered', author), standing({ ownerPerson: bea }), operator],
    ['of what lies with another office', happened('submitted', author), standing(routed), outside],
    ['of what was given to somebody else meanwhile', happened('assigned', dora, toAda), standing({ ownerPerson: bea }), operator],
    [
      'of what went to another office meanwhile',
      happened('assigned', dora, { office: parks, previousOffice: urp }),
      standing(),
      operator,
    ],
    ['of a new report that was taken meanwhile', happened('submitted', author), standing(), operator],
    [
      'twice, where the office that it was sent to has it now',
      happened('taken_in_charge', dora, { office: roads, person: null }),
      standing(),
      operator,
    ],
    [
      'that nobody in their office has it any more',
      happened('assigned', dora, { office: roads, person: null, previousOffice: roads }),
      standing(),
      operator,
    ],
    ['of what is closed meanwhile', happened('answered', author), standing({ ...adas, stage: 'resolved' }), operator],
    ['of a step after its lead', happened('assigned', dora, { ...toAda, follows }), standing(adas), operator],
    ['who resumed it by themselves', happened('resumed', dora), standing(adas), operator],
    ['that it is filed otherwise and stays', happened('classified', dora), standing(routed), operator],
    ['of what is late, while somebody manages it', happened('term_late', system), standing(), clerk],
    ['of what is late, who do not manage', happened('term_late', system), standing(adas), operator],
    ['of a plan', happened('planned'), standing(adas), operator],
  ] as const)('%s', (_, event, stands, someone) => expect(noticeOf(event, stands, someone)).toBeNull())
})

test.each([
  ['a step after a lead', happened('assigned', dora, { ...toAda, follows }), false],
  ['a plan', happened('planned'), false],
  ['a note that names somebody', happened('noted', dora, { mentions: [ada] }), true],
  ['a note that names nobody', happened('noted'), false],
] as const)('is asked for or not: %s', (_, event, expected) => expect(tellsStaff(event)).toBe(expected))

describe('a mail goes', () => {
  test.each([
    ['as the body says', 'office', 'office_manager', {}, true],
    ['as the body says for the role', 'office', 'desk', {}, false],
    ['as the person wants it', 'office', 'desk', { office: true }, true],
    ['not to who wants none', 'assigned', 'office_operator', { assigned: false }, false],
    ['whatever they said of others', 'assigned', 'office_operator', { office: false }, true],
  ] as const)('%s', (_, notice, role, wishes, expected) =>
    expect(isMailed(notice, role, wishes, noticeDefaults({}))).toBe(expected),
  )

  test('to somebody for every notice of which the body decided nothing', () => {
    for (const notice of notices) expect(noticeDefaults(undefined)[notice].length).toBeGreaterThan(0)
    expect(isMailed('late', 'desk', {}, noticeDefaults({ late: [] }))).toBe(false)
  })
})
