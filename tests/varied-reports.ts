import { inboxBuckets } from '#domain/reports/inbox.ts'
import { channels, reportKinds } from '#domain/reports/kind.ts'
import type { FilterFacts } from '#domain/reports/matches-filter.ts'
import { priorities } from '#domain/reports/priority.ts'
import { type Report, termNotices } from '#domain/reports/report.ts'
import { isOpen, stages } from '#domain/reports/stage.ts'
import { moderations } from '#domain/reports/visibility.ts'
import type { AccountId, AuthorId, OfficeId, ReportId } from '#domain/shared/id.ts'
import type { Attachment } from '#server/storage/attachments.ts'
import { refreshInbox } from '#server/storage/inbox.ts'
import { saveReport } from '#server/storage/reports.ts'
import type { Town } from './town.ts'
import { monday } from './town.ts'

/** A report as it stands in the database, with what a filter asks besides. */
export type Varied = { readonly report: Report; readonly facts: FilterFacts }

const hour = 3_600_000

/** Numbers that look like chance and are the same each time. */
function* chances(seed: number): Generator<number> {
  let state = seed
  for (;;) {
    state = (state * 1_103_515_245 + 12_345) % 2 ** 31
    yield state / 2 ** 31
  }
}

/** Reports of every stage, office, term and time, many of them alike in what lists are ordered by. */
export async function variedReports(town: Town, count: number): Promise<readonly Varied[]> {
  const chance = chances(42)
  const pick = <T>(from: readonly T[]): T => from[Math.floor(next() * from.length)] as T
  const next = () => chance.next().value as number
  const [roads, parks, desk] = [town.office('roads'), town.office('parks'), town.office('urp')]
  const made: {
    readonly report: Report
    readonly photo: boolean
    readonly email: string
    readonly recordedBy: AccountId | null
  }[] = []
  for (let n = 0; n < count; n++) {
    const email = `${pick(['ada', 'ugo', 'eva', 'leo'])}@example.org`
    const photo = next() < 0.4
    const recordedBy = n % 4 === 0 ? town.desk.account : null
    const sent = await town.report({
      kind: pick(reportKinds.filter((kind) => kind !== 'assistance')),
      category: town.category(pick(['pothole', 'tree'])).id,
      channel: pick(channels),
      title: pick(['Buca profonda', 'Città sporca', 'Albero caduto']),
      author: { firstName: 'Ada', lastName: 'Verdi', email, phone: null, locale: 'it' },
      attachments: photo ? [picture(town)] : [],
      recordedBy,
    })
    const stage = pick(stages)
    const owner = stage === 'submitted' ? null : pick([roads, parks, desk])
    const before = pick(made.map(({ report }) => report.id).concat(sent.id))
    const place = pick([sent.place, { longitude: 9.15, latitude: 44.06 }, null])
    const report: Report = {
      ...sent,
      stage,
      routedOffice: pick([roads, parks, desk]),
      ownerOffice: owner,
      ownerPerson: owner === roads && next() < 0.5 ? town.roads.account : null,
      priority: pick(priorities),
      plannedFor: stage === 'planned' ? (n % 2 === 0 ? '2026-05-10' : '2026-06-01') : null,
      termNotice: pick(termNotices),
      place,
      area: place === null ? null : (town.directory.areas.keys().toArray()[place.longitude > 9.1 ? 1 : 0] ?? null),
      moderation: pick(moderations),
      visible: next() < 0.5,
      resolutionDue: new Date(monday.getTime() + pick([-48, -24, 0, 24, 48]) * hour),
      closedAt: isOpen(stage) ? null : monday,
      stars: next() < 0.4 ? pick([1, 2, 3, 4, 5]) : null,
      lead: next() < 0.2 && before !== sent.id ? before : null,
      duplicateOf: next() < 0.2 && before !== sent.id ? before : null,
      observers: next() < 0.3 ? [pick([roads, parks])] : [],
    }
    await keep(town, report, new Date(monday.getTime() - pick([0, 1, 24, 25, 500]) * hour))
    made.push({ report: await town.read(report.id), photo, email, recordedBy })
  }
  const numbers = new Map(made.map(({ report }) => [report.id, report.number]))
  const numberOf = (id: ReportId | null) => (id === null ? [] : [numbers.get(id) ?? 0])
  return made.map(({ report, photo, email, recordedBy }) => ({
    report,
    facts: {
      buckets: inboxBuckets(report, {
        deskOffice: desk,
        publication: 'after_approval',
        pendingAdditions: photo,
        mailFailed: false,
        replyProposed: false,
        supplierAnswered: false,
      }),
      photo,
      recordedBy,
      authors: made.filter((other) => other.email === email).map((other) => other.report.author as AuthorId),
      hangsTogetherWith: [...numberOf(report.lead), ...numberOf(report.duplicateOf)],
    },
  }))
}

async function keep(town: Town, report: Report, at: Date): Promise<void> {
  await town.world.transaction(town.tenant, async (tx) => {
    await saveReport(tx, report, at)
    await tx.db
      .updateTable('report')
      .where('report.tenant_id', '=', tx.tenant)
      .where('report.id', '=', report.id)
      .set({ submitted_at: at })
      .execute()
    const observers = report.observers.map((office: OfficeId) => ({
      tenant_id: tx.tenant,
      report_id: report.id,
      office_id: office,
    }))
    if (observers.length > 0) await tx.db.insertInto('report_observer').values(observers).execute()
    await refreshInbox(tx, report)
  })
}

function picture(town: Town): Attachment {
  const id = town.world.newId<'attachment'>()
  const size = { mediaType: 'image/webp', bytes: 1, width: 1, height: 1 }
  const from = { draft: null, report: null, message: null, foundPlace: null, sourceUrl: null, fromAuthor: true }
  return { id, kind: 'photo', key: id, name: 'foto.jpg', moderation: 'pending', position: 0, at: monday, ...size, ...from }
}
