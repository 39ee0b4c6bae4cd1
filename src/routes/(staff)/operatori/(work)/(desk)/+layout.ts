import { deskWords } from '#lib/messages/desk-words.ts'
import type { LayoutLoad } from './$types'

/** Words come as a file of their own: what a load of the server gives is sent with every page. */
export const load: LayoutLoad = async ({ data }) => {
  const { drafts, map, templates, triage, ...words } = await deskWords(data.locale)
  return { ...data, ...words, draftWords: drafts, mapWords: map, templateWords: templates, triageWords: triage }
}
