import { fail, redirect } from '@sveltejs/kit'
import type { CalendarId } from '#domain/appointments/booking-calendar.ts'
import { atCalendar, emptyBooking, stepToDo } from '#domain/appointments/booking-draft.ts'
import { adopt } from '#domain/citizens/adopt.ts'
import { writeMoment } from '#lib/messages/dates.ts'
import { releaseHold } from '#server/use-cases/appointments/release-hold.ts'
import { discardDraft } from '#server/use-cases/drafts/discard-draft.ts'
import { saveDraft } from '#server/use-cases/drafts/save-draft.ts'
import { readForm, textOf } from '../../read-form.server.ts'
import type { Actions, PageServerLoad } from './$types'
import { type Booking, beginBooking, forgetBooking, openBooking, pathOf } from './booking.server.ts'
import { showFrame } from './frame.server.ts'
import { offeredCalendars } from './offered-calendars.server.ts'
import { showOffices } from './show-offices.server.ts'
import { wordProblems } from './word-problems.server.ts'

/** Where: reached from any page, from an office (`?ufficio=`) or from a service (`?servizio=`), whose offices alone are then offered. */
export const load: PageServerLoad = async (event) => {
  const { locals, url, setHeaders } = event
  setHeaders({ 'cache-control': 'private, no-store' })
  const booking = underWay(await openBooking(event))
  const { place, resume, discarded, lost, find, problems } = locals.words.booking
  const { zone } = locals.directory.tenant.settings.calendar
  return {
    frame: showFrame(locals, 'place', booking, url),
    words: { place, resume, discarded, lost, find },
    ...(await showOffices(locals, { service: serviceOf(url), office: url.searchParams.get('ufficio'), booking })),
    resume: booking && {
      href: pathOf(stepToDo(booking.draft.content, locals.directory.calendars)),
      since: writeMoment(booking.draft.updatedAt, locals.locale, zone),
    },
    officeError: url.searchParams.get('ufficio') === '' ? problems.calendar_missing : undefined,
    findLink: locals.words.unfinished.resume.findLink,
    lost: url.searchParams.has('scaduta'),
    discarded: url.searchParams.has('eliminata'),
  }
}

export const actions: Actions = {
  default: async (event) => {
    const { locals, url } = event
    const { installation, directory, clientAddress, words } = locals
    const form = await readForm(event.request)
    const booking = underWay(await openBooking(event))
    if (textOf(form, 'do') === 'discard') return discard(event, booking)
    const chosen = textOf(form, 'calendar')
    const service = serviceOf(url)
    const calendar = offeredCalendars(directory, service).find(({ id }) => id === (chosen as CalendarId))
    if (!calendar)
      return fail(422, {
        tooMany: '',
        chosen,
        ...wordProblems(locals, [{ field: 'calendar', refusal: 'calendar_missing' }]),
      })
    if (!(await installation.limits.take('draft', clientAddress)))
      return fail(429, { tooMany: words.errors.tooMany, chosen, ...wordProblems(locals, []) })
    const content = atCalendar(booking?.draft.content ?? adopt(emptyBooking, locals.citizen), calendar, service)
    const saved = booking && (await saveDraft(installation.world, directory.tenant.id, booking.draft.id, content))
    if (!saved?.ok) await beginBooking(event, content)
    redirect(303, pathOf(stepToDo(content, directory.calendars)))
  },
}

/** What was sent is nobody's draft any more: the next booking is another. */
function underWay(booking: Booking | null): Booking | null {
  return booking && (booking.held === null || booking.held.state === 'held') ? booking : null
}

async function discard({ locals, cookies }: Parameters<Actions['default']>[0], booking: Booking | null): Promise<never> {
  const { installation, directory } = locals
  if (booking) {
    await releaseHold(installation.world, directory.tenant.id, { key: booking.draft.id })
    await discardDraft(installation.world, directory.tenant.id, booking.draft.id)
  }
  forgetBooking(cookies)
  redirect(303, '/prenota-appuntamento?eliminata=1')
}

function serviceOf(url: URL): string | null {
  const service = url.searchParams.get('servizio') ?? ''
  return /^[\w-]{1,100}$/.test(service) ? service : null
}
