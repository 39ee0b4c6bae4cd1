import { describe, expect, test } from 'vitest'
import type { AccountId } from '../shared/id.ts'
import { mentionedIn, toldOf } from './mention.ts'

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

  test('each once, and never who wrote it', () => {
    const [ada, anna] = ['ada' as AccountId, 'anna' as AccountId]
    expect(toldOf([ada, anna, ada], anna)).toEqual([ada])
  })
})
