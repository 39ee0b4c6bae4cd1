import { fail, redirect } from '@sveltejs/kit'
import { stepToDo } from '#domain/appointments/booking-draft.ts'
import { bookAppointment } from '#server/use-cases/appointments/book-appointment.ts'
import { extendHold } from '#server/use-cases/appointments/extend-hold.ts'
import { discardDraft } from '#server/use-cases/drafts/discard-draft.ts'
import { readForm, textOf } from '../../../read-form.server.ts'
import { leaveIfBooked, pathOf, requireStep, saveStep } from '../booking.server.ts'
import { showFrame } from '../frame.server.ts'
import type { Actions, PageServerLoad } from './$types'
import { showSummary } from './show-summary.server.ts'

/** Everything in one screen before it is sent (C.SE.1.4). */
export const load: PageServerLoad = async (event) => {
  const { locals, url, setHeaders } = event
  setHeaders({ 'cache-control': 'private, no-store' })
  const booking = await requireStep(event, 'summary')
  return { frame: showFrame(locals, 'summary', booking, url), ...showSummary(locals, booking) }
}

export const actions: Actions = {
  extend: async (event) => {
    const { installation, directory } = event.locals
    const { draft } = await requireStep(event, 'summary')
    await extendHold(installation.world, directory.tenant.id, { key: draft.id })
    redirect(303, `${pathOf('summary')}#riserva`)
  },

  save: async (event) => {
    const { draft } = await requireStep(event, 'summary')
    return saveStep(event, 'summary', draft)
  },

  /** Books what the page shows: a second time, from wherever it comes, leads to the first one's confirmation. */
  send: async (event) => {
    const { locals } = event
    const { installation, directory, clientAddress, locale } = locals
    const { world, limits } = installation
    const key = textOf(await readForm(event.request), 'key')
    await leaveIfBooked(event, key)
    const { draft, calendar } = await requireStep(event, 'summary')
    const { content } = draft
    if (draft.id !== key || content.reason === null || content.from === null) redirect(303, pathOf('summary'))
    if (!(await limits.take('booking', clientAddress))) return fail(429, { tooMany: locals.words.errors.tooMany })
    const { firstName, lastName, email, details, reason } = content
    const guest = { firstName, lastName, email, phone: null, locale }
    const asked = { key, calendar: calendar.id, reason, from: new Date(content.from), guest, details }
    const booked = await bookAppointment(world, directory.tenant.id, { ...asked, channel: 'web', by: { kind: 'guest' } })
    // A slot that is gone is said, with the nearest ones, where another is chosen; whatever else is refused, in its own step.
    if (!booked.ok) redirect(303, isGone(booked.refusal) ? pathOf('time') : pathOf(stepToDo(content, directory.calendars)))
    await discardDraft(world, directory.tenant.id, draft.id)
    redirect(303, `/prenota-appuntamento/confermato/${key}`)
  },
}

function isGone(refusal: string): boolean {
  return refusal === 'slot_taken' || refusal === 'slot_not_offered'
}
