import type { AuthorId, CategoryId, OfficeId, ReportId, TenantId } from '../shared/id.ts'
import type { Report } from './report.ts'
import { isOpen } from './stage.ts'

/** For tables of cases: a report as the rules see it, in which a test names only what matters. */
export function fakeReport(more: Partial<Report> = {}): Report {
  const stage = more.stage ?? 'in_charge'
  return {
    tenant: 't' as TenantId,
    id: 'r' as ReportId,
    number: 1,
    kind: 'problem',
    category: 'c' as CategoryId,
    title: 'Buca',
    description: 'Una buca',
    answers: {},
    stage,
    stageSince: new Date('2026-05-08T08:00:00Z'),
    routedOffice: 'roads' as OfficeId,
    ownerOffice: stage === 'submitted' ? null : ('roads' as OfficeId),
    ownerPerson: null,
    observers: [],
    mentioned: [],
    priority: 'normal',
    handOvers: 0,
    lead: null,
    author: 'a' as AuthorId,
    channel: 'web',
    place: null,
    address: null,
    area: null,
    consent: true,
    moderation: 'pending',
    heldBack: false,
    visible: false,
    submittedAt: new Date('2026-05-08T08:00:00Z'),
    firstReplyDue: new Date('2026-05-12T15:00:00Z'),
    firstReplyAt: null,
    resolutionDue: new Date('2026-05-22T15:00:00Z'),
    pausedAt: null,
    closedAt: isOpen(stage) ? null : new Date('2026-05-10T08:00:00Z'),
    authorWaitsSince: null,
    authorSaid: null,
    termNotice: 'none',
    plannedFor: null,
    recipient: null,
    declineReason: null,
    duplicateOf: null,
    stars: null,
    version: 1,
    ...more,
  }
}
