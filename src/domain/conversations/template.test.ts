import { describe, expect, test } from 'vitest'
import type { CategoryId, Id } from '../shared/id.ts'
import { checkTemplate, offerTemplates, type Template, type TemplateSetting } from './template.ts'

const [pothole, lamp, streets, green] = ['pothole', 'lamp', 'streets', 'green'] as unknown as readonly [
  CategoryId,
  CategoryId,
  CategoryId,
  CategoryId,
]

const plain: TemplateSetting = {
  name: 'Chiusa',
  acts: ['resolve'],
  categories: [],
  kinds: [],
  stages: [],
  text: { it: 'La segnalazione n. {{numero}} è chiusa.' },
  active: true,
}
const around = { otherNames: ['Altro'], isCategory: (id: CategoryId) => id === pothole }

describe('a template', () => {
  test.each([
    ['name_missing', { name: '  ' }],
    ['name_too_long', { name: 'x'.repeat(101) }],
    ['name_taken', { name: ' ALTRO ' }],
    ['act_missing', { acts: [] }],
    ['category_unknown', { categories: [pothole, lamp] }],
    ['text_missing', { text: { it: ' ', en: 'Closed.' } }],
  ] as const)('is refused: %s', (refusal, given) => {
    expect(checkTemplate({ ...plain, ...given }, around)).toEqual({ ok: false, refusal })
  })

  test.each([
    ['text_too_long', 'it', { it: 'x'.repeat(4001) }],
    ['text_too_long', 'en', { it: 'x', en: 'x'.repeat(4001) }],
    ['placeholder_unknown', 'it', { it: '{{saldo}}' }],
    ['placeholder_unknown', 'en', { it: 'x', en: '{{number}}' }],
  ] as const)('is refused for one of its languages: %s, %s', (refusal, field, text) => {
    expect(checkTemplate({ ...plain, text }, around)).toEqual({ ok: false, refusal, field })
  })

  test('is tidied, and a language without words is left out', () => {
    const checked = checkTemplate(
      { ...plain, name: ' Chiusa  bene ', categories: [pothole], text: { it: ' Sì. ', en: ' ' } },
      around,
    )
    expect(checked).toEqual({ ok: true, value: { ...plain, name: 'Chiusa bene', categories: [pothole], text: { it: 'Sì.' } } })
  })
})

describe('for a report', () => {
  const template = (name: string, more: Partial<Template> = {}): Template => ({
    ...plain,
    id: name as unknown as Id<'template'>,
    name,
    ...more,
  })
  const use = { act: 'resolve', category: pothole, group: streets, kind: 'problem', stage: 'in_charge', advised: null } as const
  const names = (templates: readonly Template[], asked: Parameters<typeof offerTemplates>[1] = use) => {
    const { fitting, others } = offerTemplates(templates, asked)
    return [fitting.map(({ name }) => name), others.map(({ name }) => name)]
  }

  test('the most particular comes first', () => {
    const given = [
      template('z per tutto'),
      template('a per tutto'),
      template('stato', { stages: ['in_charge'] }),
      template('tipo', { kinds: ['problem', 'complaint'] }),
      template('tipo e stato', { kinds: ['problem'], stages: ['in_charge'] }),
      template('gruppo', { categories: [streets] }),
      template('categoria', { categories: [green, pothole] }),
      template('categoria e tipo', { categories: [pothole], kinds: ['problem'] }),
    ]
    expect(names(given)).toEqual([
      ['categoria e tipo', 'categoria', 'gruppo', 'tipo e stato', 'tipo', 'stato', 'a per tutto', 'z per tutto'],
      [],
    ])
  })

  test('what fits another one comes after, what is for something else or not used any more not at all', () => {
    const given = [
      template('lampioni', { categories: [lamp] }),
      template('verde', { categories: [green] }),
      template('elogi', { kinds: ['praise'] }),
      template('lavorate', { stages: ['worked'] }),
      template('domanda', { acts: ['ask', 'note'] }),
      template('spento', { active: false }),
      template('buona'),
    ]
    expect(names(given)).toEqual([['buona'], ['elogi', 'lampioni', 'lavorate', 'verde']])
    expect(names(given, { ...use, act: 'note' })).toEqual([['domanda'], []])
    expect(names(given, { ...use, group: null, category: green })).toEqual([
      ['verde', 'buona'],
      ['elogi', 'lampioni', 'lavorate'],
    ])
  })

  test('what a rule advises stands apart, whatever it fits, where it can be used at all', () => {
    const given = [template('verde', { categories: [green] }), template('buona'), template('domanda', { acts: ['ask'] })]
    const advise = (id: string) => offerTemplates(given, { ...use, advised: id as unknown as Id<'template'> })
    expect(advise('verde')).toMatchObject({ advised: [{ name: 'verde' }], fitting: [{ name: 'buona' }], others: [] })
    expect(advise('domanda')).toMatchObject({ advised: [], fitting: [{ name: 'buona' }], others: [{ name: 'verde' }] })
    expect(advise('tolto').advised).toEqual([])
  })
})
