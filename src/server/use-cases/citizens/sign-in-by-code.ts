import { type CodeRefusal, decideCode, digitsOf } from '#domain/citizens/sign-in-code.ts'
import { citizenTerms } from '#domain/people/session.ts'
import type { TenantId } from '#domain/shared/id.ts'
import { done, type Result, refuse } from '#domain/shared/result.ts'
import { hashToken, hashUnder, isSame, randomToken } from '#server/gateways/secrets.ts'
import { deleteCitizenSession, insertCitizenSession, touchCitizen } from '#server/storage/citizens.ts'
import { claimDrafts } from '#server/storage/drafts.ts'
import { type AskedCode, countTry, deleteSignInCode, lockSignInCode, type SignInCodeId } from '#server/storage/sign-in-codes.ts'
import type { World } from '#server/world.ts'

/** What was typed, in the browser that asked for the code; the session that it had before, which ends, and the drafts that it holds. */
export type SignInByCode = {
  readonly id: SignInCodeId
  readonly typed: string
  readonly before: string | null
  /** By their tokens. */
  readonly drafts: readonly string[]
}

/** The secret of the new session, for the browser alone, and whose it is. */
export type EnteredCitizen = { readonly token: string; readonly email: string }

/**
 * Whoever types the code of the letter is known by its address from then on, under a new secret; the code is used up, and what they
 * were writing is in their area. A wrong one is counted, and the last of them ends it. It gives no rights of the staff, whose address
 * it may be.
 */
export async function signInByCode(
  world: World,
  tenant: TenantId,
  { id, typed, before, drafts }: SignInByCode,
): Promise<Result<EnteredCitizen, CodeRefusal>> {
  const now = world.now()
  const token = randomToken()
  // Whatever is refused has to be counted too: the transaction ends well either way.
  const entered = await world.transaction(tenant, async (tx): Promise<CodeRefusal | { readonly email: string }> => {
    const code = await lockSignInCode(tx, id)
    if (!code) return 'code_over'
    const decided = decideCode(code, isRight(world, tenant, code, typed), now)
    if (!decided.ok) {
      await countTry(tx, code)
      return decided.refusal
    }
    const { email } = code
    await deleteSignInCode(tx, email)
    if (before !== null) await deleteCitizenSession(tx, hashToken(before))
    const expiresAt = new Date(now.getTime() + citizenTerms.whole)
    await insertCitizenSession(tx, hashToken(token), { email, seenAt: now, expiresAt })
    await touchCitizen(tx, email, now)
    await claimDrafts(tx, drafts.map(hashToken), email)
    return { email }
  })
  return typeof entered === 'string' ? refuse(entered) : done({ token, email: entered.email })
}

function isRight({ secret }: World, tenant: TenantId, { id, codeHash }: AskedCode, typed: string): boolean {
  return codeHash !== null && isSame(codeHash, hashUnder(secret, 'sign-in-code', tenant, id, digitsOf(typed)))
}
