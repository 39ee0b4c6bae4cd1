import type { Stage } from './stage.ts'

/** What the desk decided about showing a report, a photo or a comment to everyone. */
export const moderations = ['pending', 'approved', 'rejected'] as const

export type Moderation = (typeof moderations)[number]

/** When a body shows a report to everyone: never, once the desk approved it, or at once with a later look. */
export const publicationPolicies = ['never', 'after_approval', 'at_once'] as const

export type PublicationPolicy = (typeof publicationPolicies)[number]

/** The policy that counts for a category: its own where it has one, else the body’s. */
export function policyFor(
  category: { readonly publication?: PublicationPolicy | undefined },
  body: PublicationPolicy,
): PublicationPolicy {
  return category.publication ?? body
}

/**
 * A report is public when its author agreed, the body publishes at all, the desk has taken charge of it and has not refused it.
 * A withdrawn report is never public: its author took it back. One that is held back waits for the desk, whatever the policy.
 */
export function isVisible(
  report: { readonly consent: boolean; readonly moderation: Moderation; readonly heldBack: boolean; readonly stage: Stage },
  policy: PublicationPolicy,
): boolean {
  if (!report.consent || report.stage === 'withdrawn' || report.moderation === 'rejected' || policy === 'never') return false
  if (report.heldBack && report.moderation === 'pending') return false
  if (policy === 'at_once') return true
  return report.stage !== 'submitted' && report.moderation === 'approved'
}
