import { error, redirect } from '@sveltejs/kit'
import { type AppointmentId, mayChange } from '#domain/appointments/appointment.ts'
import type { AppointmentEventId } from '#domain/appointments/appointment-event.ts'
import { writeCode } from '#domain/appointments/shown-appointment.ts'
import { civilDate } from '#domain/shared/civil-date.ts'
import { isId } from '#domain/shared/id.ts'
import { type Result, refuse } from '#domain/shared/result.ts'
import { fill } from '#lib/messages/fill.ts'
import { listAppointmentEvents } from '#server/storage/appointments/events.ts'
import { cancelAppointment } from '#server/use-cases/appointments/cancel-appointment.ts'
import { lookAtGuests } from '#server/use-cases/appointments/look-at-guests.ts'
import { moveAppointment } from '#server/use-cases/appointments/move-appointment.ts'
import { resendAppointmentMail } from '#server/use-cases/appointments/resend-appointment-mail.ts'
import { readForm, textOf } from '../../../../../read-form.server.ts'
import { failForm } from '../../refused-form.server.ts'
import { staffOf } from '../../staff-of.server.ts'
import { backTo } from '../asked-agenda.server.ts'
import { visitsOf } from '../present-agenda.server.ts'
import { presentSlots, readSlot } from '../slots.server.ts'
import { type AgendaRefusal, saidOfAgenda, visit } from '../visit.server.ts'
import type { Actions, PageServerLoad, RequestEvent } from './$types'
import { findServed } from './find-served.server.ts'
import { presentFacts, presentHistory } from './present-appointment.server.ts'

/** An appointment, what happened to it, and what this person may do with it now. */
export const load: PageServerLoad = async ({ locals, params, url }) => {
  const { installation, directory, words, locale } = locals
  const { world } = installation
  const { appointment, calendar, code } = await findServed(params.id, locals)
  const events = await world.read(directory.tenant.id, (reader) => listAppointmentEvents(reader, appointment.id))
  const day = civilDate(appointment.from, directory.tenant.settings.calendar.zone)
  const mayMove = mayChange(appointment, calendar, staffOf(locals), world.now()).ok
  const asked = { calendar, reason: appointment.reason, day: url.searchParams.get('dal') ?? '' }
  return {
    locale,
    agenda: words.agenda,
    forms: words.forms,
    title: fill(words.agenda.one.title, { code: writeCode(code) }),
    back: backTo(calendar, locals, day),
    id: appointment.id as string,
    disrupted: appointment.disrupted && appointment.state === 'booked',
    facts: presentFacts(appointment, calendar, locals),
    visits: visitsOf(appointment, { calendar }, locals),
    slots: mayMove ? await presentSlots(asked, locals) : null,
    history: presentHistory(events, appointment, locals),
    done: doneText(url.searchParams, code, locals),
  }
}

function doneText(search: URLSearchParams, code: string, { words }: App.Locals): string | null {
  if (search.has('prenotato')) return fill(words.agenda.booking.done, { code: writeCode(code) })
  return search.has('fatto') ? words.agenda.recorded : null
}

export const actions: Actions = {
  visit,
  contacts: async ({ locals, params }) => {
    const { installation, directory } = locals
    const { appointment, calendar } = await findServed(params.id, locals)
    const ask = { calendar: calendar.id, appointments: [appointment], by: staffOf(locals) }
    const looked = await lookAtGuests(installation.world, directory.tenant.id, ask)
    if (!looked.ok) error(403, locals.words.agenda.refusal[looked.refusal])
    const guest = looked.value.get(appointment.id)
    const name = [guest?.firstName, guest?.lastName].filter(Boolean).join(' ')
    return { contacts: [name, guest?.phone ?? '', guest?.email ?? ''].filter((line) => line !== '') }
  },
  move: (event) =>
    change(event, 'move', async (form, asked) => {
      const from = readSlot(textOf(form, 'slot'))
      if (from === null) return refuse('slot_missing')
      return moveAppointment(event.locals.installation.world, event.locals.directory.tenant.id, { ...asked, from })
    }),
  cancel: (event) =>
    change(event, 'cancel', (_, asked) =>
      cancelAppointment(event.locals.installation.world, event.locals.directory.tenant.id, asked),
    ),
  resend: (event) =>
    change(event, 'resend', async (form, asked) => {
      const mail = textOf(form, 'event')
      if (!isId(mail)) return refuse('no_such_mail')
      const { installation, directory } = event.locals
      const ask = { ...asked, event: mail as AppointmentEventId }
      return resendAppointmentMail(installation.world, directory.tenant.id, ask)
    }),
}

type Asked = { readonly appointment: AppointmentId; readonly by: NonNullable<App.Locals['staff']> }

async function change(
  { locals, params, request, url }: RequestEvent,
  name: string,
  ask: (form: FormData, asked: Asked) => Promise<Result<unknown, AgendaRefusal>>,
) {
  const form = await readForm(request)
  const { appointment } = await findServed(params.id, locals)
  const answer = await ask(form, { appointment: appointment.id, by: staffOf(locals) })
  if (!answer.ok) return failForm(name, answer, form, saidOfAgenda(locals))
  redirect(303, `${url.pathname}?fatto`)
}
