import type { Moment } from './moment.ts'

/** Who a message is from, as its place and colour show it: the citizen, the body, or staff among themselves. */
type MessageSide = 'citizen' | 'body' | 'note'

/** One message of a conversation, ready to be shown. */
export type ShownMessage = {
  readonly id: string
  readonly side: MessageSide
  readonly kind: string
  readonly by: string
  readonly at: Moment
  readonly text: string
  /** Who was told of it. */
  readonly told?: string | undefined
  readonly attachments?: readonly { readonly href: string; readonly name: string }[] | undefined
}
