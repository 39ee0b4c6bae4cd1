/** What of an author somebody looked at or changed; every look is written down. */
export type LookedAt = 'contacts' | 'other_reports' | 'correction'
