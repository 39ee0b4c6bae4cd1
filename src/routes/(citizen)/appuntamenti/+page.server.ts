import { fail, redirect } from '@sveltejs/kit'
import { fill } from '#lib/messages/fill.ts'
import { signAppointmentLink } from '#server/gateways/secrets.ts'
import { findAppointmentByCode } from '#server/storage/appointments/appointments.ts'
import { readAuthor } from '#server/storage/authors.ts'
import { readForm, textOf } from '../../read-form.server.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = ({ locals }) => {
  const { words, directory, locale } = locals
  const { find, crumb } = words.booking
  return {
    words: { ...find, crumb, forms: words.forms },
    title: fill(words.site.title, { page: find.title, body: directory.tenant.settings.name }),
    errorPrefix: words.wizard.errorPrefix,
    locale,
  }
}

export const actions: Actions = {
  /** Code and address together open it; which of them is wrong is told to nobody. */
  default: async ({ locals, request }) => {
    const { installation, directory, clientAddress, words } = locals
    const { world, limits } = installation
    const { id: tenant } = directory.tenant
    const form = await readForm(request)
    const typed = { code: textOf(form, 'code').trim(), email: textOf(form, 'email').trim() }
    if (!(await limits.take('appointment-find', clientAddress))) return fail(429, { ...typed, problem: words.errors.tooMany })
    const found = await world.read(tenant, async (reader) => {
      const appointment = await findAppointmentByCode(reader, typed.code)
      const author = appointment?.contact ? await readAuthor(reader, appointment.contact) : null
      return author?.email?.toLowerCase() === typed.email.toLowerCase() ? appointment : null
    })
    if (!found) return fail(422, { ...typed, problem: words.booking.find.notFound })
    redirect(303, `/appuntamenti/${signAppointmentLink(world.secret, tenant, found.id)}`)
  },
}
