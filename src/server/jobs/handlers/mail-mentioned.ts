import type { EventId } from '#domain/shared/id.ts'
import type { Locale } from '#domain/shared/words.ts'
import { tenantOrigin } from '#domain/tenants/tenant-origin.ts'
import { composeMentionLetter } from '#lib/mail/mention-letter.ts'
import { dictionary } from '#lib/messages/dictionaries.ts'
import type { Letter } from '#server/gateways/mail.ts'
import type { Jobs } from '#server/jobs/catalogue.ts'
import { listMemberships, readAccount } from '#server/storage/accounts.ts'
import type { Reader } from '#server/storage/database.ts'
import type { Directory } from '#server/storage/directory.ts'
import { readEvent } from '#server/storage/events.ts'
import { listNamedWith, wantsMentionMail } from '#server/storage/mentions.ts'
import { readReport } from '#server/storage/reports.ts'
import type { Outside } from './outside.ts'
import { sendOnce } from './send-once.ts'

/** Nobody has said yet in which language they work. */
const locale: Locale = 'it'

type Ways = Pick<Outside, 'world' | 'mailer' | 'origin'>

/** Tells those who are named in a note, once each; not who wants no such mail, or works here no more. */
export async function mailMentioned(outside: Ways, job: Jobs['mail.mentioned']): Promise<void> {
  const { world, origin } = outside
  const directory = await world.directories.of(job.tenant)
  const letters = await world.read(job.tenant, (reader) =>
    writeLetters(reader, job, directory, tenantOrigin(directory.hosts, origin)),
  )
  for (const letter of letters) await sendOnce(outside, job, { template: 'noted', letter, recipient: 'staff' })
}

async function writeLetters(
  reader: Reader,
  job: Jobs['mail.mentioned'],
  directory: Directory,
  origin: string,
): Promise<readonly Letter[]> {
  const [event, report] = [await readEvent(reader, job.event), await readReport(reader, job.report)]
  if (!event || !report) return []
  const by = event.actor.kind === 'staff' ? await readAccount(reader, event.actor.account) : null
  const { settings } = directory.tenant
  const from = { name: settings.name, address: settings.email }
  const people = await whoIsTold(reader, job.event)
  return people.map(({ id, name, email, note }) => ({
    ...composeMentionLetter(
      {
        body: settings.name,
        name,
        by: by?.name ?? settings.name,
        report,
        note,
        link: `${origin}/operatori/segnalazioni/${report.number}`,
        wishes: `${origin}/operatori/avvisi`,
      },
      dictionary(locale),
      locale,
    ),
    to: { name, address: email },
    from,
    replyTo: from,
    messageId: `<${event.id}.${id}@${new URL(origin).hostname}>`,
    headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All', 'Content-Language': locale },
  }))
}

async function whoIsTold(reader: Reader, event: EventId) {
  const told = []
  for (const { account: id, text: note } of await listNamedWith(reader, event)) {
    const person = await readAccount(reader, id)
    const works = (await listMemberships(reader, id)).length > 0
    if (person && works && (await wantsMentionMail(reader, id))) told.push({ ...person, note })
  }
  return told
}
