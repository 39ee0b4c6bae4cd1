import { json } from '@sveltejs/kit'
import { inLocale } from '#domain/shared/words.ts'
import { listColleagues } from '#server/storage/mentions.ts'
import { staffOf } from '../staff-of.server.ts'
import type { RequestHandler } from './$types'

const most = 8

/** Colleagues whose name, or part of it, begins as one types. */
export const GET: RequestHandler = async ({ locals, url }) => {
  const { installation, directory, locale } = locals
  const staff = staffOf(locals)
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

function plain(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().trim()
}
