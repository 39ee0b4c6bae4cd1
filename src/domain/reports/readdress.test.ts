import { expect, test } from 'vitest'
import { readdress } from './readdress.ts'

const ada = { firstName: 'Ada', lastName: 'Rossi', email: 'ada.rossi@example.org', phone: '+39 333 1234567' }
const bruno = { firstName: 'Bruno', lastName: 'Neri', email: null, phone: null }
const nobody = { firstName: null, lastName: null, email: null, phone: null }
const neutral = { greeting: 'Gentile cittadina o cittadino', person: 'chi ha segnalato', removed: '[…]' }

test.each([
  [
    'Gentile Ada Rossi, la buca è chiusa.',
    'Gentile Bruno Neri, la buca è chiusa.',
    'Gentile cittadina o cittadino, la buca è chiusa.',
  ],
  ['Gentile sig.ra Rossi, grazie.', 'Gentile sig.ra Neri, grazie.', 'Gentile cittadina o cittadino, grazie.'],
  ['Cara Ada, grazie.', 'Cara Bruno, grazie.', 'Gentile cittadina o cittadino, grazie.'],
  ['In via Rossi abbiamo finito.', 'In via Rossi abbiamo finito.', 'In via Rossi abbiamo finito.'],
  ['ROSSI  ADA ci ha scritto', 'Bruno Neri ci ha scritto', 'chi ha segnalato ci ha scritto'],
  ['Scriviamo a Ada.Rossi@example.org', 'Scriviamo a […]', 'Scriviamo a […]'],
  ['Abbiamo chiamato il +39 3331234567 ieri', 'Abbiamo chiamato il […] ieri', 'Abbiamo chiamato il […] ieri'],
  [
    'Lavori finiti: «Adamo Rossini» ha confermato',
    'Lavori finiti: «Adamo Rossini» ha confermato',
    'Lavori finiti: «Adamo Rossini» ha confermato',
  ],
])('“%s” names no longer who it was written to', (text, toBruno, toNobody) => {
  expect(readdress(text, ada, bruno, neutral)).toBe(toBruno)
  expect(readdress(text, ada, nobody, neutral)).toBe(toNobody)
})

test('a text to somebody who left no name stays as it is', () => {
  expect(readdress('Gentile cittadino, fatto.', nobody, bruno, neutral)).toBe('Gentile cittadino, fatto.')
})
