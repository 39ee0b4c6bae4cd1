import type { TenantId } from '#domain/shared/id.ts'
import { done, type Result, refuse } from '#domain/shared/result.ts'
import { hashToken, randomToken } from '#server/gateways/secrets.ts'
import { findMember, insertPasswordToken } from '#server/storage/accounts.ts'
import type { World } from '#server/world.ts'

const week = 7 * 86_400_000

/** Gives a person of the body a secret, good once and for a week, with which they set their password. */
export async function inviteStaff(world: World, tenant: TenantId, email: string): Promise<Result<string, 'no_such_person'>> {
  return world.transaction(tenant, async (tx): Promise<Result<string, 'no_such_person'>> => {
    const account = await findMember(tx, email)
    if (!account) return refuse('no_such_person')
    const token = randomToken()
    await insertPasswordToken(tx, hashToken(token), account.id, new Date(world.now().getTime() + week))
    return done(token)
  })
}
