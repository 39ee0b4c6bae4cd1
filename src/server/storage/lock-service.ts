import type { ServiceId } from '#domain/services/service.ts'
import { done, type Result, refuse } from '#domain/shared/result.ts'
import type { Tx } from './database.ts'
import { readWrittenService, type WrittenService } from './service-drafts.ts'
import { lockBody } from './settings/change-setting.ts'

/** A service for whoever changes it, and for nobody else until they are done: as they saw it, or not at all. */
export async function lockService(
  tx: Tx,
  id: ServiceId,
  seen: number,
): Promise<Result<WrittenService, 'no_such_service' | 'old_version'>> {
  await lockBody(tx)
  const service = await readWrittenService(tx, id)
  if (!service) return refuse('no_such_service')
  return service.version === seen ? done(service) : refuse('old_version')
}
