import { type MessageKind, mayReadMessage } from '../conversations/message.ts'
import type { Moderation } from './visibility.ts'

/** What decides who sees a photo or document besides the person's own rights. */
export type SeenFile = {
  readonly kind: 'photo' | 'document'
  readonly moderation: Moderation
  /** The message that it came with, or none when it came with the report. */
  readonly message: MessageKind | null
  readonly reportVisible: boolean
}

/** Everyone sees an approved photo of a public report; documents are for the offices and the author, as the form promises. */
export function mayEveryoneSee({ kind, moderation, message, reportVisible }: SeenFile): boolean {
  const told = message === null || mayReadMessage({ kind: message, moderation }, 'public')
  return kind === 'photo' && reportVisible && moderation === 'approved' && told
}

/** The author sees what came with the report and with every message that the author may read, whatever everyone sees of it. */
export function mayAuthorSee({ message }: Pick<SeenFile, 'message'>): boolean {
  return message === null || mayReadMessage({ kind: message, moderation: 'approved' }, 'author')
}
