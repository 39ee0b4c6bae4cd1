import { manyOf } from '#domain/shared/known-words.ts'
import { homeBlocks } from '#domain/tenants/tenant.ts'
import { textOf, textsOf } from '../../../../../read-form.server.ts'
import { bodyActions, readBody, wordsOf } from '../body-settings.server.ts'
import type { Actions, PageServerLoad } from './$types'

/** Which parts the home shows, in which order, and the notice above them. */
export const load: PageServerLoad = async (event) => {
  const { settings, page } = await readBody(event, 'home')
  const { blocks = homeBlocks, notice = null } = settings.home ?? {}
  const now: Readonly<Record<string, readonly string[]>> = {
    block: blocks,
    notice: [notice?.text.it ?? ''],
    'notice-en': [notice?.text.en ?? ''],
    from: [notice?.from ?? ''],
    to: [notice?.to ?? ''],
  }
  return {
    ...page,
    now,
    places: homeBlocks.map((_, place) => place),
    blocks: homeBlocks.map((value) => ({ value, label: page.body.home.blocks[value] })),
  }
}

export const actions: Actions = bodyActions((form) => {
  const text = wordsOf(form, 'notice')
  const dates = { from: textOf(form, 'from') || null, to: textOf(form, 'to') || null }
  const blocks = [...new Set(manyOf(homeBlocks, textsOf(form, 'block')))]
  return { home: { blocks, notice: text.it === '' && text.en === undefined ? null : { text, ...dates } } }
})
