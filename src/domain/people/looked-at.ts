/** What of an author somebody looked at or changed; every look is written down. */
export const lookedAt = ['contacts', 'other_reports', 'correction'] as const

export type LookedAt = (typeof lookedAt)[number]
