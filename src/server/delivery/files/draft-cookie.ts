import { type DraftId, isId } from '#domain/shared/id.ts'
import type { DraftForm } from '#server/storage/drafts.ts'

/** One draft of every form may be under way at once, each in a cookie of its own. */
export const draftCookies = {
  report: 'filo_bozza',
  booking: 'filo_prenotazione',
  request: 'filo_richiesta',
  letter: 'filo_lettera',
} as const satisfies Record<DraftForm, string>

/** What the browser keeps of a draft: the token opens it, and the id finds what it became when the answer got lost. */
export type HeldDraft = { readonly id: DraftId; readonly token: string }

/** Writes the value of the cookie. */
export function writeDraftCookie({ id, token }: HeldDraft): string {
  return `${id}.${token}`
}

/** Reads the value of the cookie; null where it is none of ours. */
export function readDraftCookie(value: string | undefined): HeldDraft | null {
  const [id = '', token = '', ...more] = (value ?? '').split('.')
  return isId(id) && /^[\w-]{43}$/.test(token) && more.length === 0 ? { id: id as DraftId, token } : null
}
