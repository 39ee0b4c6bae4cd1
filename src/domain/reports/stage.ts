/** Where a report is in its life; visibility and ownership are separate matters. */
export const stages = [
  'submitted',
  'in_charge',
  'planned',
  'waiting',
  'with_others',
  'worked',
  'resolved',
  'declined',
  'withdrawn',
] as const

export type Stage = (typeof stages)[number]

/** The stages in which somebody still has something to do. */
export const openStages = [
  'submitted',
  'in_charge',
  'planned',
  'waiting',
  'with_others',
  'worked',
] as const satisfies readonly Stage[]

/** Tells whether somebody still has something to do for a report in this stage. */
export function isOpen(stage: Stage): boolean {
  return openStages.some((open) => open === stage)
}

/** Why a report was answered with no. */
export const declineReasons = ['not_competent', 'duplicate', 'not_found', 'not_feasible', 'already_known', 'improper'] as const

export type DeclineReason = (typeof declineReasons)[number]
