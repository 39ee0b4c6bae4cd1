import { error } from '@sveltejs/kit'
import type { LayoutServerLoad } from './$types'

/** What the guard of all work refused is said by the page of the error, in its shell. The keys are those of every page. */
export const load: LayoutServerLoad = ({ locals: { refused, words } }) => {
  if (refused) error(refused.status, refused)
  return { keyboard: words.keyboard }
}
