import { json } from '@sveltejs/kit'
import type { Office } from '#domain/offices/office.ts'
import { civilDate } from '#domain/shared/civil-date.ts'
import type { OfficeId } from '#domain/shared/id.ts'
import { inLocale } from '#domain/shared/words.ts'
import type { Option } from '#lib/forms/field.ts'
import { listAbsences } from '#server/storage/absences.ts'
import { listColleagues } from '#server/storage/mentions.ts'
import { listWorkers } from '#server/storage/workers.ts'
import { ownerChoices } from '../(desk)/segnalazioni/[number]/choices.server.ts'
import { staffOf } from '../staff-of.server.ts'
import type { RequestHandler } from './$types'

const most = 8

/** Colleagues whose name, or part of it, begins as one types; or those to whom an office can give work. */
export const GET: RequestHandler = async ({ locals, url }) => {
  const { installation, directory, locale } = locals
  const staff = staffOf(locals)
  const office = directory.offices.get(url.searchParams.get('ufficio') as OfficeId)
  if (office) return json(await workersOf(office, locals))
  const wanted = plain(url.searchParams.get('q') ?? '')
  const colleagues = await installation.world.read(directory.tenant.id, listColleagues)
  const found = colleagues.filter(({ id, name }) => id !== staff.account && ` ${plain(name)}`.includes(` ${wanted}`))
  return json(
    found.slice(0, most).map(({ name, offices: [first] }) => {
      const office = first && directory.offices.get(first)
      return { name, office: office ? inLocale(office.name, locale) : '' }
    }),
  )
}

async function workersOf(office: Office, locals: App.Locals): Promise<readonly Option[]> {
  const { installation, directory } = locals
  const today = civilDate(installation.world.now(), directory.tenant.settings.calendar.zone)
  const { workers, absences } = await installation.world.read(directory.tenant.id, async (reader) => ({
    workers: await listWorkers(reader),
    absences: await listAbsences(reader, today),
  }))
  const [whole] = ownerChoices([office], workers, locals, absences)
  return whole?.options.slice(1) ?? []
}

function plain(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().trim()
}
