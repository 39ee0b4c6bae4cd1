import { error, redirect } from '@sveltejs/kit'
import { writeCode } from '#domain/appointments/shown-appointment.ts'
import { isId } from '#domain/shared/id.ts'
import { calendarLinks } from '#lib/appointments/appointment-file.ts'
import { writeDay, writeTime } from '#lib/messages/dates.ts'
import { fill } from '#lib/messages/fill.ts'
import { showAppointment } from '#server/queries/appointments/show-appointment.ts'
import { findAppointmentByKey } from '#server/storage/appointments/appointments.ts'
import { readAuthor } from '#server/storage/authors.ts'
import { rateable } from '../../../rateable.server.ts'
import { linkedBy } from '../../linked.server.ts'
import type { PageServerLoad } from './$types'

/** What was booked under a key; whoever does not know a key learns nothing, and what was cancelled since is on its own page. */
export const load: PageServerLoad = async ({ locals, params, url, setHeaders }) => {
  const { installation, directory, words, locale } = locals
  setHeaders({ 'cache-control': 'private, no-store', 'x-robots-tag': 'noindex', 'referrer-policy': 'same-origin' })
  const found = await installation.world.read(directory.tenant.id, async (reader) => {
    const appointment = isId(params.key) ? await findAppointmentByKey(reader, params.key) : null
    return appointment?.contact ? { appointment, author: await readAuthor(reader, appointment.contact) } : null
  })
  if (!found || found.appointment.code === null) error(404, words.errors.notFound)
  const shown = showAppointment(linkedBy(locals, url), found.appointment, locale)
  if (found.appointment.state !== 'booked') redirect(303, new URL(shown.link).pathname)
  const { settings } = directory.tenant
  const { zone } = settings.calendar
  const say = words.booking.confirmed
  return {
    words: { crumb: words.booking.crumb, ...say },
    title: fill(words.site.title, { page: say.title, body: settings.name }),
    when: fill(say.span, {
      day: writeDay(shown.from, locale, zone),
      from: writeTime(shown.from, locale, zone),
      to: writeTime(shown.to, locale, zone),
    }),
    email: found.author?.email ? fill(say.email, { email: found.author.email }) : '',
    code: writeCode(found.appointment.code),
    office: shown.office,
    address: shown.online ? say.online : (shown.address ?? words.booking.place.noAddress),
    bring: shown.bring,
    link: shown.link,
    calendars: calendarLinks(shown, settings, words),
    file: `${new URL(shown.link).pathname}/appuntamento.ics`,
    rateable: await rateable(locals, {
      kind: 'flow',
      key: 'booking',
      path: '/prenota-appuntamento',
      title: ({ booking }) => booking.crumb,
    }),
  }
}
