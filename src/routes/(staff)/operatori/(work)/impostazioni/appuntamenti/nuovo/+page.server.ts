import { redirect } from '@sveltejs/kit'
import { setCalendar } from '#server/use-cases/appointments/set-calendar.ts'
import { readForm } from '../../../../../../read-form.server.ts'
import { failForm } from '../../../refused-form.server.ts'
import { staffOf } from '../../../staff-of.server.ts'
import { daysOfWeek } from '../../weekly-hours.server.ts'
import { officeChoices, readCalendarForm, saidOfCalendars, usual, withoutEmptyRows } from '../calendar-form.server.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = ({ locals }) => ({
  locale: locals.locale,
  calendars: locals.words.calendars,
  now: usual,
  offices: officeChoices(locals),
  days: daysOfWeek(locals),
})

export const actions: Actions = {
  default: async ({ locals, request }) => {
    const { installation, directory } = locals
    const form = withoutEmptyRows(await readForm(request))
    const ask = { by: staffOf(locals), id: null, setting: readCalendarForm(form), seen: null }
    const made = await setCalendar(installation.world, directory.tenant.id, ask)
    if (!made.ok) return failForm('calendar', made, form, saidOfCalendars(locals))
    redirect(303, `/operatori/impostazioni/appuntamenti/${made.value}?fatto`)
  },
}
