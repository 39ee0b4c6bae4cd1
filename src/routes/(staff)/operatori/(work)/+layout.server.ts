import { error } from '@sveltejs/kit'
import type { LayoutServerLoad } from './$types'

/** What the guard of all work refused is said by the page of the error, in its shell. */
export const load: LayoutServerLoad = ({ locals: { refused } }) => {
  if (refused) error(refused.status, refused)
}
