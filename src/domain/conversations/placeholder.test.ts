import { describe, expect, test } from 'vitest'
import { fillPersonal, fillPlaceholders, isUnfinished, placeholders, unknownPlaceholders } from './placeholder.ts'

const values = {
  numero: '12',
  titolo: 'Buca',
  tipo: 'Disservizio',
  categoria: 'Strade',
  ufficio: 'Strade',
  indirizzo: null,
  zona: null,
  inviata: '11 maggio 2026',
  scadenza: '25 maggio 2026',
  intervento: null,
  oggi: '12 maggio 2026',
  ente: 'Comune di Prova',
  telefono: '000',
  email: 'urp@town.example',
}

describe('filling in', () => {
  test.each([
    ['plain words stay', 'Grazie.', 'Grazie.', []],
    ['a value stands in its place', 'Segnalazione n. {{numero}}', 'Segnalazione n. 12', []],
    ['spaces and capitals do not matter', '{{ Numero }} e {{NUMERO}}', '12 e 12', []],
    [
      'what is missing stays and is named',
      'In {{indirizzo}}, {{zona}} e {{zona}}',
      'In {{indirizzo}}, {{zona}} e {{zona}}',
      ['indirizzo', 'zona'],
    ],
    ['or has words of its own', 'In {{indirizzo|luogo indicato}}', 'In luogo indicato', []],
    ['which a value comes before', '{{numero|senza numero}}', '12', []],
    ['even if they are none', 'Via{{indirizzo|}}.', 'Via.', []],
    ['what is the author’s own stays open', 'Gentile {{nome|signora}}: {{link}}', 'Gentile {{nome|signora}}: {{link}}', []],
    ['what there is none of stays', '{{saldo}}', '{{saldo}}', []],
    ['single braces are nothing', '{numero}', '{numero}', []],
  ] as const)('%s', (_, text, filled, missing) => expect(fillPlaceholders(text, values)).toEqual({ text: filled, missing }))

  test('a value that looks like a place is words', () => {
    const { text } = fillPlaceholders('{{titolo}}', { ...values, titolo: 'la mia {{link}} e {{numero}}' })
    expect(text).toBe('la mia { {link} } e { {numero} }')
    expect(isUnfinished(text)).toBe(false)
    expect(fillPersonal(text, { values: { nome: 'Ada', link: 'https://x' }, neutral: { nome: '', link: '' } })).toBe(text)
  })
})

test.each([
  ['Gentile {{nome}}, n. {{numero}}', []],
  ['{{saldo}} e {{ Iban }} e {{saldo}}', ['saldo', 'Iban']],
  ['{{}}', ['']],
  ['{{nome|x}} {{nme|x}}', ['nme']],
])('names what there is none of: %s', (text, unknown) => expect(unknownPlaceholders(text)).toEqual(unknown))

test.each([
  ['Gentile {{nome}}, {{link}}', false],
  ['{{numero}}', true],
  ['{{saldo}}', true],
  ['{{nome|x}}', false],
  ['tra {parentesi}', false],
])('is it ready to be sent: %s', (text, unfinished) => expect(isUnfinished(text)).toBe(unfinished))

describe('what is the author’s own', () => {
  const neutral = { nome: 'cittadina o cittadino', link: 'la pagina privata' }
  test.each([
    [
      'to the author',
      { nome: 'Ada Verdi', link: 'https://town.example/segui/x' },
      'Gentile Ada Verdi: https://town.example/segui/x',
    ],
    ['to everyone', { nome: null, link: null }, 'Gentile cittadina o cittadino: la pagina privata'],
  ] as const)('%s', (_, own, said) => {
    expect(fillPersonal('Gentile {{nome}}: {{link}}', { values: own, neutral })).toBe(said)
  })
  test('has words of its own where it is not known', () => {
    expect(fillPersonal('Gentile {{nome|amica}}', { values: { nome: null, link: null }, neutral })).toBe('Gentile amica')
  })
})

test('every place is written in small letters, so that capitals do not matter', () => {
  expect(placeholders.filter((name) => name !== name.toLowerCase())).toEqual([])
})
