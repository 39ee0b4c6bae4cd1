import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { channels, reportKinds } from '../reports/kind.ts'
import { fakeReport } from '../reports/report.fake.ts'
import type { ReportId } from '../shared/id.ts'
import { compareRouting } from './compare-routing.ts'
import { meets, type RoutedReport } from './match-rule.ts'
import { routeReport } from './route-report.ts'
import { always, area, authorGroup, body, category, never, office, person, rule } from './routing.fake.ts'
import { type Asked, type Condition, effectsOf, noEffects, type RoutingRule } from './rule.ts'

const sent: RoutedReport = {
  ...fakeReport({ kind: 'problem', channel: 'web' }),
  category: category('tree'),
  area: area('centre'),
  title: 'Albero pericolante',
  description: 'Un pino sopra la scuola materna.',
  address: 'Via Garibaldi 3',
  answers: { danger: 'yes', what: ['branch', 'root'], height: '12,5' },
  authorGroups: [authorGroup('schools'), authorGroup('council')],
  // A Monday, 10:30 in Rome.
  submittedAt: new Date('2026-05-11T08:30:00Z'),
}

describe('a condition', () => {
  const tree = { category: category('tree'), code: 'what' }
  const height = { category: category('tree'), code: 'height' }
  const cases: readonly (readonly [string, Asked, boolean])[] = [
    ['a kind', { about: 'kind', kinds: ['complaint', 'problem'] }, true],
    ['another kind', { about: 'kind', kinds: ['praise'] }, false],
    ['the category itself', { about: 'category', categories: [category('tree')] }, true],
    ['what stands above the category', { about: 'category', categories: [category('roads'), category('green')] }, true],
    ['another category', { about: 'category', categories: [category('roads')] }, false],
    ['an area that holds the area', { about: 'area', areas: [area('city')] }, true],
    ['another area', { about: 'area', areas: [area('hills')] }, false],
    ['a channel', { about: 'channel', channels: ['web'] }, true],
    ['another channel', { about: 'channel', channels: ['phone'] }, false],
    ['one of the groups of the author', { about: 'author', groups: [authorGroup('shops'), authorGroup('council')] }, true],
    ['a group of others', { about: 'author', groups: [authorGroup('shops')] }, false],
    ['a word of the title', { about: 'words', words: ['ALBERO'] }, true],
    ['words one after the other', { about: 'words', words: ['nulla', 'scuola materna'] }, true],
    ['part of a word', { about: 'words', words: ['scuol'] }, false],
    ['a word of the address', { about: 'words', words: ['garibaldi'] }, true],
    ['an answer among several', { about: 'answer', question: tree, answers: ['root'] }, true],
    ['an answer that was not given', { about: 'answer', question: tree, answers: ['leaf'] }, false],
    [
      'a question of another category',
      { about: 'answer', question: { ...tree, category: category('roads') }, answers: ['root'] },
      false,
    ],
    ['a number that was typed', { about: 'typed', question: height, test: { by: 'least', number: 12 } }, true],
    ['a number beyond it', { about: 'typed', question: height, test: { by: 'most', number: 12 } }, false],
    ['any answer', { about: 'typed', question: tree, test: { by: 'given' } }, true],
    ['what nobody answered', { about: 'typed', question: { ...tree, code: 'since' }, test: { by: 'given' } }, false],
    [
      'what another category asks',
      { about: 'typed', question: { ...height, category: category('roads') }, test: { by: 'given' } },
      false,
    ],
    ['an hour of the day', { about: 'time', days: [1], from: '10:00', to: '10:31' }, true],
    ['an hour that is over', { about: 'time', days: [1], from: '10:00', to: '10:30' }, false],
    ['another day', { about: 'time', days: [2, 7], from: '00:00', to: '24:00' }, false],
    ['a night, in the morning after', { about: 'time', days: [7], from: '22:00', to: '11:00' }, true],
    ['a night, not in the morning before', { about: 'time', days: [1], from: '22:00', to: '11:00' }, false],
    ['a working day', { about: 'holiday' }, false],
  ]
  test.each(cases)('%s: %o is %s, and turned round the other way', (_, condition, expected) => {
    expect(meets(sent, { ...condition, not: false }, body)).toBe(expected)
    expect(meets(sent, { ...condition, not: true }, body)).toBe(!expected)
  })

  test('of the civil hour holds on both sides of a change of the clocks', () => {
    const early: Condition = { about: 'time', days: [7], from: '08:00', to: '09:00', not: false }
    for (const at of ['2026-03-29T06:30:00Z', '2026-10-25T07:30:00Z', '2026-03-22T07:30:00Z'])
      expect(meets({ ...sent, submittedAt: new Date(at) }, early, body)).toBe(true)
  })

  test('of a group is not met by whoever belongs to none', () => {
    const asked = { about: 'author', groups: [authorGroup('schools')] } as const
    expect(meets({ ...sent, authorGroups: [] }, { ...asked, not: false }, body)).toBe(false)
    expect(meets({ ...sent, authorGroups: [] }, { ...asked, not: true }, body)).toBe(true)
  })

  test('of an area is not met by what lies nowhere', () => {
    expect(meets({ ...sent, area: null }, { about: 'area', areas: [area('city')], not: false }, body)).toBe(false)
  })
})

describe('the rules', () => {
  const route = (...rules: readonly RoutingRule[]) => routeReport(sent, { ...body, rules })

  test('leave it to the category where none applies, and to the desk where that names nobody', () => {
    expect(route(rule([never], { office: office('roads') }))).toMatchObject({ office: 'parks', rules: [] })
    expect(routeReport({ ...sent, category: category('old') }, body).office).toBe('desk')
  })

  test('apply in their order: a later one over an earlier, observers besides each other', () => {
    const [first, second] = [
      rule([always], { office: office('roads'), priority: 'high', observers: [office('police')] }),
      rule([always], { office: office('police'), observers: [office('parks')] }),
    ]
    expect(route(first, second)).toMatchObject({
      office: 'police',
      priority: 'high',
      observers: ['police', 'parks'],
      rules: [
        { id: first.id, set: ['office', 'observers', 'priority'] },
        { id: second.id, set: ['office', 'observers'] },
      ],
    })
  })

  test('end where one says stop', () => {
    const stopping = rule([always], { priority: 'low' }, { stop: true })
    expect(route(stopping, rule([always], { priority: 'urgent' }))).toMatchObject({
      priority: 'low',
      rules: [{ id: stopping.id }],
    })
  })

  test('do not stop at one whose conditions do not hold', () => {
    expect(
      route(rule([always, never], { priority: 'low' }, { stop: true }), rule([always], { priority: 'urgent' })).priority,
    ).toBe('urgent')
  })

  test('forget the person of an office that a later rule sets aside', () => {
    const named = rule([always], { office: office('roads'), person: person('rita') })
    expect(route(named, rule([always], { office: office('parks') }))).toMatchObject({ office: 'parks', person: null })
    expect(route(named, rule([always], { priority: 'high' }))).toMatchObject({ office: 'roads', person: 'rita' })
  })

  test('pass over one that is off, and one that refers to something in vain', () => {
    expect(route(rule([always], { priority: 'high' }, { active: false })).rules).toEqual([])
    expect(route(rule([always], { office: office('gone'), priority: 'high' }))).toMatchObject({ office: 'parks', priority: null })
    const left = rule([always], { office: office('roads'), person: person('left'), priority: 'high' })
    expect(route(left)).toMatchObject({ office: 'parks', priority: null, rules: [] })
  })

  test('send every report to an office that is there, whatever they are', () => {
    const conditions: fc.Arbitrary<Condition> = fc.oneof(
      fc.record({ about: fc.constant('kind' as const), kinds: fc.subarray([...reportKinds]), not: fc.boolean() }),
      fc.record({ about: fc.constant('channel' as const), channels: fc.subarray([...channels]), not: fc.boolean() }),
      fc.record({
        about: fc.constant('category' as const),
        categories: fc.subarray(['tree', 'roads', 'gone'].map(category)),
        not: fc.boolean(),
      }),
    )
    const offices = fc.constantFrom(null, ...['desk', 'parks', 'roads', 'gone', 'unknown'].map(office))
    const rules = fc.array(
      fc
        .tuple(fc.array(conditions, { maxLength: 3 }), offices, fc.boolean())
        .map(([asked, to, stop]) => rule(asked, { office: to }, { stop })),
      { maxLength: 8 },
    )
    fc.assert(
      fc.property(rules, fc.constantFrom('tree', 'roads', 'old'), (some, filed) => {
        const { office: to, rules: applied } = routeReport({ ...sent, category: category(filed) }, { ...body, rules: some })
        expect(body.offices.get(to)?.active).toBe(true)
        const order = applied.map(({ id }) => some.findIndex((one) => one.id === id))
        expect(order).toEqual(order.toSorted((one, other) => one - other))
        const stopped = applied.findIndex(({ id }) => some.find((one) => one.id === id)?.stop)
        expect(stopped === -1 || stopped === applied.length - 1).toBe(true)
      }),
    )
  })
})

test('rules that are tried tell what would have gone otherwise, and nothing of the rest', () => {
  const reports = [
    { ...sent, id: 'one' as ReportId },
    { ...sent, id: 'two' as ReportId, kind: 'praise' as const },
  ]
  const tried = [rule([always], { office: office('roads') })]
  const differences = compareRouting(reports, body, tried)
  expect(differences).toMatchObject([{ report: { id: 'one' }, before: { office: 'parks' }, after: { office: 'roads' } }])
  expect(effectsOf(tried[0]?.effects ?? noEffects)).toEqual(['office'])
})
