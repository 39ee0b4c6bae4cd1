import type { Moderation } from '#domain/reports/visibility.ts'
import type { Moment } from './moment.ts'

/** Who a message is from, as its place and colour show it: the citizen, the body, or staff among themselves. */
type MessageSide = 'citizen' | 'body' | 'note'

/** Of a note that is a proposed reply: where it stands, and how it can be used. */
export type ShownProposal = { readonly state: string; readonly uses: readonly ('reply' | 'resolve')[] }

/** One message of a conversation, ready to be shown. */
export type ShownMessage = {
  readonly id: string
  readonly side: MessageSide
  readonly kind: string
  readonly by: string
  readonly at: Moment
  readonly text: string
  readonly proposal?: ShownProposal | undefined
  /** Of a comment, for who reviews it: who reads it besides staff. */
  readonly review?: Moderation | undefined
  /** Who was told of it. */
  readonly told?: string | undefined
  readonly attachments?: readonly { readonly href: string; readonly name: string }[] | undefined
}
