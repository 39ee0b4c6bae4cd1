import { redirect } from '@sveltejs/kit'
import { type Appointment, type AppointmentId, type Guest, mayServe } from '#domain/appointments/appointment.ts'
import { writeCode } from '#domain/appointments/shown-appointment.ts'
import { done, type Result, refuse } from '#domain/shared/result.ts'
import { inLocale } from '#domain/shared/words.ts'
import { writeShort } from '#lib/messages/dates.ts'
import { count, fill } from '#lib/messages/fill.ts'
import { findAppointmentByCode } from '#server/storage/appointments/appointments.ts'
import { findByGuest } from '#server/storage/appointments/find-by-guest.ts'
import { lookAtGuests } from '#server/use-cases/appointments/look-at-guests.ts'
import { readForm, textOf } from '../../../../../read-form.server.ts'
import { failForm, typedIn } from '../../refused-form.server.ts'
import { staffOf } from '../../staff-of.server.ts'
import { servedCalendars } from '../asked-agenda.server.ts'
import { reasonOf } from '../present-agenda.server.ts'
import type { Actions, PageServerLoad } from './$types'

const most = 20
const back = 31 * 86_400_000

/** An appointment of which one knows the code, or whose it is, on whatever day. */
export const load: PageServerLoad = ({ locals: { words, locale } }) => ({ locale, agenda: words.agenda, forms: words.forms })

export const actions: Actions = {
  /** Whoever is found is shown with their name, and that is written down: no mere reading. */
  default: async ({ locals, request }) => {
    const form = await readForm(request)
    const text = textOf(form, 'q').trim()
    const said = { words: locals.words.agenda.find.refusal, fields: { words_missing: 'q' } } as const
    const words = checkWords(text)
    if (!words.ok) return failForm('find', words, form, said)
    const byCode = await findServed(text, locals)
    if (byCode) redirect(303, `/operatori/agenda/${byCode.id}`)
    return { values: typedIn(form), found: await find(text, locals) }
  },
}

function checkWords(text: string): Result<null, 'words_missing'> {
  return text.length < 3 ? refuse('words_missing') : done(null)
}

async function findServed(code: string, locals: App.Locals): Promise<Appointment | null> {
  const { installation, directory } = locals
  const found = await installation.world.read(directory.tenant.id, (reader) => findAppointmentByCode(reader, code))
  const calendar = found && directory.calendars.get(found.calendar)
  return calendar && mayServe(staffOf(locals), calendar.office) ? found : null
}

async function find(text: string, locals: App.Locals) {
  const { installation, directory, words, locale } = locals
  const { find: says } = words.agenda
  const now = installation.world.now()
  const calendars = servedCalendars(locals).map(({ id }) => id)
  const asked = { calendars, text, from: new Date(now.getTime() - back), now, limit: most }
  const found = await installation.world.read(directory.tenant.id, (reader) => findByGuest(reader, asked))
  const guests = await lookAt(found, locals)
  return {
    title: found.length === most ? fill(says.first, { n: most }) : count(locale, says.found, found.length),
    rows: found.map((one) => present(one, guests.get(one.id), locals)),
  }
}

async function lookAt(found: readonly Appointment[], locals: App.Locals): Promise<ReadonlyMap<AppointmentId, Guest>> {
  const { installation, directory } = locals
  const guests = new Map<AppointmentId, Guest>()
  for (const [calendar, appointments] of Map.groupBy(found, (one) => one.calendar)) {
    const looked = await lookAtGuests(installation.world, directory.tenant.id, { calendar, appointments, by: staffOf(locals) })
    if (looked.ok) for (const [id, guest] of looked.value) guests.set(id, guest)
  }
  return guests
}

function present(appointment: Appointment, guest: Guest | undefined, locals: App.Locals) {
  const { directory, words, locale } = locals
  const calendar = directory.calendars.get(appointment.calendar)
  return {
    href: `/operatori/agenda/${appointment.id}`,
    code: writeCode(appointment.code ?? ''),
    when: writeShort(appointment.from, locale, directory.tenant.settings.calendar.zone),
    who: [guest?.firstName, guest?.lastName].filter(Boolean).join(' '),
    what: calendar ? `${inLocale(calendar.title, locale)}: ${reasonOf(appointment, { calendar }, locals)}` : '',
    state: words.agenda.state[appointment.state],
  }
}
