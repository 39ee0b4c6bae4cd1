import { type RequestEvent, redirect } from '@sveltejs/kit'
import type { ResumedDraft } from '#server/use-cases/drafts/resume-draft.ts'
import { hold, pageOfDraft } from '../held-drafts.server.ts'

/** Gives this browser a draft that was taken up, and leads to where it is gone on with. */
export function goOn(event: Pick<RequestEvent, 'cookies' | 'locals' | 'url'>, { id, token, form, office }: ResumedDraft): never {
  hold(event, form, { id, token })
  redirect(303, pageOfDraft(form, office))
}
