import { expect, test } from 'vitest'
import { wordsForKind } from './as-request.ts'
import { en } from './en.ts'
import { it } from './it.ts'

test('who asked for help reads of a request, in the same shape', () => {
  const { author } = wordsForKind(it, 'assistance', 'it')
  expect(author.title).toBe('La tua richiesta n. {number}')
  expect(author.reportTitle).toBe('Che cosa hai chiesto')
  expect(author.rate.star.other).toBe(it.author.rate.star.other)
  expect(wordsForKind(en, 'assistance', 'en').author.title).toBe('Your request no. {number}')
})

test.each([
  ['it', it],
  ['en', en],
] as const)('no letter and no private page of a request speaks of a report: %s', (locale, { author, mail, wizard }) => {
  const said = JSON.stringify(wordsForKind([author, mail.happened, wizard.receipt], 'assistance', locale))
  expect(said.match(/[^"]*(segnala|\breport\b)[^"]*":?/gi)?.filter((text) => !text.endsWith(':')) ?? []).toEqual([])
})

test('reports keep their name', () => expect(wordsForKind(it, 'problem', 'it')).toBe(it))
