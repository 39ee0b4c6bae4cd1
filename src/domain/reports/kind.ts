/** What a person tells the body: a problem, a proposal, a complaint, a word of praise, or a request for assistance. */
export const reportKinds = ['problem', 'proposal', 'complaint', 'praise', 'assistance'] as const

export type ReportKind = (typeof reportKinds)[number]

/** The kinds that the report form and programs offer, of those that a body takes: a request for assistance has pages of its own. */
export function offeredKinds(taken: readonly ReportKind[]): readonly ReportKind[] {
  return taken.filter((kind) => kind !== 'assistance')
}

/** How a report came in. */
export const channels = ['web', 'phone', 'counter', 'email', 'post', 'app', 'open311', 'api', 'import'] as const

export type Channel = (typeof channels)[number]
