import { may } from '#domain/reports/may.ts'
import { mayAuthorSee, mayEveryoneSee } from '#domain/reports/may-see-file.ts'
import type { Installation } from '#server/boot.ts'
import { staffOfRequest } from '#server/delivery/web/staff-session.ts'
import { hashToken, readReportLink } from '#server/gateways/secrets.ts'
import type { FoundFile } from '#server/queries/files/find-file.ts'
import type { Directory } from '#server/storage/directory.ts'
import { readReport } from '#server/storage/reports.ts'
import { draftCookies, readDraftCookie } from './draft-cookie.ts'

/** What a request shows of who is asking. */
export type Credentials = { readonly cookies: string | null; readonly key: string | undefined }

/** How far a file may go: to everyone, to this person alone, or not at all. */
export type FileAccess = 'public' | 'private' | 'none'

/** Who may have a file: everyone what is public, whoever holds its draft, its report's private link, or may read it at the desk. */
export async function fileAccess(
  installation: Pick<Installation, 'world'>,
  directory: Directory,
  file: FoundFile,
  asking: Credentials,
): Promise<FileAccess> {
  if (mayEveryoneSee(file)) return 'public'
  const allowed = file.report
    ? isAuthor(installation, directory, file, asking) || (await isReadingStaff(installation, directory, file, asking))
    : holdsDraft(file, asking)
  return allowed ? 'private' : 'none'
}

function holdsDraft({ draftToken }: FoundFile, { cookies }: Credentials): boolean {
  const value = (cookies ?? '')
    .split(';')
    .map((pair) => pair.trim().split('='))
    .find(([name]) => name === draftCookies.report)?.[1]
  const held = readDraftCookie(value)
  return held !== null && draftToken !== null && hashToken(held.token) === draftToken
}

function isAuthor({ world }: Pick<Installation, 'world'>, { tenant }: Directory, file: FoundFile, { key }: Credentials): boolean {
  if (!key || !mayAuthorSee(file)) return false
  return readReportLink(world.secret, tenant.id, key) === file.report
}

async function isReadingStaff(
  installation: Pick<Installation, 'world'>,
  directory: Directory,
  file: FoundFile,
  { cookies }: Credentials,
): Promise<boolean> {
  const staff = await staffOfRequest(installation, directory, cookies)
  const id = file.report
  if (!staff || id === null) return false
  const report = await installation.world.read(directory.tenant.id, (reader) => readReport(reader, id))
  return report !== null && may(staff, 'read', report).ok
}
