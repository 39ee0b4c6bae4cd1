import { describe, expect, test } from 'vitest'
import type { Template } from '../conversations/template.ts'
import { fakeReport } from '../reports/report.fake.ts'
import type { Id } from '../shared/id.ts'
import type { Locale } from '../shared/words.ts'
import type { BulkChange } from './bulk-change.ts'
import { changeForReport } from './change-for-report.ts'

const template = 't' as Id<'template'>
const both = { id: template, text: { it: 'Grazie\nper la n. {{numero}}', en: 'Thanks for no. {{numero}}' } } as Template
const italian = { ...both, text: { it: both.text.it } }
const reply = (text: string, from: Id<'template'> | null = template): BulkChange => ({ act: 'reply', text, template: from })
const given = (change: BulkChange, templates: readonly Template[], locale: Locale) =>
  changeForReport(change, fakeReport({ number: 7 }), {
    templates,
    locale,
    fill: (text, { number }, language) => `${language}: ${text.replace('{{numero}}', String(number))}`,
  })

describe('what many reports are told', () => {
  test.each<readonly [string, BulkChange, readonly Template[], Locale, string]>([
    ['what was written is filled in', reply('La n. {{numero}}', null), [both], 'en', 'it: La n. 7'],
    [
      'a standard text speaks the author’s language',
      reply('Grazie\r\nper la n. {{numero}} '),
      [both],
      'en',
      'en: Thanks for no. 7',
    ],
    ['or Italian', reply(both.text.it), [both], 'it', 'it: Grazie\nper la n. 7'],
    ['or Italian, where it is not translated', reply(both.text.it), [italian], 'en', 'it: Grazie\nper la n. 7'],
    ['one that was changed is what was written', reply('Grazie, n. {{numero}}'), [both], 'en', 'it: Grazie, n. 7'],
    ['one that is gone is what was written', reply(both.text.it), [], 'en', 'it: Grazie\nper la n. 7'],
  ])('%s', (_, change, templates, locale, text) => expect(given(change, templates, locale)).toMatchObject({ act: 'reply', text }))

  test('is nothing where nothing is written', () => {
    const change: BulkChange = { act: 'moderate', moderation: 'approved' }
    expect(given(change, [both], 'en')).toBe(change)
  })
})
