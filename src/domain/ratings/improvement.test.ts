import { expect, test } from 'vitest'
import type { Id } from '../shared/id.ts'
import { checkImprovement, type ImprovementSetting } from './improvement.ts'

const page = 'page' as Id<'rating-subject'>
const known = { today: '2026-05-11', subjects: new Set<string>([page]) }
const plain: ImprovementSetting = { subject: page, day: '2026-05-11', text: { it: 'Abbiamo aggiunto il modulo.' } }

test('is kept as it is, of one subject or of everything', () => {
  expect(checkImprovement(plain, known)).toEqual({ ok: true, value: plain })
  expect(checkImprovement({ ...plain, subject: null }, known)).toMatchObject({ ok: true })
})

test.each([
  ['text_missing', { text: { it: ' ', en: 'We added the form.' } }, 'text'],
  ['text_too_long', { text: { it: 'x'.repeat(301) } }, 'text'],
  ['text_too_long', { text: { it: 'x', en: 'x'.repeat(301) } }, 'text-en'],
  ['day_wrong', { day: '2026-02-30' }, 'day'],
  ['day_to_come', { day: '2026-05-12' }, 'day'],
  ['subject_unknown', { subject: 'other' as Id<'rating-subject'> }, 'subject'],
] as const)('is refused: %s', (refusal, wrong, field) =>
  expect(checkImprovement({ ...plain, ...wrong }, known)).toEqual({ ok: false, refusal, field }),
)
