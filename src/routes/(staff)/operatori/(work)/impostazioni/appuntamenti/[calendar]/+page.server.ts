import { error, fail, redirect } from '@sveltejs/kit'
import type { BookingCalendar, CalendarId, CalendarSetting } from '#domain/appointments/booking-calendar.ts'
import { bookableSpan } from '#domain/appointments/slots.ts'
import { isId } from '#domain/shared/id.ts'
import { inLocale } from '#domain/shared/words.ts'
import { tenantOrigin } from '#domain/tenants/tenant-origin.ts'
import { writeMoment } from '#lib/messages/dates.ts'
import { count } from '#lib/messages/fill.ts'
import { signFeedLink } from '#server/gateways/secrets.ts'
import { freeSlots } from '#server/queries/appointments/free-slots.ts'
import { listAffected } from '#server/queries/appointments/list-affected.ts'
import { readCalendar, readFeed } from '#server/storage/appointments/calendars.ts'
import { lastSettingVersion } from '#server/storage/settings/history.ts'
import { renewFeed } from '#server/use-cases/appointments/renew-feed.ts'
import { setCalendar } from '#server/use-cases/appointments/set-calendar.ts'
import { readForm, textOf } from '../../../../../../read-form.server.ts'
import { failForm, wordRefused } from '../../../refused-form.server.ts'
import { staffOf } from '../../../staff-of.server.ts'
import { presentAffected, readShown } from '../../affected.server.ts'
import { presentHistory, readHistory } from '../../history.server.ts'
import { revert } from '../../revert.server.ts'
import { daysOfWeek } from '../../weekly-hours.server.ts'
import { asTyped, officeChoices, readCalendarForm, saidOfCalendars, withoutEmptyRows } from '../calendar-form.server.ts'
import type { Actions, PageServerLoad } from './$types'

const shownSlots = 4

/** One calendar: what it is, what is free in it, its feed, and everything that was changed of it. */
export const load: PageServerLoad = async ({ locals, params, url }) => {
  const { installation, directory, words, locale } = locals
  const id = idOf(params.calendar, locals)
  const found = await installation.world.read(directory.tenant.id, async (reader) => ({
    calendar: await readCalendar(reader, id),
    feed: await readFeed(reader, id),
    version: await lastSettingVersion(reader, 'booking_calendar', id),
    history: await readHistory(reader, { subject: 'booking_calendar', id }),
  }))
  const { calendar, feed } = found
  if (!calendar || !feed) error(404, words.errors.notFound)
  const own = tenantOrigin(directory.hosts, installation.config.origin)
  return {
    locale,
    calendars: words.calendars,
    title: inLocale(calendar.title, locale),
    now: asTyped(calendar),
    offices: officeChoices(locals),
    days: daysOfWeek(locals),
    version: found.version,
    preview: await preview(locals, calendar),
    feed: `${own}/appuntamenti/agenda/${signFeedLink(installation.world.secret, directory.tenant.id, feed)}`,
    history: presentHistory(found.history, locals),
    done: url.searchParams.has('fatto'),
    renewed: url.searchParams.has('indirizzo'),
  }
}

function idOf(text: string, { words }: App.Locals): CalendarId {
  return isId(text) ? (text as CalendarId) : error(404, words.errors.notFound)
}

/** The next free times for each reason. */
async function preview(
  { installation: { world }, directory, words, locale }: App.Locals,
  calendar: CalendarSetting & { readonly id: CalendarId },
) {
  const { zone } = directory.tenant.settings.calendar
  const now = world.now()
  const span = bookableSpan(calendar, zone, now, 'citizen')
  const known = { ...directory, calendars: new Map([[calendar.id, calendar]]) }
  return Promise.all(
    calendar.reasons.map(async ({ code, name }) => {
      const asked = { calendars: new Map([[calendar.id, code]]), ...span, now, seeker: 'citizen' } as const
      const free = await world.read(directory.tenant.id, (reader) => freeSlots(reader, known, asked))
      const slots = free.get(calendar.id) ?? []
      const left = slots.length - shownSlots
      return {
        reason: inLocale(name, locale),
        slots: slots.slice(0, shownSlots).map(({ from }) => writeMoment(from, locale, zone)),
        further: left > 0 ? count(locale, words.calendars.preview.further, left) : null,
      }
    }),
  )
}

/** Whom a calendar would upset if it were so. */
async function affected({ installation: { world }, directory }: App.Locals, calendar: BookingCalendar) {
  return world.read(directory.tenant.id, (reader) => listAffected(reader, directory, calendar, world.now()))
}

export const actions: Actions = {
  save: async ({ locals, params, request, url }) => {
    const { installation, directory } = locals
    const [id, form] = [idOf(params.calendar, locals), withoutEmptyRows(await readForm(request))]
    const [setting, seen] = [readCalendarForm(form), Number(textOf(form, 'version'))]
    const ask = { by: staffOf(locals), id, setting, seen, shown: readShown(form) }
    const saved = await setCalendar(installation.world, directory.tenant.id, ask)
    if (saved.ok) redirect(303, `${url.pathname}?fatto`)
    const refused = wordRefused('calendar', saved, form, saidOfCalendars(locals))
    const upset = saved.refusal === 'people_affected' ? presentAffected(await affected(locals, { ...setting, id }), locals) : null
    return fail(saved.refusal === 'old_version' ? 409 : 422, { ...refused, affected: upset })
  },
  renew: async ({ locals, params, url }) => {
    const { installation, directory } = locals
    const ask = { calendar: idOf(params.calendar, locals), by: staffOf(locals) }
    const renewed = await renewFeed(installation.world, directory.tenant.id, ask)
    if (!renewed.ok) return failForm('renew', renewed, new FormData(), saidOfCalendars(locals))
    redirect(303, `${url.pathname}?indirizzo`)
  },
  revert,
}
