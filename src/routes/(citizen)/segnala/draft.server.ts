import { type Cookies, type RequestEvent, redirect } from '@sveltejs/kit'
import { adopt } from '#domain/citizens/adopt.ts'
import type { DraftContent } from '#domain/reports/draft.ts'
import type { DraftRules } from '#domain/reports/draft-problems.ts'
import { type DraftId, isId } from '#domain/shared/id.ts'
import { hashToken } from '#server/gateways/secrets.ts'
import type { Directory } from '#server/storage/directory.ts'
import { type Draft, findDraft } from '#server/storage/drafts.ts'
import { findReportBySubmission } from '#server/storage/reports.ts'
import { startDraft } from '#server/use-cases/drafts/start-draft.ts'
import { heldIn, hold, letGo } from '../held-drafts.server.ts'

type Event = Pick<RequestEvent, 'cookies' | 'locals' | 'url'>

/** The draft that this browser holds, if it is still there. */
export async function openDraft({ cookies, locals }: Event): Promise<Draft | null> {
  const held = heldIn(cookies, 'report')
  if (!held) return null
  const { installation, directory, citizen } = locals
  const draft = await installation.world.read(directory.tenant.id, (reader) => findDraft(reader, hashToken(held.token)))
  return draft && { ...draft, content: adopt(draft.content, citizen) }
}

/** The draft that this browser holds, or the way to where the person should be: what it became, or the beginning. */
export async function requireDraft(event: Event): Promise<Draft> {
  const draft = await openDraft(event)
  if (draft) return draft
  const held = heldIn(event.cookies, 'report')
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
export async function beginDraft(event: Event, content: DraftContent): Promise<DraftId> {
  const { installation, directory, citizen } = event.locals
  const started = await startDraft(installation.world, directory.tenant.id, content, citizen)
  hold(event, 'report', started)
  return started.id
}

export function forgetDraft(cookies: Cookies): void {
  letGo(cookies, 'report')
}

/** What the body holds a draft against. */
export function draftRules({ tenant, categories, areaIndex, areas }: Directory): DraftRules {
  const { kinds, anonymousReports } = tenant.settings
  return { kinds, categories, areaIndex, hasAreas: areas.size > 0, anonymousReports }
}
