import { type ActionFailure, fail, redirect } from '@sveltejs/kit'
import type { Result } from '#domain/shared/result.ts'
import type { ShownSlot } from '#lib/components/appointments/shown-times.ts'
import { fill } from '#lib/messages/fill.ts'
import { showAppointment } from '#server/queries/appointments/show-appointment.ts'
import { acceptOffer } from '#server/use-cases/appointments/accept-offer.ts'
import { type CancelRefusal, cancelAppointment } from '#server/use-cases/appointments/cancel-appointment.ts'
import { type MoveRefusal, moveAppointment } from '#server/use-cases/appointments/move-appointment.ts'
import { readForm, textOf } from '../../../read-form.server.ts'
import { showNearest } from '../../prenota-appuntamento/free-times.server.ts'
import { linkedBy } from '../../prenota-appuntamento/linked.server.ts'
import { readSlot } from '../../prenota-appuntamento/read-slot.server.ts'
import { saySlot } from '../../prenota-appuntamento/say-slot.server.ts'
import { type OwnAppointment, requireOwn } from '../own-appointment.server.ts'

type Act = 'move' | 'cancel' | 'accept' | 'decline'

type Refusal = MoveRefusal | CancelRefusal | 'offer_gone' | 'slot_missing' | 'confirm_missing'

/** What the page shows of a change that was refused: the problem beside its field, and the times nearest to the one that is gone. */
type Refused = {
  readonly act: Act
  readonly problem: string
  readonly nearest: readonly ShownSlot[]
  readonly chosen: string
}

type Event = { readonly locals: App.Locals; readonly params: { token: string }; readonly request: Request; readonly url: URL }

const told = { move: 'spostato', cancel: 'annullato', accept: 'accettato', decline: 'rifiutato' } as const

/** Does what whoever holds the link asks for, or says beside the field why not. */
export async function change(act: Act, event: Event): Promise<ActionFailure<Refused>> {
  const { locals, params } = event
  const { installation, clientAddress, words } = locals
  const own = await requireOwn(event)
  const form = await readForm(event.request)
  const from = readSlot(textOf(form, 'slot'))
  if (!(await installation.limits.take('author-write', clientAddress)))
    return fail(429, { act, problem: words.errors.tooMany, nearest: [], chosen: from?.toISOString() ?? '' })
  const done = await attempt(act, locals, own, { from, confirmed: textOf(form, 'confirm') !== '' })
  if (done.ok) redirect(303, `/appuntamenti/${params.token}?fatto=${told[act]}`)
  const { appointment, calendar } = own
  const isGone = from !== null && (done.refusal === 'slot_taken' || done.refusal === 'slot_not_offered')
  const nearest = isGone ? await showNearest(locals, { calendar, reason: appointment.reason, near: from }) : []
  return fail(422, { act, problem: say(event, own, { refusal: done.refusal, from }), nearest, chosen: '' })
}

type Asked = { readonly from: Date | null; readonly confirmed: boolean }

async function attempt(
  act: Act,
  { installation: { world }, directory }: App.Locals,
  { appointment: { id, state } }: OwnAppointment,
  { from, confirmed }: Asked,
): Promise<Result<unknown, Refusal>> {
  const { id: tenant } = directory.tenant
  const asked = { appointment: id, by: { kind: 'guest' } } as const
  switch (act) {
    case 'move':
      return from ? moveAppointment(world, tenant, { ...asked, from }) : { ok: false, refusal: 'slot_missing' }
    case 'cancel':
      return confirmed ? cancelAppointment(world, tenant, asked) : { ok: false, refusal: 'confirm_missing' }
    case 'accept':
      return acceptOffer(world, tenant, asked)
    case 'decline':
      return state === 'held' ? cancelAppointment(world, tenant, asked) : { ok: false, refusal: 'offer_gone' }
  }
}

function say(
  { locals, url }: Event,
  { appointment }: OwnAppointment,
  asked: { readonly refusal: Refusal; readonly from: Date | null },
) {
  const { problems } = locals.words.booking
  const { refusal, from } = asked
  if (refusal === 'no_such_appointment' || refusal === 'not_yours') return problems.not_booked
  const { contact } = showAppointment(linkedBy(locals, url), appointment, locals.locale)
  return fill(problems[refusal], { slot: from ? saySlot(locals, from) : '', phone: contact.phone })
}
