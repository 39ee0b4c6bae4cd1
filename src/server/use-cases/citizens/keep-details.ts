import { type Citizen, detailsProblems, type KeptDetails } from '#domain/citizens/citizen.ts'
import type { TenantId } from '#domain/shared/id.ts'
import { done, type Result, refuse } from '#domain/shared/result.ts'
import { saveCitizen } from '#server/storage/citizens.ts'
import type { World } from '#server/world.ts'

/** Name and telephone are kept for whoever wants them filled in from now on; refused where one of them is malformed. */
export async function keepDetails(
  world: World,
  tenant: TenantId,
  { email }: Pick<Citizen, 'email'>,
  details: KeptDetails,
): Promise<Result<null, 'details_wrong'>> {
  if (detailsProblems(details).length > 0) return refuse('details_wrong')
  const { firstName, lastName, phone } = details
  const tidy = { firstName: firstName.trim(), lastName: lastName.trim(), phone: phone.trim() }
  return world.transaction(tenant, async (tx) => {
    await saveCitizen(tx, email, tidy, world.now())
    return done(null)
  })
}
