/** Why what somebody wrote with a rating is hidden. */
export const hidingReasons = ['personal_data', 'offensive', 'off_topic'] as const

export type HidingReason = (typeof hidingReasons)[number]
