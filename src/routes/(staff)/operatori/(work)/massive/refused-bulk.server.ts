import type { BulkRunRefusal } from '#domain/bulk/bulk-change.ts'
import type { BulkItemRefusal } from '#server/storage/bulk.ts'
import type { PlanBulkRefusal } from '#server/use-cases/bulk/plan-bulk.ts'
import { fieldOf } from '../(desk)/segnalazioni/[number]/asked.server.ts'

/** Why a bulk change, or one report of it, was refused, in words. */
export function wordRefusal(refusal: PlanBulkRefusal | BulkRunRefusal | BulkItemRefusal, { words }: App.Locals): string {
  return refusal in words.bulk.refusal
    ? words.bulk.refusal[refusal as keyof typeof words.bulk.refusal]
    : words.desk.refusal[refusal as keyof typeof words.desk.refusal]
}

/** What the form is given back: why, beside which field, and everything that was typed. */
export function refusedBulk(refusal: PlanBulkRefusal | BulkRunRefusal, form: FormData, locals: App.Locals) {
  return { ...shownAgain(form, wordRefusal(refusal, locals)), field: fieldOf(refusal) }
}

/** The form with everything that was typed, and what is said of it as a whole. */
export function shownAgain(form: FormData, message: string) {
  const values = Object.fromEntries([...form].map(([key, value]) => [key, String(value)]))
  return { name: 'plan', act: values.act ?? null, field: null as string | null, message, values }
}
