import type { Moderation } from '../reports/visibility.ts'

/** What a message of a report's conversation is; notes are for staff alone. */
export const messageKinds = ['citizen', 'question', 'answer', 'reply', 'note', 'comment'] as const

export type MessageKind = (typeof messageKinds)[number]

export type Reader = 'staff' | 'author' | 'public'

/** Where a note that is a proposed reply stands: it waits for whoever may reply, became the reply, or was superseded by another. */
export type ProposedState = 'open' | 'used' | 'superseded'

/** A comment, which anybody may write, waits for the desk's look; what author and body write does not. */
export function moderationAtFirst(kind: MessageKind): Moderation {
  return kind === 'comment' ? 'pending' : 'approved'
}

/** Who may read a message: staff all, the author all but notes and refused comments, everyone the body's replies and approved comments. */
export function mayReadMessage(
  { kind, moderation }: { readonly kind: MessageKind; readonly moderation: Moderation },
  reader: Reader,
): boolean {
  if (reader === 'staff') return true
  if (reader === 'author') return kind !== 'note' && moderation !== 'rejected'
  return kind === 'reply' || (kind === 'comment' && moderation === 'approved')
}
