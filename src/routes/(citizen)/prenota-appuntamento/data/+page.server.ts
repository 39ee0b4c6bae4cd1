import { fail, redirect } from '@sveltejs/kit'
import { reasonsFor } from '#domain/appointments/booking-calendar.ts'
import { stepToDo } from '#domain/appointments/booking-draft.ts'
import { holdSlot } from '#server/use-cases/appointments/hold-slot.ts'
import { saveDraft } from '#server/use-cases/drafts/save-draft.ts'
import { readForm, textOf } from '../../../read-form.server.ts'
import { type PlacedBooking, pathOf, requireStep, saveStep } from '../booking.server.ts'
import { showNearest } from '../free-times.server.ts'
import { readSlot } from '../read-slot.server.ts'
import { withSlot } from '../say-slot.server.ts'
import type { Actions, PageServerLoad } from './$types'
import { showTimeStep } from './show-time-step.server.ts'

export const load: PageServerLoad = async (event) => {
  event.setHeaders({ 'cache-control': 'private, no-store' })
  return showTimeStep(event, await requireStep(event, 'time'))
}

export const actions: Actions = {
  /** Chooses a slot, which is kept from then on; the one kept before is let go only for another. */
  default: async (event) => {
    const { locals } = event
    const { installation, directory, clientAddress, words } = locals
    const { problems } = words.booking
    const form = await readForm(event.request)
    const booking = await requireStep(event, 'time')
    if (textOf(form, 'do') === 'back') redirect(303, pathOf('place'))
    if (textOf(form, 'do') === 'save') return saveStep(event, 'time', booking.draft)
    const reason = textOf(form, 'reason')
    const from = readSlot(textOf(form, 'first') || textOf(form, 'slot'))
    const { calendar, draft } = booking
    if (!reasonsFor(calendar, null).some(({ code }) => code === reason)) return refuse('reason', problems.reason_missing)
    if (!from) return refuse('slot', problems.slot_missing)
    if (!(await installation.limits.take('hold', clientAddress)))
      return fail(429, { tooMany: words.errors.tooMany, errors: [], nearest: [], chosen: from.toISOString() })
    const asked = { key: draft.id, calendar: calendar.id, reason, from }
    const held = await holdSlot(installation.world, directory.tenant.id, asked)
    if (!held.ok) return gone(event, booking, { ...asked, refusal: held.refusal })
    const content = { ...draft.content, reason, from: from.toISOString() }
    await saveDraft(installation.world, directory.tenant.id, draft.id, content)
    redirect(303, pathOf(stepToDo(content, directory.calendars)))
  },
}

type Gone = { readonly reason: string; readonly from: Date; readonly refusal: keyof App.Locals['words']['booking']['problems'] }

/** Said beside the times, with the nearest ones. */
async function gone({ locals }: { readonly locals: App.Locals }, { calendar }: PlacedBooking, { reason, from, refusal }: Gone) {
  const message = withSlot(locals, locals.words.booking.problems[refusal], from)
  return refuse('slot', message, await showNearest(locals, { calendar, reason, near: from }))
}

function refuse(field: 'reason' | 'slot', message: string, nearest: Awaited<ReturnType<typeof showNearest>> = []) {
  return fail(422, { tooMany: '', errors: [{ field, message }], nearest, chosen: '' })
}
