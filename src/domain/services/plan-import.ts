import { type BodyFileId, filesIn } from '../files/body-file.ts'
import { checkConformity, type Nonconformity, type Reached } from './check-conformity.ts'
import { checkSheet, type SheetRefusal } from './check-sheet.ts'
import { changedFields, type FiledDraft, type FiledService } from './filed-service.ts'

export type LineRefusal =
  | SheetRefusal
  | 'code_wrong'
  | 'code_twice'
  | 'field_missing'
  | 'field_unknown'
  | 'value_wrong'
  | 'office_unknown'
  | 'file_unknown'
  | 'service_unknown'

/** Why a line of a file is not taken, by which of its fields and for what it says there. */
export type RefusedLine = {
  readonly refusal: LineRefusal
  readonly field: string | null
  readonly value: string | null
}

/** What a file says of one service, and on which line it begins to say it. */
export type FileLine = { readonly line: number; readonly code: string; readonly title: string } & (
  | { readonly service: FiledService }
  | { readonly refused: RefusedLine }
)

/** A service that is there, at the version that was seen. */
export type KeptService = { readonly service: FiledService; readonly version: number }

/** The body's services and offices, by code, and the files that were uploaded. */
export type Catalogue = {
  readonly services: ReadonlyMap<string, KeptService>
  readonly offices: ReadonlyMap<string, Reached>
  readonly files: ReadonlySet<BodyFileId>
}

/** What an import makes of a service: which version it finds, what the service is then, and by which fields it differs. */
export type Becoming = {
  readonly version: number | null
  readonly before: FiledService | null
  readonly after: FiledService
  readonly changed: readonly string[]
}

/** What an import does with a line of a file; `lacks` is why a sheet that was to be published is kept as a draft. */
export type PlannedLine = { readonly line: number; readonly code: string; readonly title: string } & (
  | ({ readonly does: 'make' | 'change'; readonly lacks: readonly Nonconformity[] } & Becoming)
  | { readonly does: 'leave'; readonly lacks: readonly Nonconformity[] }
  | ({ readonly does: 'refuse' } & RefusedLine)
)

/**
 * What an import would do, line by line: services are known by their codes, and may name each other in any order. Nothing that the
 * file does not name is touched; a sheet that would fail the official evaluation becomes a draft, beside what everybody reads.
 */
export function planImport(lines: readonly FileLine[], catalogue: Catalogue): readonly PlannedLine[] {
  const first = new Map(lines.toReversed().map((line) => [line.code, line]))
  const refused = new Map<FileLine, RefusedLine>()
  for (const line of lines) {
    const why = refusedAlone(line, first, catalogue)
    if (why) refused.set(line, why)
  }
  refuseNamedInVain(lines, catalogue, refused)
  return lines.map((line): PlannedLine => {
    const said = { line: line.line, code: line.code, title: line.title }
    if (!('service' in line)) return { ...said, does: 'refuse', ...line.refused }
    const why = refused.get(line)
    return why ? { ...said, does: 'refuse', ...why } : { ...said, ...planOf(line.service, catalogue) }
  })
}

function refusedAlone(line: FileLine, first: ReadonlyMap<string, FileLine>, catalogue: Catalogue): RefusedLine | null {
  if ('refused' in line) return line.refused
  const { code, sheet, draft } = line.service
  if (!/^[a-z0-9-]{1,60}$/.test(code)) return { refusal: 'code_wrong', field: 'code', value: code }
  if (first.get(code) !== line) return { refusal: 'code_twice', field: 'code', value: code }
  return refusedSheet(sheet, catalogue) ?? (draft ? refusedSheet(draft.sheet, catalogue) : null)
}

function refusedSheet(sheet: FiledDraft['sheet'], { offices, files }: Catalogue): RefusedLine | null {
  const checked = checkSheet(sheet)
  if (!checked.ok) return { refusal: checked.refusal, field: checked.field ?? null, value: null }
  const place = sheet.offices.find((office) => !offices.has(office))
  if (place !== undefined) return { refusal: 'office_unknown', field: 'offices', value: place }
  const { responsible } = sheet
  if (responsible !== null && !offices.has(responsible)) {
    return { refusal: 'office_unknown', field: 'responsible', value: responsible }
  }
  for (const [field, says] of Object.entries(sheet)) {
    const gone = filesIn(says).find((file) => !files.has(file))
    if (gone !== undefined) return { refusal: 'file_unknown', field: fileFields[field] ?? field, value: gone }
  }
  return null
}

/** Where the form has the address of a file. */
const fileFields: Readonly<Record<string, string>> = {
  picture: 'picture-href',
  documents: 'document-href',
  conditions: 'conditions-href',
  online: 'online-href',
}

/** A service that names one which neither is there nor comes with the file is refused; whoever names that one, then too. */
function refuseNamedInVain(lines: readonly FileLine[], catalogue: Catalogue, refused: Map<FileLine, RefusedLine>): void {
  for (let again = true; again; ) {
    again = false
    const coming = new Set(lines.filter((line) => !refused.has(line)).map(({ code }) => code))
    for (const line of lines) {
      if (refused.has(line) || !('service' in line)) continue
      const { sheet, draft } = line.service
      const related = [...sheet.related, ...(draft?.sheet.related ?? [])]
      const value = related.find((code) => !coming.has(code) && !catalogue.services.has(code))
      if (value === undefined) continue
      refused.set(line, { refusal: 'service_unknown', field: 'related', value })
      again = true
    }
  }
}

type Planned = { readonly lacks: readonly Nonconformity[] } & (
  | ({ readonly does: 'make' | 'change' } & Becoming)
  | { readonly does: 'leave' }
)

function planOf(service: FiledService, { services, offices }: Catalogue): Planned {
  const kept = services.get(service.code)
  const before = kept?.service ?? null
  const lacks = service.state === 'published' ? checkConformity(service.sheet, offices) : []
  const after = lacks.length === 0 ? asPublished(service, before) : asDraft(service, before)
  if (!kept || !before) return { does: 'make', lacks, version: null, before, after, changed: [] }
  const { version } = kept
  const changed = differing(before, after)
  return changed.length === 0 ? { does: 'leave', lacks } : { does: 'change', lacks, version, before, after, changed }
}

/** A file that says nothing of what is being written leaves it as it is; of two writings of a draft, the later. */
function asPublished(service: FiledService, kept: FiledService | null): FiledService {
  const { code, state, featured, sheet } = service
  const draft = service.draft ?? (state === 'published' ? kept?.draft : undefined)
  if (state === 'draft') return { code, state, ...(draft ?? { featured, sheet }) }
  return { code, state, featured, sheet, ...(draft && { draft }) }
}

/** What cannot be published is written on beside what everybody reads; of two writings, the later. */
function asDraft({ code, featured, sheet, draft }: FiledService, kept: FiledService | null): FiledService {
  const writing = draft ?? { featured, sheet }
  if (kept?.state !== 'published') return { code, state: 'draft', ...writing }
  return changedFields(kept, writing).length === 0 ? kept : { ...kept, draft: writing }
}

/** `state` and `draft` stand for themselves, the others for fields of the form. */
function differing(before: FiledService, after: FiledService): readonly string[] {
  const state = before.state === after.state ? [] : ['state']
  const draft = sameDraft(before.draft, after.draft) ? [] : ['draft']
  return [...state, ...changedFields(before, after), ...draft]
}

/** Whether what is being written beside a published service is the same, or nothing on both sides. */
export function sameDraft(one: FiledDraft | undefined, other: FiledDraft | undefined): boolean {
  return one === undefined || other === undefined ? one === other : changedFields(one, other).length === 0
}
