import { redirect } from '@sveltejs/kit'
import { wantsMentionMail } from '#server/storage/mentions.ts'
import { setMentionMail } from '#server/use-cases/people/set-mention-mail.ts'
import { readForm } from '../../../../read-form.server.ts'
import { staffOf } from '../staff-of.server.ts'
import type { Actions, PageServerLoad } from './$types'

/** What somebody wants to be told of by mail. */
export const load: PageServerLoad = async ({ locals, url }) => {
  const { installation, directory, words } = locals
  const staff = staffOf(locals)
  return {
    wishes: words.talk.mention.wishes,
    mail: await installation.world.read(directory.tenant.id, (reader) => wantsMentionMail(reader, staff.account)),
    done: url.searchParams.has('fatto'),
  }
}

export const actions: Actions = {
  default: async ({ locals, request }) => {
    const { installation, directory } = locals
    const staff = staffOf(locals)
    const form = await readForm(request)
    await setMentionMail(installation.world, directory.tenant.id, staff, form.get('mail') === 'on' ? 'wanted' : 'unwanted')
    redirect(303, '/operatori/avvisi?fatto')
  },
}
