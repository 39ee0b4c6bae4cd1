import { mostParts, type Part } from '#domain/reports/split-report.ts'
import { type AttachmentId, type CategoryId, isId, type OfficeId } from '#domain/shared/id.ts'
import { textOf, textsOf } from '../../../../../../../read-form.server.ts'

/** A part as it was typed. */
export type TypedPart = {
  readonly category: string
  readonly office: string
  readonly title: string
  readonly description: string
  readonly files: readonly string[]
}

export const emptyPart: TypedPart = { category: '', office: '', title: '', description: '', files: [] }

/** The parts as a form gives them: typed, to be shown again, and as they are asked for. */
export function readParts(form: FormData): {
  readonly parts: readonly TypedPart[]
  readonly asked: readonly Part[]
  readonly version: number
} {
  const wanted = Number(textOf(form, 'parts'))
  const length = Number.isSafeInteger(wanted) ? Math.min(Math.max(wanted, 1), mostParts + 1) : 1
  const parts = Array.from({ length }, (_, at) => readPart(form, at))
  const version = Number(textOf(form, 'version'))
  return { parts, asked: parts.map(toPart), version: Number.isSafeInteger(version) ? version : 0 }
}

function readPart(form: FormData, at: number): TypedPart {
  const text = (name: string) => textOf(form, `${name}-${at}`)
  return {
    category: text('category'),
    office: text('office'),
    title: text('title'),
    description: text('description'),
    files: textsOf(form, `files-${at}`),
  }
}

function toPart({ category, office, title, description, files }: TypedPart): Part {
  return {
    category: isId(category) ? (category as CategoryId) : null,
    office: isId(office) ? (office as OfficeId) : null,
    title,
    description,
    files: files.filter(isId) as AttachmentId[],
  }
}
