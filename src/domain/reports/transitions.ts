import type { EventKind } from './event.ts'
import { openStages, type Stage } from './stage.ts'

/** Who may make a move; `replying_owner` is the owner where the category lets offices answer. */
export type Mover = 'desk' | 'owner' | 'routed_office' | 'replying_owner' | 'author' | 'author_within_term' | 'system'

export type Transition = {
  readonly from: readonly Stage[]
  readonly to: Stage
  readonly by: readonly Mover[]
  readonly event: EventKind
}

/** The life of a report: every move, from where to where, by whom, and the event that it leaves. */
export const transitions = {
  take_in_charge: { from: ['submitted'], to: 'in_charge', by: ['desk', 'routed_office', 'system'], event: 'taken_in_charge' },
  plan: { from: ['submitted', 'in_charge', 'planned', 'with_others'], to: 'planned', by: ['owner', 'desk'], event: 'planned' },
  ask: { from: ['submitted', 'in_charge', 'planned'], to: 'waiting', by: ['owner', 'desk'], event: 'asked' },
  answer: { from: ['waiting'], to: 'in_charge', by: ['author'], event: 'answered' },
  resume: { from: ['waiting'], to: 'in_charge', by: ['owner', 'desk', 'system'], event: 'resumed' },
  entrust: { from: ['submitted', 'in_charge', 'planned'], to: 'with_others', by: ['owner', 'desk'], event: 'entrusted' },
  mark_worked: { from: ['in_charge', 'planned', 'with_others'], to: 'worked', by: ['owner'], event: 'worked' },
  send_back: { from: ['worked'], to: 'in_charge', by: ['desk'], event: 'sent_back' },
  resolve: { from: openStages, to: 'resolved', by: ['desk', 'replying_owner'], event: 'resolved' },
  decline: { from: openStages, to: 'declined', by: ['desk', 'replying_owner'], event: 'declined' },
  withdraw: { from: openStages, to: 'withdrawn', by: ['author'], event: 'withdrawn' },
  reopen: { from: ['resolved', 'declined'], to: 'in_charge', by: ['desk', 'author_within_term'], event: 'reopened' },
} as const satisfies Record<string, Transition>

export type Act = keyof typeof transitions

/** Every move there is, in the order in which the screens offer them. */
export const acts = Object.keys(transitions) as readonly Act[]
