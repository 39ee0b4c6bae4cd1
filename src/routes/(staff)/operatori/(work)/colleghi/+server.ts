import { error, json } from '@sveltejs/kit'
import { inLocale } from '#domain/shared/words.ts'
import { listColleagues } from '#server/storage/mentions.ts'
import type { RequestHandler } from './$types'

const most = 8

/** Colleagues whose name, or part of it, begins as one types. */
export const GET: RequestHandler = async ({ locals, url }) => {
  const { installation, directory, staff, words, locale } = locals
  if (!staff) error(401, words.auth.over.title)
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
