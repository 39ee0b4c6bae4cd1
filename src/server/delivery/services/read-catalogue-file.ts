import { type Known, readCatalogueCsv } from './catalogue-csv.ts'
import { catalogueLimits, type ReadFile, refuseFile } from './catalogue-file.ts'
import { readCatalogueJson } from './catalogue-json.ts'

/** The text of a file: UTF-8, or what older spreadsheets write instead. */
export function decodeCatalogue(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('windows-1252').decode(bytes)
  }
}

/** Reads what somebody sent, whichever of the formats it is: JSON begins with a bracket. */
export function readCatalogueFile(text: string, known: Known): ReadFile {
  if (text.trim() === '') return refuseFile('file_missing')
  if (text.length > catalogueLimits.text) return refuseFile('file_too_large')
  return /^\s*[{[]/.test(text) ? readCatalogueJson(text) : readCatalogueCsv(text, known)
}
