import type { drafts as italian } from '../it/drafts.ts'

export const drafts: typeof italian = {
  kept: 'Draft saved.',
  not_kept: 'The draft cannot be saved: the text is on this page alone.',
  writing: 'Writing here: {names}.',
}
