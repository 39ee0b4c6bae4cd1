import { expect, test } from 'vitest'
import type { Question } from '#domain/categories/question.ts'
import { it as words } from '#lib/messages/it.ts'
import { attributesOf } from './attributes.ts'

const questions: readonly Question[] = [
  {
    code: 'where',
    label: { it: 'Dove si trova?' },
    type: 'choice',
    required: true,
    options: [
      { code: 'road', label: { it: 'Strada' } },
      { code: 'motorway', label: { it: 'Autostrada' } },
    ],
    stops: [{ answers: ['motorway'], referral: { it: 'Rivolgersi al gestore.' } }],
  },
  { code: 'gone', label: { it: 'Non più chiesta' }, type: 'text', required: true, options: [], retired: true },
  {
    code: 'pole',
    label: { it: 'Numero del palo' },
    type: 'asset',
    required: true,
    options: [],
    pattern: '@###',
    shownIf: { question: 'where', answers: ['road'] },
  },
  {
    code: 'depth',
    label: { it: 'Profondità' },
    type: 'number',
    required: false,
    options: [],
    least: 1,
    most: 50,
    unit: { it: 'cm' },
  },
]
const [where, pole, depth, ...others] = attributesOf({ locale: 'it', words: words.open311 }, questions)

test('questions that are no longer asked are not listed', () => expect(others).toEqual([]))

test('answers that end a report are said in its description', () => {
  expect(where).toMatchObject({
    required: true,
    order: 1,
    datatype: 'singlevaluelist',
    datatype_description: 'Una delle voci dell’elenco; con Autostrada la segnalazione non è accolta: Rivolgersi al gestore.',
    values: [
      { key: 'road', name: 'Strada' },
      { key: 'motorway', name: 'Autostrada' },
    ],
  })
})

test('a question that depends on another says on which, and is never required of a client that knows no conditions', () => {
  expect(pole).toMatchObject({
    required: false,
    order: 2,
    datatype: 'string',
    datatype_description: 'Codice, per esempio A123; solo se where è Strada',
    values: [],
  })
})

test('a number says what is counted and its limits', () => {
  expect(depth).toMatchObject({ order: 3, datatype: 'number', datatype_description: 'Numero; cm; almeno 1; al massimo 50' })
})
