import type { SheetPart } from '#domain/services/check-conformity.ts'
import type { SheetText } from '#domain/services/check-sheet.ts'
import type { SheetRows } from '#domain/services/sheet-form.ts'

type Choice = 'category' | 'responsible'
type Choices = 'categories' | 'topics' | 'lifeEvents' | 'businessEvents' | 'offices' | 'related'
type Flag = 'active' | 'featured' | 'booking'
type Plain = 'synonyms' | 'ipaCode' | 'nace'

/** A part of the form: a text in both languages, a choice, a list of rows… */
export type SheetField =
  | { readonly text: SheetText }
  | { readonly choice: Choice }
  | { readonly choices: Choices }
  | { readonly flag: Flag }
  | { readonly plain: Plain }
  | { readonly rows: SheetRows }
  | { readonly link: 'online' | 'conditions' }
  | { readonly picture: 'picture' }
  | { readonly span: 'response' }

/** The form in the order of the sheet, section by section; last what the sheet does not show. */
export const sheetSections = [
  {
    id: 'head',
    fields: [
      { text: 'title' },
      { text: 'subtitle' },
      { flag: 'active' },
      { text: 'statusReason' },
      { choice: 'category' },
      { choices: 'categories' },
      { text: 'description' },
      { picture: 'picture' },
    ],
  },
  { id: 'audience', fields: [{ text: 'audience' }, { text: 'applicants' }, { text: 'coverage' }] },
  { id: 'description', fields: [{ text: 'extended' }] },
  { id: 'howTo', fields: [{ text: 'howTo' }] },
  { id: 'needed', fields: [{ text: 'needed' }, { rows: 'needed' }] },
  { id: 'achieved', fields: [{ text: 'achieved' }, { text: 'procedures' }] },
  { id: 'terms', fields: [{ text: 'terms' }, { rows: 'phases' }, { span: 'response' }] },
  { id: 'costs', fields: [{ text: 'costs' }, { text: 'payment' }] },
  { id: 'access', fields: [{ text: 'access' }, { link: 'online' }, { choices: 'offices' }, { flag: 'booking' }] },
  { id: 'further', fields: [{ text: 'further' }, { text: 'constraints' }, { text: 'specialCases' }, { rows: 'documents' }] },
  { id: 'conditions', fields: [{ text: 'conditionsText' }, { link: 'conditions' }] },
  {
    id: 'contacts',
    fields: [
      { choice: 'responsible' },
      { rows: 'contacts' },
      { choices: 'topics' },
      { choices: 'lifeEvents' },
      { choices: 'businessEvents' },
    ],
  },
  {
    id: 'search',
    fields: [{ plain: 'synonyms' }, { choices: 'related' }, { flag: 'featured' }, { plain: 'ipaCode' }, { plain: 'nace' }],
  },
] as const satisfies readonly { readonly id: string; readonly fields: readonly SheetField[] }[]

/** Where what a criterion finds wanting is to be written: the field, by its name. */
export const fieldOfPart: Readonly<Record<SheetPart, string>> = {
  title: 'title',
  description: 'description',
  status_reason: 'statusReason',
  categories: 'category',
  topics: 'topics',
  audience: 'audience',
  how_to: 'howTo',
  needed: 'needed',
  achieved: 'achieved',
  terms: 'terms',
  response_time: 'response-amount',
  costs: 'costs',
  access: 'access',
  booking: 'booking',
  conditions: 'conditionsText',
  responsible: 'responsible',
  location: 'offices',
}
