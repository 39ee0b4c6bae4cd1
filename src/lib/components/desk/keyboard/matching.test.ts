import { expect, test } from 'vitest'
import { matching } from './matching.ts'

const choices = ['Prendi in carico', 'Rispondi e chiudi: risolta', 'Rispondi senza chiudere', 'In ritardo 3'].map((label) => ({
  label,
}))

test.each([
  ['', choices.map(({ label }) => label)],
  ['risp', ['Rispondi e chiudi: risolta', 'Rispondi senza chiudere']],
  ['chiud risp', ['Rispondi e chiudi: risolta', 'Rispondi senza chiudere']],
  ['rit', ['In ritardo 3']],
  ['IN RITÀRDO', ['In ritardo 3']],
  ['in', ['In ritardo 3', 'Prendi in carico']],
  ['zzz', []],
])('“%s” finds %j', (typed, expected) => {
  expect(matching(choices, typed).map(({ label }) => label)).toEqual(expected)
})
