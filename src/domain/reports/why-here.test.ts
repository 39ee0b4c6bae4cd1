import { expect, test } from 'vitest'
import type { AppliedRule } from '../routing/route-report.ts'
import type { RuleId } from '../routing/rule.ts'
import type { AccountId, EventId, OfficeId, ReportId } from '../shared/id.ts'
import type { EventActor, EventDetail, EventKind } from './event.ts'
import { type WhyHere, whyHere } from './why-here.ts'

const office = (name: string) => name as OfficeId
const system: EventActor = { kind: 'system' }
const dora: EventActor = { kind: 'staff', account: 'dora' as AccountId }
const rule = (...set: AppliedRule['set']): AppliedRule => ({ id: 'r' as RuleId, name: 'Regola', set })
const event = (kind: EventKind, detail: EventDetail = {}, actor: EventActor = dora) => ({ kind, detail, actor })

const sent = event('submitted', {}, system)
const ruled = event('rules_applied', { rules: [rule('office', 'priority')] }, system)
const taken = event('taken_in_charge', { from: 'submitted', office: office('roads') })
const byRules: WhyHere = { why: 'rules', rules: [rule('office', 'priority')] }
const byDora: WhyHere = { why: 'somebody', by: dora }
const lead = 'lead' as ReportId

test.each<readonly [string, WhyHere, readonly ReturnType<typeof event>[]]>([
  ['its category sent it there', { why: 'category' }, [sent]],
  [
    'rules said nothing of its office',
    { why: 'category' },
    [sent, event('rules_applied', { rules: [rule('priority')] }, system)],
  ],
  ['its author wrote to that office', { why: 'addressed' }, [event('submitted', { office: office('roads') }), taken]],
  [
    'its author wrote to that office, and rules set something else',
    { why: 'addressed' },
    [event('submitted', { office: office('roads') }), event('rules_applied', { rules: [rule('priority')] }, system)],
  ],
  ['rules sent it there', byRules, [sent, ruled]],
  ['the office that it was sent to took it in charge', byRules, [sent, ruled, taken]],
  ['rules gave it to a person', byRules, [sent, ruled, event('taken_in_charge', { from: 'submitted' }, system)]],
  ['somebody took it for another office', byDora, [sent, ruled, event('taken_in_charge', { office: office('parks') })]],
  ['somebody sent it on', byDora, [sent, ruled, event('assigned', { office: office('parks'), previousOffice: office('roads') })]],
  [
    'a colleague of the same office got it',
    byRules,
    [sent, ruled, taken, event('assigned', { office: office('roads'), previousOffice: office('roads') })],
  ],
  ['it was filed elsewhere, where no rule speaks', { why: 'category' }, [sent, ruled, event('classified')]],
  [
    'it was filed where a rule speaks',
    { why: 'rules', rules: [rule('office')] },
    [sent, event('classified', { rules: [rule('office')] })],
  ],
  ['it was filed elsewhere once somebody had it', byRules, [sent, ruled, taken, event('classified')]],
  [
    'it was given back',
    { why: 'given_back', office: office('roads') },
    [sent, taken, event('given_back', { previousOffice: office('roads') })],
  ],
  [
    'it joined a group that somebody has',
    { why: 'lead', lead },
    [sent, event('grouped', { other: lead, office: office('parks') })],
  ],
  ['it joined a group that nobody has', { why: 'category' }, [sent, event('grouped', { other: lead })]],
  [
    'its lead was given to somebody',
    { why: 'lead', lead },
    [sent, event('grouped', { other: lead }), event('assigned', { office: office('parks'), follows: 'e' as EventId })],
  ],
  ['it is a part for which an office was chosen', byDora, [sent, event('split_off', { office: office('parks') })]],
  [
    'the office that had it is gone',
    { why: 'owner_gone' },
    [sent, taken, event('reopened', { office: office('urp'), previousOffice: office('roads') })],
  ],
  [
    'it was opened again where it was',
    byDora,
    [sent, event('assigned', { office: office('parks') }), event('reopened', { office: office('parks') })],
  ],
])('a report lies where it lies because %s', (_, why, history) => {
  expect(whyHere({ routedOffice: office('roads'), lead }, history)).toEqual(why)
})
