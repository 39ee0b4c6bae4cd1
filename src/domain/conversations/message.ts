/** What a message of a report's conversation is; notes are for staff alone. */
export const messageKinds = ['citizen', 'question', 'answer', 'reply', 'note', 'comment'] as const

export type MessageKind = (typeof messageKinds)[number]

export type Reader = 'staff' | 'author' | 'public'

/** Where a note that is a proposed reply stands: it waits for the desk, became the reply, or was sent back to who wrote it. */
export type ProposedState = 'open' | 'used' | 'returned'

/** Who may read a message: staff all, the author all but notes, everyone the body's replies. */
export function mayReadMessage(kind: MessageKind, reader: Reader): boolean {
  if (reader === 'staff') return true
  if (reader === 'author') return kind !== 'note'
  return kind === 'reply'
}
