import type { Nonconformity } from '#domain/services/check-conformity.ts'
import type { PlannedLine } from '#domain/services/plan-import.ts'
import type { Dictionary } from '#lib/messages/dictionary.ts'
import { count, fill } from '#lib/messages/fill.ts'
import { nameField } from '#lib/services/name-field.ts'
import type { RefusedFile } from '#server/delivery/services/catalogue-file.ts'
import { fieldOfPart } from '../sheet-sections.ts'

const outcomes = ['make', 'change', 'leave', 'refuse'] as const

/** Why a file cannot be read, with the line where it stops being readable. */
export function sayFileRefusal({ refusal, line, value }: RefusedFile, says: Dictionary['serviceFiles']): string {
  const plain = says.refusal[refusal]
  const text = value === null ? plain : fill(says.wrongValue, { text: plain, value })
  return line === null ? text : fill(says.wrong, { line, text })
}

/** What an import would do, counted and line by line. */
export function sayTrial(plan: readonly PlannedLine[], locals: App.Locals) {
  const { locale, words } = locals
  const { serviceFiles: says } = words
  const counts = outcomes.map((outcome) => ({ outcome, n: plan.filter(({ does }) => does === outcome).length }))
  return {
    total: counts.filter(({ n }) => n > 0).map(({ outcome, n }) => count(locale, says.total[outcome], n)),
    ready: plan.some(({ does }) => does === 'make' || does === 'change'),
    rows: plan.map((line) => ({
      line: line.line,
      title: line.title || says.unnamed,
      code: line.code,
      refused: line.does === 'refuse',
      does: sayDoes(line, says),
      why: sayWhy(line, words),
    })),
  }
}

function sayDoes(line: PlannedLine, { does }: Dictionary['serviceFiles']): string {
  if (line.does === 'leave' || line.does === 'refuse') return does[line.does]
  const { before, after, changed } = line
  if (line.does === 'make') return does.make[after.state]
  if (after.state === 'draft') return before?.state === 'published' ? does.change.withdrawn : does.change.draft
  return beside(changed) ? does.change.beside : does.change.published
}

function sayWhy(line: PlannedLine, words: Dictionary): string {
  const { serviceEditor: editor, serviceFiles: says } = words
  if (line.does === 'refuse') {
    const { refusal, field, value } = line
    const said = { field: field === null ? says.file : nameField(field, editor), text: says.lines[refusal] }
    return value === null ? fill(says.reason, said) : fill(says.reasonValue, { ...said, value })
  }
  const lacks = sayLacks(line.lacks, editor)
  if (line.does === 'leave') return lacks && fill(says.lacksKept, { lacks })
  const changed = beside(line.changed) ? '' : line.changed.map((field) => nameField(field, editor)).join(', ')
  return [changed, lacks && fill(says.lacks, { lacks })].filter(Boolean).join('. ')
}

/** Nothing changes but what is being written beside what everybody reads. */
function beside(changed: readonly string[]): boolean {
  return changed.every((field) => field === 'draft')
}

/** Criterion by criterion, the fields for want of which the sheet would fail. */
function sayLacks(lacks: readonly Nonconformity[], editor: Dictionary['serviceEditor']): string {
  const fields = (of: readonly Nonconformity[]) => of.map(({ part }) => nameField(fieldOfPart[part], editor)).join(', ')
  const byCriterion = Map.groupBy(lacks, ({ criterion }) => criterion)
  return [...byCriterion].map(([criterion, of]) => `${criterion}: ${fields(of)}.`).join(' ')
}
