import { redirect } from '@sveltejs/kit'
import { notices } from '#domain/conversations/notice.ts'
import { isLocale, locales } from '#domain/shared/words.ts'
import { readStaffWishes } from '#server/storage/staff-wishes.ts'
import { setNoticeWishes } from '#server/use-cases/people/set-notice-wishes.ts'
import { readForm, textOf } from '../../../../read-form.server.ts'
import { staffOf } from '../staff-of.server.ts'
import type { Actions, PageServerLoad } from './$types'

/** What somebody wants to be told of by mail, and in which language. */
export const load: PageServerLoad = async ({ locals, url }) => {
  const { installation, directory, words } = locals
  const staff = staffOf(locals)
  const wishes = await installation.world.read(directory.tenant.id, (reader) => readStaffWishes(reader, [staff.account]))
  const { mail = {}, locale = null } = wishes.get(staff.account) ?? {}
  const { own, name } = words.notices
  return {
    own,
    choices: (['yes', 'no'] as const).map((value) => ({ value, label: own.choices[value] })),
    fields: notices.map((notice) => ({ notice, label: name[notice], value: sayWish(mail[notice]) })),
    language: locale ?? 'it',
    languages: locales.map((value) => ({ value, label: words.entry.languages[value] })),
    forms: words.forms,
    done: url.searchParams.has('fatto'),
  }
}

function sayWish(wish: boolean | undefined): string {
  if (wish === undefined) return ''
  return wish ? 'yes' : 'no'
}

export const actions: Actions = {
  default: async ({ locals, request }) => {
    const { installation, directory } = locals
    const staff = staffOf(locals)
    const form = await readForm(request)
    const said = notices.filter((notice) => textOf(form, notice) !== '')
    const mail = Object.fromEntries(said.map((notice) => [notice, textOf(form, notice) === 'yes']))
    const language = textOf(form, 'language')
    const wishes = { mail, locale: isLocale(language) ? language : null }
    await setNoticeWishes(installation.world, directory.tenant.id, staff, wishes)
    redirect(303, '/operatori/avvisi?fatto')
  },
}
