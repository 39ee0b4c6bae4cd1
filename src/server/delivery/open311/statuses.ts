import { type DeclineReason, declineReasons, isOpen, type Stage, stages } from '#domain/reports/stage.ts'
import type { StageMatch } from '#server/queries/open311/list-updates.ts'

/** The two statuses of the standard. */
export function basicStatus(stage: Stage): 'open' | 'closed' {
  return isOpen(stage) ? 'open' : 'closed'
}

/** FixMyStreet's extended statuses, which updates carry. */
const extended = {
  submitted: 'OPEN',
  in_charge: 'INVESTIGATING',
  planned: 'ACTION_SCHEDULED',
  waiting: 'INVESTIGATING',
  with_others: 'IN_PROGRESS',
  worked: 'IN_PROGRESS',
  resolved: 'FIXED',
  declined: 'NO_FURTHER_ACTION',
  withdrawn: 'CANCELLED',
} as const satisfies Record<Stage, string>

const declined: Readonly<Partial<Record<DeclineReason, string>>> = {
  not_competent: 'NOT_COUNCILS_RESPONSIBILITY',
  duplicate: 'DUPLICATE',
}

export function extendedStatus(stage: Stage, reason: DeclineReason | null): string {
  return (stage === 'declined' && reason !== null && declined[reason]) || extended[stage]
}

/** The stages that a status asked for stands for: OPEN and CLOSED are all open and all closed ones. Null: no such status. */
export function stagesOf(status: string): readonly StageMatch[] | null {
  const asked = status.toUpperCase()
  if (asked === 'OPEN' || asked === 'CLOSED') {
    return stages.filter((stage) => isOpen(stage) === (asked === 'OPEN')).map((stage) => ({ stage, reasons: null }))
  }
  const matches = stages.flatMap((stage): StageMatch[] => {
    if (stage !== 'declined') return extended[stage] === asked ? [{ stage, reasons: null }] : []
    const reasons = declineReasons.filter((reason) => extendedStatus(stage, reason) === asked)
    return reasons.length > 0 ? [{ stage, reasons }] : []
  })
  return matches.length > 0 ? matches : null
}

/** Every status that an update may be asked for by. */
export const updateStatuses: readonly string[] = [
  ...new Set(['OPEN', 'CLOSED', ...Object.values(extended), ...Object.values(declined)]),
]
