import { type DraftId, isId } from '#domain/shared/id.ts'

/** A report and a booking may be under way at once, each in a cookie of its own. */
export const draftCookie = 'filo_bozza'
export const bookingCookie = 'filo_prenotazione'

/** The same of a request for assistance. */
export const requestCookie = 'filo_richiesta'

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
