import type { z } from 'zod'
import { blankSheet } from '#domain/services/blank-sheet.ts'
import type { FiledDraft, FiledService } from '#domain/services/filed-service.ts'
import type { FileLine, RefusedLine } from '#domain/services/plan-import.ts'
import { catalogueLimits, type ReadFile, refuseFile, shown } from './catalogue-file.ts'
import { filedServiceSchema } from './service-schema.ts'

/** What a file of the catalogue says that it is: `docs/catalogue.md`. */
const format = 'filo-services'
const version = 1

/** The whole catalogue, one service after the other as they are given; what a sheet does not tell is left out. */
export function writeCatalogueJson(services: readonly FiledService[]): string {
  const filed = services.map((service) => {
    const { code, state, featured, sheet, draft } = filedServiceSchema.parse(service)
    const whole = { code, state, featured, sheet: told(sheet) }
    return draft ? { ...whole, draft: { featured: draft.featured, sheet: told(draft.sheet) } } : whole
  })
  return `${JSON.stringify({ format, version, services: filed }, null, 2)}\n`
}

function told(sheet: FiledDraft['sheet']) {
  const blank: Readonly<Record<string, unknown>> = blankSheet
  return Object.fromEntries(
    Object.entries(sheet).filter(([name, value]) => JSON.stringify(value) !== JSON.stringify(blank[name])),
  )
}

/** Reads a file of the catalogue; a service whose shape is not that of one is a refused line, and the others are read. */
export function readCatalogueJson(text: string): ReadFile {
  let file: unknown
  try {
    file = JSON.parse(text)
  } catch (fault) {
    return refuseFile('not_json', lineOfFault(text, fault))
  }
  if (!isCatalogue(file)) return refuseFile('not_catalogue', 1)
  if (file.services.length === 0) return refuseFile('no_services')
  if (file.services.length > catalogueLimits.services) return refuseFile('too_many_services')
  const starts = linesOfElements(text)
  return { lines: file.services.map((service, n) => readService(service, starts[n] ?? 1)) }
}

function isCatalogue(file: unknown): file is { readonly services: readonly unknown[] } {
  const found = (file ?? {}) as Readonly<Record<string, unknown>>
  const { services } = found
  const listed =
    Array.isArray(services) && services.every((one) => typeof one === 'object' && one !== null && !Array.isArray(one))
  return listed && found.format === format && found.version === version && Object.keys(found).length === 3
}

function readService(service: unknown, line: number): FileLine {
  const said = (at: readonly PropertyKey[]) => at.reduce<unknown>((value, key) => (value as Fields | null)?.[key], service)
  const code = shown(said(['code']) ?? '')
  const title = shown(said(['sheet', 'title', 'it']) ?? '')
  const read = filedServiceSchema.safeParse(service)
  if (read.success) return { line, code, title, service: read.data }
  const [issue] = read.error.issues
  return { line, code, title, refused: refusedFor(issue, said) }
}

type Fields = Readonly<Record<PropertyKey, unknown>>

/** The first thing that is wrong; of a choice that fits in no way, where it stands. */
function refusedFor(issue: z.core.$ZodIssue | undefined, said: (at: readonly PropertyKey[]) => unknown): RefusedLine {
  const path = issue?.path ?? []
  const field = path.join('.') || null
  if (issue?.code === 'unrecognized_keys') return { refusal: 'field_unknown', field, value: issue.keys[0] ?? null }
  const value = said(path)
  if (value === undefined) return { refusal: 'field_missing', field, value: null }
  return { refusal: 'value_wrong', field, value: shown(value) }
}

/** Engines say where the fault is in words alone; at the end where they do not. */
function lineOfFault(text: string, fault: unknown): number {
  const [, line] = /\(line (\d+) column/.exec(String(fault)) ?? []
  return line === undefined ? text.split('\n').length : Number(line)
}

/** The line on which each element of the list in the file begins; the text is known to be JSON. */
function linesOfElements(text: string): readonly number[] {
  const starts: number[] = []
  let [line, depth] = [1, 0]
  for (const [found] of text.matchAll(/"(?:[^"\\]|\\.)*"|[\n{}[\]]/g)) {
    if (found === '\n') line++
    else if (found === '{' || found === '[') {
      depth++
      if (depth === 3 && found === '{') starts.push(line)
    } else if (found === '}' || found === ']') depth--
  }
  return starts
}
