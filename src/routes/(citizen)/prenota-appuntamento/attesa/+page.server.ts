import { randomUUID } from 'node:crypto'
import { fail, redirect } from '@sveltejs/kit'
import { applicantProblems } from '#domain/appointments/booking-draft.ts'
import { bookableSpan } from '#domain/appointments/slots.ts'
import { adopt } from '#domain/citizens/adopt.ts'
import { civilDate } from '#domain/shared/civil-date.ts'
import { isId } from '#domain/shared/id.ts'
import { inLocale } from '#domain/shared/words.ts'
import { writeCivilDate } from '#lib/messages/dates.ts'
import { fill } from '#lib/messages/fill.ts'
import { signWaitingLink } from '#server/gateways/secrets.ts'
import { joinWaitingList } from '#server/use-cases/appointments/join-waiting-list.ts'
import { saveDraft } from '#server/use-cases/drafts/save-draft.ts'
import { readForm, textOf } from '../../../read-form.server.ts'
import { keepIfAsked, signInAt } from '../../personal-area.server.ts'
import { type PlacedBooking, pathOf, requireStep } from '../booking.server.ts'
import { wordProblems } from '../word-problems.server.ts'
import type { Actions, PageServerLoad } from './$types'

/** For whom no time is free, or none that suits: in line for what others give back. */
export const load: PageServerLoad = async (event) => {
  const { locals, url, setHeaders } = event
  const { directory, locale, words } = locals
  setHeaders({ 'cache-control': 'private, no-store' })
  const booking = await requireStep(event, 'time')
  const reason = reasonOf(booking, url)
  if (!reason) redirect(303, pathOf('time'))
  const office = directory.offices.get(booking.calendar.office)
  const days = daysOf(locals, booking)
  const { waiting, crumb, applicant, actions } = words.booking
  return {
    words: { waiting, crumb, applicant, actions, forms: words.forms },
    title: fill(words.site.title, { page: waiting.title, body: directory.tenant.settings.name }),
    errorPrefix: words.wizard.errorPrefix,
    locale,
    about: fill(waiting.reason, { reason: inLocale(reason.name, locale), office: office ? inLocale(office.name, locale) : '' }),
    days,
    asked: { firstDay: url.searchParams.get('dal') ?? days.first, lastDay: url.searchParams.get('al') ?? days.last },
    content: booking.draft.content,
    key: randomUUID() as string,
  }
}

export const actions: Actions = {
  default: async (event) => {
    const { locals, url } = event
    const { installation, directory, clientAddress, words, locale } = locals
    const { world, limits } = installation
    const { id: tenant } = directory.tenant
    const form = await readForm(event.request)
    const booking = await requireStep(event, 'time')
    const reason = reasonOf(booking, url)
    if (!reason) redirect(303, pathOf('time'))
    const typed = adopt(readApplicant(form), locals.citizen)
    const key = isId(textOf(form, 'key')) ? textOf(form, 'key') : randomUUID()
    const days = { firstDay: textOf(form, 'firstDay'), lastDay: textOf(form, 'lastDay') }
    // What is said once is not asked again in the step to come.
    await saveDraft(world, tenant, booking.draft.id, { ...booking.draft.content, ...typed })
    if (textOf(form, 'do') === 'enter') redirect(303, signInAt(withDays(url, days)))
    await keepIfAsked(locals, form, typed)
    const worded = wordProblems(locals, applicantProblems(typed))
    const refuse = (status: number, problem: string, { errors, byField } = worded) =>
      fail(status, { typed, days, key, problem, errors, byField })
    if (worded.errors.length > 0) return refuse(422, '')
    if (!(await limits.take('booking', clientAddress))) return refuse(429, words.errors.tooMany)
    const guest = { ...typed, phone: null, locale }
    const joined = await joinWaitingList(world, tenant, {
      key,
      calendar: booking.calendar.id,
      reason: reason.code,
      ...days,
      guest,
    })
    if (joined.ok) redirect(303, `/appuntamenti/attesa/${signWaitingLink(world.secret, tenant, joined.value)}`)
    if (joined.refusal !== 'days_wrong') redirect(303, pathOf('time'))
    const { first, last } = daysOf(locals, booking)
    const said = { first: writeCivilDate(first, locale), last: writeCivilDate(last, locale) }
    const message = fill(words.booking.problems.days_wrong, said)
    return refuse(422, '', { errors: [{ field: 'firstDay', message }], byField: { firstDay: message } })
  },
}

/** The page with the days that were chosen on it, for whoever signs in meanwhile. */
function withDays(
  { pathname, searchParams }: URL,
  { firstDay, lastDay }: { readonly firstDay: string; readonly lastDay: string },
): string {
  const asked = new URLSearchParams(searchParams)
  asked.set('dal', firstDay)
  asked.set('al', lastDay)
  return `${pathname}?${asked}`
}

function readApplicant(form: FormData) {
  const [firstName, lastName, email] = [textOf(form, 'firstName'), textOf(form, 'lastName'), textOf(form, 'email')]
  return { firstName: firstName.trim(), lastName: lastName.trim(), email: email.trim() }
}

function reasonOf({ calendar, draft }: PlacedBooking, url: URL) {
  const asked = url.searchParams.get('motivo') || draft.content.reason
  return calendar.reasons.find(({ code }) => code === asked)
}

/** The first and the last day that can be booked today. */
function daysOf({ directory, installation }: App.Locals, { calendar }: PlacedBooking) {
  const { zone } = directory.tenant.settings.calendar
  const { from, to } = bookableSpan(calendar, zone, installation.world.now(), 'citizen')
  return { first: civilDate(from, zone), last: civilDate(new Date(to.getTime() - 1), zone) }
}
