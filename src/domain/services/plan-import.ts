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

/** The body's services and offices, by code. */
export type Catalogue = {
  readonly services: ReadonlyMap<string, KeptService>
  readonly offices: ReadonlyMap<string, Reached>
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
  const own = lines.map((line, at) => ({ line, refused: refusedAlone(line, lines.slice(0, at), catalogue) }))
  const refused = new Map(own.flatMap(({ line, refused: why }) => (why ? [[line, why] as const] : [])))
  refuseNamedInVain(lines, catalogue, refused)
  return lines.map((line): PlannedLine => {
    const { line: number, code, title } = line
    const why = refused.get(line)
    if (why) return { line: number, code, title, does: 'refuse', ...why }
    return { line: number, code, title, ...planOf((line as FileLine & { service: FiledService }).service, catalogue) }
  })
}

function refusedAlone(line: FileLine, before: readonly FileLine[], { offices }: Catalogue): RefusedLine | null {
  if ('refused' in line) return line.refused
  const { code, sheet, draft } = line.service
  if (!/^[a-z0-9-]{1,60}$/.test(code)) return { refusal: 'code_wrong', field: 'code', value: code }
  if (before.some((other) => other.code === code)) return { refusal: 'code_twice', field: 'code', value: code }
  for (const one of [sheet, ...(draft ? [draft.sheet] : [])]) {
    const checked = checkSheet(one)
    if (!checked.ok) return { refusal: checked.refusal, field: checked.field ?? null, value: null }
    const gone = [...one.offices, ...(one.responsible === null ? [] : [one.responsible])].find((office) => !offices.has(office))
    if (gone !== undefined) {
      return { refusal: 'office_unknown', field: one.offices.includes(gone) ? 'offices' : 'responsible', value: gone }
    }
  }
  return null
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

/** A file that says nothing of what is being written leaves it as it is. */
function asPublished(service: FiledService, kept: FiledService | null): FiledService {
  const { code, state, featured, sheet } = service
  if (state === 'draft') return { code, state, featured, sheet }
  const draft = service.draft ?? kept?.draft
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
