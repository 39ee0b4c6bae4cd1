import { type Cookies, type RequestEvent, redirect } from '@sveltejs/kit'
import type { DraftContent } from '#domain/reports/draft.ts'
import type { DraftRules } from '#domain/reports/draft-problems.ts'
import { type DraftId, isId } from '#domain/shared/id.ts'
import { draftCookie, readDraftCookie, writeDraftCookie } from '#server/delivery/files/draft-cookie.ts'
import { hashToken } from '#server/gateways/secrets.ts'
import type { Directory } from '#server/storage/directory.ts'
import { type Draft, findDraft } from '#server/storage/drafts.ts'
import { findReportBySubmission } from '#server/storage/reports.ts'
import { startDraft } from '#server/use-cases/drafts/start-draft.ts'

const week = 7 * 86_400

type Event = Pick<RequestEvent, 'cookies' | 'locals' | 'url'>

/** The draft that this browser holds, if it is still there. */
export async function openDraft({ cookies, locals }: Event): Promise<Draft | null> {
  const held = readDraftCookie(cookies.get(draftCookie))
  if (!held) return null
  const { installation, directory } = locals
  return installation.world.read(directory.tenant.id, (reader) => findDraft(reader, hashToken(held.token)))
}

/** The draft that this browser holds, or the way to where the person should be: what it became, or the beginning. */
export async function requireDraft(event: Event): Promise<Draft> {
  const draft = await openDraft(event)
  if (draft) return draft
  const held = readDraftCookie(event.cookies.get(draftCookie))
  if (held) await leaveIfSent(event, held.id)
  redirect(303, '/segnala?scaduta=1')
}

/** Leads to the confirmation when a draft has become a report already: a retry, or a step back, ends where the first try did. */
export async function leaveIfSent({ locals }: Event, key: string): Promise<void> {
  if (!isId(key)) return
  const { installation, directory } = locals
  const sent = await installation.world.read(directory.tenant.id, (reader) => findReportBySubmission(reader, key))
  if (sent) redirect(303, `/segnala/inviata/${key}`)
}

/** Begins a draft and gives this browser its token. */
export async function beginDraft({ cookies, locals, url }: Event, content: DraftContent): Promise<DraftId> {
  const { installation, directory } = locals
  const started = await startDraft(installation.world, directory.tenant.id, content)
  const secure = url.protocol === 'https:'
  cookies.set(draftCookie, writeDraftCookie(started), { path: '/', httpOnly: true, sameSite: 'lax', secure, maxAge: week })
  return started.id
}

export function forgetDraft(cookies: Cookies): void {
  cookies.delete(draftCookie, { path: '/' })
}

/** What the body holds a draft against. */
export function draftRules({ tenant, categories, areaIndex, areas }: Directory): DraftRules {
  const { kinds, anonymousReports } = tenant.settings
  return { kinds, categories, areaIndex, hasAreas: areas.size > 0, anonymousReports }
}
