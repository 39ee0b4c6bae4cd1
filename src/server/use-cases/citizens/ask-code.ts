import { randomUUID } from 'node:crypto'
import { addressKey } from '#domain/citizens/citizen.ts'
import { codeEnd } from '#domain/citizens/sign-in-code.ts'
import { isEmail } from '#domain/reports/submission.ts'
import type { TenantId } from '#domain/shared/id.ts'
import { done, type Result, refuse } from '#domain/shared/result.ts'
import type { Locale } from '#domain/shared/words.ts'
import { replaceSignInCode, type SignInCodeId } from '#server/storage/sign-in-codes.ts'
import type { World } from '#server/world.ts'

/**
 * Somebody asks to be known by an address: a letter with a code goes there, and the id stays with the browser that asked, the only
 * one in which the code counts. There are no accounts, so that the answer is the same for every address; a code asked for before is over.
 */
export async function askCode(
  world: World,
  tenant: TenantId,
  ask: { readonly email: string; readonly locale: Locale },
): Promise<Result<SignInCodeId, 'email_missing' | 'email_wrong'>> {
  const email = addressKey(ask.email)
  if (email === '') return refuse('email_missing')
  if (!isEmail(email)) return refuse('email_wrong')
  // All random: whoever could guess it might try codes that another browser asked for.
  const id = randomUUID() as string as SignInCodeId
  return world.transaction(tenant, async (tx) => {
    await replaceSignInCode(tx, { id, email, expiresAt: codeEnd(world.now()) })
    await tx.later('mail.sign-in-code', { tenant, code: id, locale: ask.locale })
    return done(id)
  })
}
