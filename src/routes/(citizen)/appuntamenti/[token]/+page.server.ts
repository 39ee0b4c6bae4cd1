import type { Appointment } from '#domain/appointments/appointment.ts'
import { calendarLinks } from '#lib/appointments/appointment-file.ts'
import { fill } from '#lib/messages/fill.ts'
import { showAppointment } from '#server/queries/appointments/show-appointment.ts'
import { linkedBy } from '../../prenota-appuntamento/linked.server.ts'
import { rateable } from '../../rateable.server.ts'
import { keepPrivate, requireOwn } from '../own-appointment.server.ts'
import type { Actions, PageServerLoad } from './$types'
import { change } from './change.server.ts'
import { rowsOf, showChanges, showOffer } from './show-own.server.ts'

/** The private page of an appointment: whoever has the link sees it, moves it, cancels it, or takes the place that is offered. */
export const load: PageServerLoad = async (event) => {
  const { locals, params, url } = event
  const { directory, locale, words } = locals
  const own = await requireOwn(event)
  keepPrivate(event)
  const { appointment, calendar } = own
  const shown = showAppointment(linkedBy(locals, url), appointment, locale)
  const { settings } = directory.tenant
  const say = words.booking.own
  const did = url.searchParams.get('fatto') ?? ''
  return {
    words: {
      own: say,
      time: words.booking.time,
      confirmed: words.booking.confirmed,
      forms: words.forms,
      crumb: words.booking.crumb,
    },
    title: fill(words.site.title, { page: say.title, body: settings.name }),
    errorPrefix: words.wizard.errorPrefix,
    locale,
    state: appointment.state,
    done: Object.hasOwn(say.did, did) ? say.did[did as keyof typeof say.did] : null,
    declined: did === 'rifiutato',
    rows: rowsOf(locals, shown),
    bring: shown.bring,
    offer: showOffer(locals, shown, appointment),
    changes: await showChanges(event, own, shown),
    calendars: isToCome(appointment) ? calendarLinks(shown, settings, words) : null,
    file: `/appuntamenti/${params.token}/appuntamento.ics`,
    rateable: isOver(appointment, locals.installation.world.now())
      ? await rateable(locals, {
          kind: 'appointment',
          key: calendar.id,
          path: '/prenota-appuntamento',
          title: calendar.title,
          office: calendar.office,
        })
      : undefined,
  }
}

/** Whoever was received can say how it was, also where nobody wrote down that they were done. */
function isOver({ state, to }: Appointment, now: Date): boolean {
  return state === 'done' || (state === 'checked_in' && to <= now)
}

function isToCome({ state, code }: Appointment): boolean {
  return code !== null && (state === 'booked' || state === 'checked_in')
}

export const actions: Actions = {
  move: (event) => change('move', event),
  cancel: (event) => change('cancel', event),
  accept: (event) => change('accept', event),
  decline: (event) => change('decline', event),
}
