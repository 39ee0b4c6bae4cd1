import { type NoticeDefaults, type NoticeRole, noticeDefaults, noticeRoles, notices } from '#domain/conversations/notice.ts'
import { manyOf } from '#domain/shared/known-words.ts'
import { textsOf } from '../../../../../read-form.server.ts'
import { bodyActions, readBody } from '../body-settings.server.ts'
import type { Actions, PageServerLoad } from './$types'

/** Who is told of what by mail, where they did not say so themselves. */
export const load: PageServerLoad = async (event) => {
  const { settings, page } = await readBody(event, 'avvisi')
  const { words } = event.locals
  const defaults = noticeDefaults(settings.notices)
  return {
    ...page,
    notices: words.notices,
    fields: notices.map((notice) => ({ notice, label: words.notices.name[notice], values: defaults[notice] })),
    roles: noticeRoles.map((value) => ({ value, label: words.notices.role[value] })),
  }
}

function readNotices(form: FormData): NoticeDefaults {
  const pairs = notices.map((notice): [string, readonly NoticeRole[]] => [notice, manyOf(noticeRoles, textsOf(form, notice))])
  return Object.fromEntries(pairs) as NoticeDefaults
}

export const actions: Actions = bodyActions((form) => ({ notices: readNotices(form) }))
