import { type Cookies, type RequestEvent, redirect } from '@sveltejs/kit'
import type { Appointment } from '#domain/appointments/appointment.ts'
import type { BookingCalendar } from '#domain/appointments/booking-calendar.ts'
import { type BookingContent, type BookingStep, bookingSteps, isKept, stepToDo } from '#domain/appointments/booking-draft.ts'
import { adopt } from '#domain/citizens/adopt.ts'
import { isId } from '#domain/shared/id.ts'
import { hashToken } from '#server/gateways/secrets.ts'
import { findAppointmentByKey } from '#server/storage/appointments/appointments.ts'
import { type Draft, findBookingDraft } from '#server/storage/drafts.ts'
import { holdSlot } from '#server/use-cases/appointments/hold-slot.ts'
import { startDraft } from '#server/use-cases/drafts/start-draft.ts'
import { heldIn, hold, letGo, saveForLater } from '../held-drafts.server.ts'

type Event = Pick<RequestEvent, 'cookies' | 'locals' | 'url'>

/** A booking under way, and the slot that is or was held for it. */
export type Booking = { readonly draft: Draft<BookingContent>; readonly held: Appointment | null }

/** A booking that has come as far as its calendar. */
export type PlacedBooking = Booking & { readonly calendar: BookingCalendar }

const home = '/prenota-appuntamento'
const paths = { place: '', time: '/data', details: '/dettagli', applicant: '/richiedente', summary: '/riepilogo' } as const

/** Where a step lies. */
export function pathOf(step: BookingStep): string {
  return `${home}${paths[step]}`
}

/** The booking that this browser holds, if it is still there; one that was sent leads to its confirmation. */
export async function openBooking({ cookies, locals }: Event): Promise<Booking | null> {
  const cookie = heldIn(cookies, 'booking')
  if (!cookie) return null
  const { installation, directory, citizen } = locals
  return installation.world.read(directory.tenant.id, async (reader) => {
    const draft = await findBookingDraft(reader, hashToken(cookie.token))
    return (
      draft && { draft: { ...draft, content: adopt(draft.content, citizen) }, held: await findAppointmentByKey(reader, draft.id) }
    )
  })
}

/** The booking of this browser, whatever step it has come to; without one, the way to where the person should be. */
export async function requireBooking(event: Event): Promise<Booking> {
  const booking = await openBooking(event)
  const cookie = heldIn(event.cookies, 'booking')
  if (!booking && cookie) await leaveIfBooked(event, cookie.id)
  if (!booking) redirect(303, `${home}?scaduta=1`)
  if (booking.held && booking.held.state !== 'held') redirect(303, `${home}/confermato/${booking.draft.id}`)
  return booking
}

/** The booking of this browser at a step, or the way to the step before in which something has still to be said. */
export async function requireStep(event: Event, step: BookingStep): Promise<PlacedBooking> {
  const booking = await requireBooking(event)
  const { calendars } = event.locals.directory
  const { content } = booking.draft
  const todo = stepToDo(content, calendars)
  if (bookingSteps.indexOf(todo) < bookingSteps.indexOf(step)) redirect(303, pathOf(todo))
  const calendar = content.calendar === null ? undefined : calendars.get(content.calendar)
  if (!calendar) redirect(303, home)
  return { ...booking, calendar }
}

/** Leads to the confirmation when the booking of this key was sent already: a retry ends where the first try did. */
export async function leaveIfBooked({ locals }: Pick<Event, 'locals'>, key: string): Promise<void> {
  if (!isId(key)) return
  const { installation, directory } = locals
  const known = await installation.world.read(directory.tenant.id, (reader) => findAppointmentByKey(reader, key))
  if (known && known.state !== 'held') redirect(303, `${home}/confermato/${key}`)
}

/** Begins a booking and gives this browser its token. */
export async function beginBooking(event: Event, content: BookingContent): Promise<void> {
  const { installation, directory, citizen } = event.locals
  hold(event, 'booking', await startDraft(installation.world, directory.tenant.id, content, citizen))
}

export function forgetBooking(cookies: Cookies): void {
  letGo(cookies, 'booking')
}

/** Saves a booking to be gone on with, and shows the step again. */
export async function saveStep({ locals }: Pick<Event, 'locals'>, step: BookingStep, { id, content }: Saved): Promise<never> {
  redirect(303, `${pathOf(step)}?salvata=${await saveForLater(locals, { id, email: content.email })}`)
}

type Saved = Pick<Draft<BookingContent>, 'id' | 'content'>

/** Keeps the chosen slot once more where its time is over or its reason has changed; false where it is gone. */
export async function keepSlot({ locals }: Event, { draft, held }: Booking): Promise<boolean> {
  const { installation, directory, clientAddress } = locals
  const { world, limits } = installation
  const { calendar, reason, from } = draft.content
  if (isKept(draft.content, held, world.now())) return true
  if (calendar === null || reason === null || from === null) return true
  if (!(await limits.take('hold', clientAddress))) return false
  const kept = await holdSlot(world, directory.tenant.id, { key: draft.id, calendar, reason, from: new Date(from) })
  return kept.ok
}
