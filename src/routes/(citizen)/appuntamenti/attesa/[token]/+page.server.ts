import { error, fail, redirect } from '@sveltejs/kit'
import type { WaitingId } from '#domain/appointments/appointment.ts'
import { inLocale } from '#domain/shared/words.ts'
import { writeCivilDate } from '#lib/messages/dates.ts'
import { fill } from '#lib/messages/fill.ts'
import { readWaitingToken } from '#server/gateways/secrets.ts'
import { readWaiting } from '#server/storage/appointments/waiting.ts'
import { readAuthor } from '#server/storage/authors.ts'
import { leaveWaitingList } from '#server/use-cases/appointments/leave-waiting-list.ts'
import { keepPrivate } from '../../own-appointment.server.ts'
import type { Actions, PageServerLoad } from './$types'

/** Somebody's place in the waiting list: what they wait for, and the way to leave. */
export const load: PageServerLoad = async (event) => {
  const { locals, params } = event
  const { directory, locale, words } = locals
  const { waiting, author } = await requireWaiting(locals, params.token)
  keepPrivate(event)
  const calendar = directory.calendars.get(waiting.calendar)
  const office = calendar && directory.offices.get(calendar.office)
  const reason = calendar?.reasons.find(({ code }) => code === waiting.reason)
  const say = words.booking.waiting
  const days = { first: writeCivilDate(waiting.firstDay, locale), last: writeCivilDate(waiting.lastDay, locale) }
  const { heading, text } = {
    waiting: { heading: say.joined, text: fill(say.joinedText, { email: author?.email ?? '' }) },
    offered: { heading: say.offered, text: say.offeredText },
    booked: { heading: say.booked, text: say.bookedText },
    left: { heading: say.left, text: say.leftText },
  }[waiting.state]
  return {
    words: { ...say, crumb: words.booking.crumb, again: words.booking.own.again },
    heading,
    text,
    title: fill(words.site.title, { page: heading, body: directory.tenant.settings.name }),
    state: waiting.state,
    rows: [
      { label: say.rows.reason, value: reason ? inLocale(reason.name, locale) : '' },
      { label: say.rows.office, value: office ? inLocale(office.name, locale) : '' },
      { label: say.rows.days, value: fill(say.days, days) },
    ],
  }
}

export const actions: Actions = {
  default: async ({ locals, params }) => {
    const { installation, directory, clientAddress, words } = locals
    const { waiting } = await requireWaiting(locals, params.token)
    if (!(await installation.limits.take('author-write', clientAddress))) return fail(429, { tooMany: words.errors.tooMany })
    await leaveWaitingList(installation.world, directory.tenant.id, { waiting: waiting.id })
    redirect(303, `/appuntamenti/attesa/${params.token}`)
  },
}

async function requireWaiting({ installation, directory, words }: App.Locals, token: string) {
  const { world } = installation
  const id = readWaitingToken(world.secret, directory.tenant.id, token) as WaitingId | null
  const found = await world.read(directory.tenant.id, async (reader) => {
    const waiting = id && (await readWaiting(reader, id))
    return waiting && { waiting, author: await readAuthor(reader, waiting.contact) }
  })
  return found ?? error(404, words.errors.notFound)
}
