import type { Citizen } from '#domain/citizens/citizen.ts'
import type { TenantId } from '#domain/shared/id.ts'
import { deleteCitizen, deleteCitizenSessions } from '#server/storage/citizens.ts'
import { deleteSignInCode } from '#server/storage/sign-in-codes.ts'
import type { World } from '#server/world.ts'

/**
 * Whoever wants nothing kept any more (GDPR, art. 17) has name and telephone erased, and is signed out everywhere. What was sent to
 * the body is a document of its own, kept or erased by its own rules.
 */
export async function eraseCitizen(world: World, tenant: TenantId, { email }: Pick<Citizen, 'email'>): Promise<void> {
  await world.transaction(tenant, async (tx) => {
    await deleteCitizen(tx, email)
    await deleteSignInCode(tx, email)
    await deleteCitizenSessions(tx, email)
  })
}
