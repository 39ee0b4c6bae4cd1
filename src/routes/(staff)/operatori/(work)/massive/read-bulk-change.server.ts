import { type BulkChange, type BulkWords, bulkActs } from '#domain/bulk/bulk-change.ts'
import { reportKinds } from '#domain/reports/kind.ts'
import { declineReasons } from '#domain/reports/stage.ts'
import { moderations } from '#domain/reports/visibility.ts'
import { type CategoryId, type Id, isId } from '#domain/shared/id.ts'
import { readOwner, text } from '../(desk)/segnalazioni/[number]/asked.server.ts'

/** The change that a form asks for of many reports, or null where it names none. */
export function readBulkChange(form: FormData): BulkChange | null {
  const act = bulkActs.find((one) => one === form.get('act'))
  switch (act) {
    case undefined:
      return null
    case 'take_in_charge':
      return { act, ...readOwner(form) }
    case 'assign':
      return { act, ...readOwner(form), note: text(form, 'note') }
    case 'classify': {
      const category = text(form, 'category')
      const kind = reportKinds.find((one) => one === form.get('kind')) ?? null
      return { act, kind, category: isId(category) ? (category as CategoryId) : null }
    }
    case 'moderate':
      return { act, moderation: moderations.find((one) => one === form.get('moderation')) ?? 'rejected' }
    case 'decline': {
      const reason = declineReasons.find((one) => one === form.get('reason')) ?? null
      return { act, ...readWords(form), reason, note: text(form, 'note') }
    }
    case 'resolve':
      return { act, ...readWords(form), note: text(form, 'note') }
    default:
      return { act, ...readWords(form) }
  }
}

function readWords(form: FormData): BulkWords {
  const template = text(form, 'template')
  return { text: text(form, 'text'), template: isId(template) ? (template as Id<'template'>) : null }
}
