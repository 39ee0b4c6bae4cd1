import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { Sending } from './send.ts'
import { ask } from './server.ts'

export type Acknowledged = Sending & { readonly number: string }

type Found = {
  readonly key: string
  readonly number: string
  readonly events: string
  readonly mails: string
  readonly jobs: string
  readonly waiting: string
}

/** How many authors of this test have not got their mail yet. */
export async function unsent(folder: string): Promise<number> {
  const [row] = await ask<{ count: string }>(
    folder,
    `select count(*) from author a where a.email like '%@example.org' and not exists
       (select from mail_log m where m.tenant_id = a.tenant_id and m.address = a.email and m.state = 'sent')`,
  )
  return Number(row?.count)
}

/** Holds what is in the database and in the store of files against what was acknowledged. */
export async function check(
  folder: string,
  before: number,
  acknowledged: readonly Acknowledged[],
): Promise<readonly (readonly [what: string, passed: boolean])[]> {
  const rows = await findReports(folder)
  const byKey = new Map(rows.map((row) => [row.key, row]))
  const [counted] = await ask<{ count: string; numbers: string }>(
    folder,
    'select count(*), count(distinct number) as numbers from report',
  )
  return [
    [
      'every acknowledged report is there, under the number that was given',
      acknowledged.every(({ key, number }) => String(byKey.get(key)?.number) === number),
    ],
    ['none is there twice', rows.length === byKey.size && rows.length === Number(counted?.count) - before],
    ['no number was given twice', counted?.count === counted?.numbers],
    ['every report has its one event', rows.every(({ events }) => events === '1')],
    ['every report has its one mail job', rows.every(({ jobs }) => jobs === '1')],
    ['no report was confirmed twice', rows.every(({ mails }) => Number(mails) <= 1)],
    ['whatever is not confirmed yet has its job waiting', rows.every(({ mails, waiting }) => mails === '1' || waiting === '1')],
    ['mails went out', rows.some(({ mails }) => mails === '1')],
    ['every photo, of reports and of drafts, has its bytes', await everyPhotoHasBytes(folder)],
  ]
}

function findReports(folder: string): Promise<readonly Found[]> {
  return ask<Found>(
    folder,
    `select substr(r.description, 14) as key, r.number,
       (select count(*) from report_event e where e.tenant_id = r.tenant_id and e.report_id = r.id and e.kind = 'submitted') as events,
       (select count(*) from mail_log m where m.tenant_id = r.tenant_id and m.report_id = r.id and m.state = 'sent'
         and m.recipient = 'author') as mails,
       (select count(*) from pgboss.job j where j.name = 'mail.to-author' and j.data->>'report' = r.id::text) as jobs,
       (select count(*) from pgboss.job j where j.name = 'mail.to-author' and j.data->>'report' = r.id::text
         and j.state in ('created', 'retry', 'active')) as waiting
     from report r where r.description like 'Segnalazione %'`,
  )
}

async function everyPhotoHasBytes(folder: string): Promise<boolean> {
  const photos = await ask<{ storage_key: string }>(folder, "select storage_key from attachment where kind = 'photo'")
  const files = new Set(await readdir(join(folder, 'files'), { recursive: true }))
  return photos.every(({ storage_key }) => ['small', 'medium', 'large'].every((size) => files.has(`${storage_key}-${size}`)))
}
