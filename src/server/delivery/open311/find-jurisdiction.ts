import { done, type Result, refuse } from '#domain/shared/result.ts'
import type { Directories, Directory } from '#server/storage/directory.ts'

/** The host names the body; where it does not, `jurisdiction_id` (the body's short name) does. Both must agree. */
export async function findJurisdiction(
  directories: Directories,
  host: string,
  jurisdiction: string,
): Promise<Result<Directory, 'jurisdictionMissing' | 'jurisdictionUnknown'>> {
  const ofHost = await directories.ofHost(host)
  if (jurisdiction === '') return ofHost ? done(ofHost) : refuse('jurisdictionMissing')
  const named = await directories.ofSlug(jurisdiction)
  if (!named || (ofHost && ofHost.tenant.id !== named.tenant.id)) return refuse('jurisdictionUnknown')
  return done(named)
}
