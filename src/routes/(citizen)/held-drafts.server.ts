import type { Cookies, RequestEvent } from '@sveltejs/kit'
import { addressKey } from '#domain/citizens/citizen.ts'
import { draftEnd, draftLife } from '#domain/reports/draft-life.ts'
import { writeDay } from '#lib/messages/dates.ts'
import { fill } from '#lib/messages/fill.ts'
import { draftCookies, type HeldDraft, readDraftCookie, writeDraftCookie } from '#server/delivery/files/draft-cookie.ts'
import type { Draft, DraftForm } from '#server/storage/drafts.ts'
import { keepDraft } from '#server/use-cases/drafts/keep-draft.ts'
import { sendDraftLink } from '#server/use-cases/drafts/send-draft-link.ts'

export const draftForms = Object.keys(draftCookies) as readonly DraftForm[]

/** The draft of a form that this browser holds. */
export function heldIn(cookies: Cookies, form: DraftForm): HeldDraft | null {
  return readDraftCookie(cookies.get(draftCookies[form]))
}

type Event = Pick<RequestEvent, 'cookies' | 'locals' | 'url'>

/** Gives this browser a draft; that of whoever is signed in is in their area, and goes from the browser when it is closed. */
export function hold({ cookies, locals, url }: Event, form: DraftForm, held: HeldDraft): void {
  write({ cookies, url }, form, held, locals.citizen ? {} : { maxAge: draftLife / 1000 })
}

/** What this browser was writing before somebody signed in goes from it when it is closed, as what they write from now on. */
export function holdUntilClosed(event: Pick<Event, 'cookies' | 'url'>): void {
  for (const form of draftForms) {
    const held = heldIn(event.cookies, form)
    if (held) write(event, form, held, {})
  }
}

function write(
  { cookies, url }: Pick<Event, 'cookies' | 'url'>,
  form: DraftForm,
  held: HeldDraft,
  kept: { readonly maxAge?: number },
): void {
  const secure = url.protocol === 'https:'
  cookies.set(draftCookies[form], writeDraftCookie(held), { path: '/', httpOnly: true, sameSite: 'lax', secure, ...kept })
}

export function letGo(cookies: Cookies, form: DraftForm): void {
  cookies.delete(draftCookies[form], { path: '/' })
}

/** Where a draft is gone on with. */
export function pageOfDraft(form: DraftForm, office: string | null): string {
  switch (form) {
    case 'report':
      return '/segnala/dati'
    case 'booking':
      return '/prenota-appuntamento/riepilogo'
    case 'request':
      return '/assistenza'
    case 'letter':
      return `/amministrazione/uffici/${office}/scrivi`
  }
}

/** What was saved is in the area of whoever is signed in; else the letter goes to the address, where one is given. It says which, for the address of the page. */
export async function saveForLater(
  locals: App.Locals,
  { id, email }: { readonly id: Draft['id']; readonly email: string },
): Promise<'area' | 'email' | 'qui'> {
  const { installation, directory, citizen, locale } = locals
  const { world } = installation
  const { id: tenant } = directory.tenant
  if (citizen) return (await keepDraft(world, tenant, id, citizen)).ok ? 'area' : 'qui'
  if (email.trim() === '' || !(await mayMailDraft(locals, email))) return 'qui'
  return (await sendDraftLink(world, tenant, { draft: id, email, locale })).ok ? 'email' : 'qui'
}

/** Whether whoever asks, and the address, have not been sent too many letters with codes already. */
export async function mayMailDraft(
  { installation: { limits }, clientAddress, directory }: App.Locals,
  email: string,
): Promise<boolean> {
  const few = await limits.take('draft-mail', clientAddress)
  return few && (await limits.take('draft-mail-address', `${directory.tenant.id} ${addressKey(email)}`))
}

export type SavedNote = {
  readonly title: string
  readonly text: string
  readonly link: { readonly href: string; readonly label: string } | null
}

/** That it was saved, where it is found again and until when; nothing where the address of the page does not say so. */
export function savedNote(locals: App.Locals, url: URL, form: DraftForm, draft: Draft<unknown> | null): SavedNote | null {
  const said = url.searchParams.get('salvata')
  if (!draft || said === null) return null
  const { saved } = locals.words.unfinished
  const { title, area, mailed, here, areaLink, codeLink } = saved
  const date = endOf(locals, draft)
  const slot = form === 'booking' ? ` ${saved.slot}` : ''
  const note = (text: string, link: SavedNote['link']) => ({
    title,
    text: fill(text, { date, email: draft.email ?? '' }) + slot,
    link,
  })
  if (locals.citizen?.email === draft.email) return note(area, { href: '/area-personale', label: areaLink })
  if (said === 'email' && draft.email) return note(mailed, null)
  const back = encodeURIComponent(url.pathname)
  return note(here, { href: `/riprendi/invia?modulo=${form}&torna=${back}`, label: codeLink })
}

/** Until when a draft is kept, in words. */
export function endOf({ directory, locale }: App.Locals, { updatedAt }: Pick<Draft, 'updatedAt'>): string {
  return writeDay(draftEnd(updatedAt), locale, directory.tenant.settings.calendar.zone)
}
