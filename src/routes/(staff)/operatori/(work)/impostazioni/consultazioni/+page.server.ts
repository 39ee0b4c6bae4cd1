import { writeCode } from '#domain/appointments/shown-appointment.ts'
import type { Id } from '#domain/shared/id.ts'
import { isId } from '#domain/shared/id.ts'
import { writeMoment } from '#lib/messages/dates.ts'
import { fill } from '#lib/messages/fill.ts'
import { listLooks } from '#server/queries/people/list-looks.ts'
import type { PageServerLoad } from './$types'

const pageLength = 50

/** Who looked at whose contacts; an administrator sees the number of the report and not what it says. */
export const load: PageServerLoad = async ({ locals, url }) => {
  const { installation, directory, words, locale } = locals
  const asked = (url.searchParams.get('numero') ?? '').trim()
  const number = Number(asked.replace(/^(#|n\.?\s*)/i, ''))
  const before = url.searchParams.get('prima') ?? ''
  const page = {
    number: asked === '' ? null : Number.isSafeInteger(number) ? number : 0,
    before: isId(before) ? (before as Id<'contact-look'>) : null,
    limit: pageLength + 1,
  }
  const looks = await installation.world.read(directory.tenant.id, (reader) => listLooks(reader, page))
  const shown = looks.slice(0, pageLength)
  const further = new URLSearchParams({ ...(asked !== '' && { numero: asked }), prima: shown.at(-1)?.id ?? '' })
  return {
    people: words.people,
    asked,
    further: looks.length > pageLength ? `?${further}` : null,
    rows: shown.map((look) => ({
      id: look.id,
      at: { iso: look.at.toISOString(), text: writeMoment(look.at, locale, directory.tenant.settings.calendar.zone) },
      name: look.name,
      subject: look.code === null ? String(look.number) : fill(words.people.looks.appointment, { code: writeCode(look.code) }),
      what: words.people.looks.kind[look.what],
    })),
  }
}
