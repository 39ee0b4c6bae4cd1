import { describe, expect, test } from 'vitest'
import type { ShownDifference } from '#lib/components/settings/shown-change.ts'
import { differences, type SaidValue } from './difference.server.ts'

/** `-` is gone, `+` has come, `=` stands between. */
const inShort = (found: readonly ShownDifference[]) =>
  found.map(({ field, parts }) => [
    field,
    ...parts.map(({ what, text }) => `${{ before: '-', after: '+', same: '=' }[what]}${text}`),
  ])
const filler = (n: number) => Array.from({ length: n }, (_, at) => `parola${at}`).join(' ')

describe('what differs', () => {
  test.each<readonly [string, SaidValue, SaidValue, readonly (readonly string[])[]]>([
    ['nothing', { Nome: 'A', Codice: null }, { Nome: 'A', Codice: undefined }, []],
    ['a short text', { Nome: 'A' }, { Nome: 'B' }, [['Nome', '-A', '+B']]],
    ['a text that was not there', { Nome: '' }, { Nome: 'B' }, [['Nome', '+B']]],
    ['a number', { Giorni: 30 }, { Giorni: 0 }, [['Giorni', '-30', '+0']]],
    [
      'what lies deeper',
      { Orario: { lunedì: '08:00' } },
      { Orario: { lunedì: '09:00' } },
      [['Orario › lunedì', '-08:00', '+09:00']],
    ],
    ['everything of what is new', null, { Nome: 'A', Note: '' }, [['Nome', '+A']]],
    ['everything of what is gone', { Nome: 'A' }, null, [['Nome', '-A']]],
    ['a list', { Ruoli: ['URP', 'Osservatore'] }, { Ruoli: ['URP', 'Analista'] }, [['Ruoli', '-Osservatore', '+Analista']]],
    ['a list that is put in another order', { Regole: ['a', 'b'] }, { Regole: ['b', 'a'] }, [['Regole', '-a', '+a']]],
    ['a first entry', { Ruoli: undefined }, { Ruoli: ['URP'] }, [['Ruoli', '+URP']]],
  ])('is %s', (_, before, after, found) => expect(inShort(differences(before, after))).toEqual(found))

  test('far into a long text is shown with what stands around it, and nothing else', () => {
    const [before, after] = [`${filler(800)} vecchia ${filler(800)}`, `${filler(800)} nuova ${filler(800)}`]
    const [found] = differences({ Informativa: before }, { Informativa: after })
    expect(found?.lines).toBe(false)
    const parts = found?.parts ?? []
    expect(parts.filter(({ what }) => what !== 'same')).toEqual([
      { what: 'before', text: 'vecchia' },
      { what: 'after', text: 'nuova' },
    ])
    expect(parts[0]?.text).toMatch(/^….*parola799 $/)
    expect(parts.at(-1)?.text).toMatch(/^ parola0 .*…$/)
    expect(JSON.stringify(parts).length).toBeLessThan(400)
  })

  test('everywhere in a long text is shown whole, before and after', () => {
    const [before, after] = [filler(3000), filler(3000).replaceAll('parola', 'altra')]
    const [found] = differences({ Testo: before }, { Testo: after })
    expect(found).toEqual({
      field: 'Testo',
      lines: true,
      parts: [
        { what: 'before', text: before },
        { what: 'after', text: after },
      ],
    })
  })

  test('is told of what is drawn, also where the same is said of both', () => {
    const drawn = (of: string): SaidValue => ({ Confini: { says: '4 vertici', another: 'confini cambiati: 4 vertici', of } })
    expect(inShort(differences(drawn('a'), drawn('b')))).toEqual([['Confini', '-4 vertici', '+confini cambiati: 4 vertici']])
    expect(differences(drawn('a'), drawn('a'))).toEqual([])
    expect(inShort(differences(null, drawn('b')))).toEqual([['Confini', '+4 vertici']])
  })
})
