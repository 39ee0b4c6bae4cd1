import type { Staff } from '#domain/people/actor.ts'
import {
  type Contacts,
  type CorrectContactsRefusal as CorrectionRefusal,
  decideCorrection,
} from '#domain/reports/correct-contacts.ts'
import type { AuthorDetails } from '#domain/reports/report.ts'
import type { AuthorId, EventId, ReportId, TenantId } from '#domain/shared/id.ts'
import { type Result, refuse } from '#domain/shared/result.ts'
import { readAuthor, saveAuthor } from '#server/storage/authors.ts'
import { type ConflictRefusal, changeReport } from '#server/storage/change-report.ts'
import { insertContactLook } from '#server/storage/contact-looks.ts'
import type { World } from '#server/world.ts'

export type CorrectContacts = {
  readonly report: ReportId
  readonly by: Staff
  readonly seenVersion: number | null
  readonly contacts: Contacts
}

export type CorrectContactsRefusal = CorrectionRefusal | ConflictRefusal | 'author_unknown'

/** Corrects how the author of a report is spelt and reached. Whoever corrects has looked, and that is written down too. */
export async function correctContacts(
  world: World,
  tenant: TenantId,
  { contacts, ...ask }: CorrectContacts,
): Promise<Result<EventId, CorrectContactsRefusal>> {
  return world.transaction(tenant, (tx) =>
    changeReport<CorrectionRefusal | 'author_unknown'>(world, tx, ask, async (report) => {
      const before: AuthorDetails | null = report.author ? await readAuthor(tx, report.author) : null
      if (before === null) return refuse('author_unknown')
      const decided = decideCorrection(report, before, contacts, ask.by)
      if (!decided.ok) return decided
      await saveAuthor(tx, report.author as AuthorId, decided.value.author)
      const look = { id: world.newId<'contact-look'>(), report: report.id, account: ask.by.account, at: world.now() }
      await insertContactLook(tx, { ...look, what: 'correction' })
      return decided
    }),
  )
}
