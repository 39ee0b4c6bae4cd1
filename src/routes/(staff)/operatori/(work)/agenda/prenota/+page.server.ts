import { randomUUID } from 'node:crypto'
import { error, fail, redirect } from '@sveltejs/kit'
import { checkGuest, detailsLength, type Guest, type GuestRefusal } from '#domain/appointments/appointment.ts'
import type { BookingCalendar } from '#domain/appointments/booking-calendar.ts'
import { isId } from '#domain/shared/id.ts'
import { inLocale, isLocale, locales } from '#domain/shared/words.ts'
import { type BookRefusal, bookAppointment } from '#server/use-cases/appointments/book-appointment.ts'
import { readForm, textOf } from '../../../../../read-form.server.ts'
import { typedIn } from '../../refused-form.server.ts'
import { staffOf } from '../../staff-of.server.ts'
import { askedCalendar, backTo, calendarChoices } from '../asked-agenda.server.ts'
import { presentSlots, readSlot } from '../slots.server.ts'
import type { Actions, PageServerLoad } from './$types'

const channels = ['phone', 'counter'] as const

/** One screen on which somebody is booked who calls or stands there: the first slot that is free is chosen already. */
export const load: PageServerLoad = async ({ locals, url }) => {
  const { words, locale } = locals
  const calendar = askedCalendar(url.searchParams.get('calendario'), locals)
  if (!calendar) error(404, words.agenda.none)
  const asked = { reason: url.searchParams.get('motivo') ?? '', day: url.searchParams.get('dal') ?? '' }
  return {
    locale,
    agenda: words.agenda,
    forms: words.forms,
    labels: words.wizard.data,
    back: backTo(calendar, locals),
    calendars: calendarChoices(locals),
    channels: channels.map((value) => ({ value, label: words.agenda.booking.channels[value] })),
    languages: locales.map((one) => ({ value: one as string, label: words.entry.languages[one] })),
    detailsLength,
    key: randomUUID() as string,
    choice: await presentChoice(calendar, asked, locals),
  }
}

/** For what one can be booked, and when; the first reason where none is named. */
async function presentChoice(
  calendar: BookingCalendar,
  asked: { readonly reason: string; readonly day: string },
  locals: App.Locals,
) {
  const { reasons } = calendar
  const reason = reasons.find(({ code }) => code === asked.reason) ?? reasons[0]
  const slots = { calendar, reason: reason?.code ?? '', day: asked.day }
  return {
    calendar: calendar.id as string,
    reason: reason?.code ?? '',
    reasons: reasons.map(({ code, name }) => ({ value: code, label: inLocale(name, locals.locale) })),
    slots: await presentSlots(slots, locals),
  }
}

export const actions: Actions = {
  slots: async ({ locals, request }) => {
    const form = await readForm(request)
    const { calendar, asked } = readAsked(form, locals)
    return { choice: await presentChoice(calendar, asked, locals), values: typedIn(form), errors: [] }
  },
  book: async ({ locals, request }) => {
    const { installation, directory } = locals
    const form = await readForm(request)
    const { calendar, asked } = readAsked(form, locals)
    const [guest, details, from] = [readGuest(form), textOf(form, 'details').trim(), readSlot(textOf(form, 'slot'))]
    const channel = channels.find((one) => one === form.get('channel')) ?? 'phone'
    const wrong: readonly Refusal[] = [...(from ? [] : (['slot_missing'] as const)), ...checkGuest(guest, details, channel)]
    const answer =
      from && wrong.length === 0
        ? await bookAppointment(installation.world, directory.tenant.id, {
            ...{ key: keyOf(form), calendar: calendar.id, reason: asked.reason, from, guest, details, channel },
            by: staffOf(locals),
          })
        : null
    if (answer?.ok) redirect(303, `/operatori/agenda/${answer.value.appointment}?prenotato`)
    const refusals = answer ? [answer.refusal] : wrong
    return fail(422, {
      choice: await presentChoice(calendar, asked, locals),
      values: typedIn(form),
      errors: refusals.map((refusal) => ({ field: fields[refusal], message: locals.words.agenda.booking.refusal[refusal] })),
    })
  },
}

type Refusal = BookRefusal | GuestRefusal | 'slot_missing'

const fields: Readonly<Record<Refusal, string>> = {
  slot_missing: 'slot',
  slot_not_offered: 'slot',
  slot_taken: 'slot',
  first_name_missing: 'firstName',
  last_name_missing: 'lastName',
  name_too_long: 'firstName',
  email_missing: 'email',
  email_wrong: 'email',
  phone_wrong: 'phone',
  contact_missing: 'phone',
  details_too_long: 'details',
  not_yours: 'calendario',
  no_such_calendar: 'calendario',
  no_such_reason: 'motivo',
  booked_already: 'slot',
}

function readAsked(form: FormData, locals: App.Locals) {
  const calendar = askedCalendar(textOf(form, 'calendario'), locals)
  if (!calendar) error(404, locals.words.agenda.none)
  return { calendar, asked: { reason: textOf(form, 'motivo'), day: textOf(form, 'dal') } }
}

/** A form without its key cannot be told from another one. */
function keyOf(form: FormData): string {
  const key = textOf(form, 'key')
  return isId(key) ? key : randomUUID()
}

function readGuest(form: FormData): Guest {
  const given = (name: string) => textOf(form, name).trim() || null
  const locale = form.get('locale')
  return {
    firstName: given('firstName'),
    lastName: given('lastName'),
    email: given('email'),
    phone: given('phone'),
    locale: isLocale(locale) ? locale : 'it',
  }
}
