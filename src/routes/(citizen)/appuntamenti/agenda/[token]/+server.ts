import { error } from '@sveltejs/kit'
import ical, { ICalEventStatus } from 'ical-generator'
import { writeCode } from '#domain/appointments/shown-appointment.ts'
import { inLocale } from '#domain/shared/words.ts'
import { fill } from '#lib/messages/fill.ts'
import { readFeedToken } from '#server/gateways/secrets.ts'
import { listAppointments } from '#server/storage/appointments/appointments.ts'
import { findCalendarOfFeed } from '#server/storage/appointments/calendars.ts'
import type { RequestHandler } from './$types'

const day = 86_400_000
/** So many days before today are still told. */
const back = 30
const ahead = 400

/** The appointments of a calendar for whoever knows the secret address, as a calendar program reads them: without a name. */
export const GET: RequestHandler = async ({ locals, params, url }) => {
  const { installation, directory, words, locale } = locals
  const { world } = installation
  const feed = readFeedToken(world.secret, directory.tenant.id, params.token)
  const now = world.now().getTime()
  const found =
    feed &&
    (await world.read(directory.tenant.id, async (reader) => {
      const calendar = await findCalendarOfFeed(reader, feed)
      const span = { from: new Date(now - back * day), to: new Date(now + ahead * day) }
      return calendar && { calendar, appointments: await listAppointments(reader, { calendars: [calendar.id], ...span }) }
    }))
  if (!found) error(404, words.errors.notFound)
  const { calendar, appointments } = found
  const { file } = words.calendars
  const name = fill(file.name, { title: inLocale(calendar.title, locale) })
  const agenda = ical({ name, prodId: { company: directory.tenant.settings.name, product: 'Filo Diretto' }, ttl: 900 })
  for (const { id, from, to, seat, reason: code, code: shown, moves, state } of appointments) {
    if (state === 'cancelled') continue
    const reason = calendar.reasons.find((one) => one.code === code)
    agenda.createEvent({
      ...{ id: `${id}@${url.hostname}`, sequence: moves, start: from, end: to },
      summary: fill(file.summary, { reason: reason ? inLocale(reason.name, locale) : code, seat }),
      description: shown ? fill(file.code, { code: writeCode(shown) }) : file.held,
      status: state === 'held' ? ICalEventStatus.TENTATIVE : ICalEventStatus.CONFIRMED,
    })
  }
  return new Response(agenda.toString(), {
    headers: { 'content-type': 'text/calendar; charset=utf-8', 'cache-control': 'private, no-store' },
  })
}
