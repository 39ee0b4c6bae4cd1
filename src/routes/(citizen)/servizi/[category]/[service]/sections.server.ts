import type { Dictionary } from '#lib/messages/dictionary.ts'
import type { Sheet } from './sheet.ts'

/** The sections of a sheet in the order of the official model (C.SI.1.3); those that it asks for are there even where the sheet says nothing. */
export function sectionsOf(sheet: Sheet, words: Dictionary['services']['sheet']) {
  const further = sheet.further || sheet.constraints || sheet.specialCases || sheet.documents.length > 0
  return [
    { id: 'audience', title: words.audience },
    ...(sheet.extended ? [{ id: 'description', title: words.description }] : []),
    { id: 'how-to', title: words.howTo },
    { id: 'needed', title: words.needed },
    { id: 'achieved', title: words.achieved },
    { id: 'terms', title: words.terms },
    ...(sheet.costs || sheet.payment ? [{ id: 'costs', title: words.costs }] : []),
    { id: 'access', title: words.access },
    ...(further ? [{ id: 'further', title: words.further }] : []),
    { id: 'conditions', title: words.conditions },
    { id: 'contacts', title: words.contacts },
  ]
}
