import { type Actor, holds } from '#domain/people/actor.ts'
import { blankSheet } from '#domain/services/blank-sheet.ts'
import { type ServiceId, sheetLengths } from '#domain/services/service.ts'
import type { TenantId } from '#domain/shared/id.ts'
import { done, type Result, refuse } from '#domain/shared/result.ts'
import { findService, saveService } from '#server/storage/services.ts'
import { lockBody } from '#server/storage/settings/change-setting.ts'
import type { World } from '#server/world.ts'

export type BeginService = { readonly by: Actor; readonly code: string; readonly title: string }

export type BeginServiceRefusal = 'not_yours' | 'title_missing' | 'text_too_long' | 'code_wrong' | 'code_taken'

/** A service begins as a draft with a title and the code of its address, which stays. */
export async function beginService(
  world: World,
  tenant: TenantId,
  { by, code, title }: BeginService,
): Promise<Result<ServiceId, BeginServiceRefusal>> {
  if (!holds(by, 'administrator')) return refuse('not_yours')
  if (title === '') return refuse('title_missing', 'title')
  if (title.length > sheetLengths.title) return refuse('text_too_long', 'title')
  if (!/^[a-z0-9-]{1,60}$/.test(code)) return refuse('code_wrong', 'code')
  return world.transaction(tenant, async (tx): Promise<Result<ServiceId, BeginServiceRefusal>> => {
    await lockBody(tx)
    if (await findService(tx, code)) return refuse('code_taken', 'code')
    const id = world.newId<'service'>()
    const sheet = { ...blankSheet, title: { it: title } }
    await saveService(tx, id, { code, state: 'draft', featured: false, sheet, updatedAt: world.now() })
    return done(id)
  })
}
