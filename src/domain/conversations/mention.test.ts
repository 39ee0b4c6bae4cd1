import { describe, expect, test } from 'vitest'
import type { AccountId } from '../shared/id.ts'
import { mentionedIn, toldByNote, toldOf } from './mention.ts'

const people = [
  ['ada', 'Ada Verdi'],
  ['adaRossi', 'Ada Verdi Rossi'],
  ['niccolo', 'Niccolò D’Amico'],
  ['anna1', 'Anna Neri'],
  ['anna2', 'Anna Neri'],
  ['dot', 'G. (Pino) Bo'],
].map(([id = '', name = '']) => ({ id: id as AccountId, name }))

describe('a note names', () => {
  test.each([
    ['nobody without an @', 'Chiedo ad Ada Verdi', []],
    ['whoever stands behind an @', 'Senti @Ada Verdi, puoi guardare?', ['ada']],
    ['whatever the letters are', '@ADA  verdi', ['ada']],
    ['the longer name alone', 'Per @Ada Verdi Rossi', ['adaRossi']],
    ['both where both are written', '@Ada Verdi Rossi e @Ada Verdi', ['adaRossi', 'ada']],
    ['a name with an accent and an apostrophe', "@Niccolò D'Amico: sì", ['niccolo']],
    ['nobody by half a name', '@Ada', []],
    ['nobody by a longer word', '@Ada Verdini', []],
    ['nobody where two are called so', '@Anna Neri', []],
    ['a name with signs', '@G. (Pino) Bo.', ['dot']],
  ] as const)('%s', (_, text, expected) => expect(mentionedIn(text, people)).toEqual(expected))

  test('whom it tells: those chosen and those named, as many as a note may tell', () => {
    const ada = 'ada' as AccountId
    const told = (text: string, chosen: readonly string[]) =>
      toldByNote({ text, chosen: chosen as readonly AccountId[] }, 'niccolo' as AccountId, people)
    expect(told('Guardate, @Ada Verdi', ['dot', 'ada', 'niccolo'])).toEqual(['dot', ada])
    expect(told('Nessuno', [])).toEqual([])
    expect(
      told(
        '@Ada Verdi',
        Array.from({ length: 30 }, (_, nth) => `person ${nth}`),
      ),
    ).toHaveLength(20)
  })

  test('each once, and never who wrote it', () => {
    const [ada, anna] = ['ada' as AccountId, 'anna' as AccountId]
    expect(toldOf([ada, anna, ada], anna)).toEqual([ada])
  })
})
