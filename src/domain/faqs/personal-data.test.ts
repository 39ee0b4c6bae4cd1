import { expect, test } from 'vitest'
import { personalHints } from './personal-data.ts'

const ada = { names: ['Ada', 'Verdi'], number: 12 }

test.each([
  ['a name', ['name'], 'Gentile signora Verdi, sì.'],
  ['an address', ['email'], 'Scriva a info@example.org.'],
  ['a telephone', ['phone'], 'La chiamiamo al 010 123 4567.'],
  ['a tax code', ['tax_code'], 'Il codice VRDDAA80A41D969K è corretto.'],
  ['an IBAN', ['iban'], 'Rimborso su IT60X0542811101000000123456.'],
  ['a plate', ['plate'], 'Il veicolo AB 123 CD è autorizzato.'],
  ['the number of the report', ['number'], 'La sua richiesta n. 12 è chiusa.'],
  ['nothing, where a number is another’s', [], 'Entro 12 giorni dalla domanda n. 123.'],
  ['nothing', [], 'L’ufficio è aperto dal lunedì al venerdì, 8.30–12.30; costa 22,21 euro.'],
  ['no part of another word', [], 'Adagio, le piante verdiane.'],
] as const)('a text that everybody is to read is looked over for %s', (_, hints, text) =>
  expect(personalHints(text, ada)).toEqual(hints),
)
