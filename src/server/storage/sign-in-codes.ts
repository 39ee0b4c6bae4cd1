import type { SignInCode } from '#domain/citizens/sign-in-code.ts'
import type { Id } from '#domain/shared/id.ts'
import type { Reader, Tx } from './database.ts'

export type SignInCodeId = Id<'sign-in-code'>

/** A code that was asked for; its hash is there once the letter is written. */
export type AskedCode = SignInCode & { readonly id: SignInCodeId; readonly email: string; readonly codeHash: string | null }

/** Keeps that a code was asked for; the one before of the same address is good for nothing from then on. */
export async function replaceSignInCode(
  tx: Tx,
  { id, email, expiresAt }: Pick<AskedCode, 'id' | 'email' | 'expiresAt'>,
): Promise<void> {
  const asked = { id, code_hash: null, expires_at: expiresAt, tries: 0 }
  await tx.db
    .insertInto('sign_in_code')
    .values({ tenant_id: tx.tenant, email, ...asked })
    .onConflict((conflict) => conflict.columns(['tenant_id', 'email']).doUpdateSet(asked))
    .execute()
}

/** A code by what the browser keeps of it, if no other took its place. */
export async function readSignInCode({ db, tenant }: Reader, id: SignInCodeId): Promise<AskedCode | null> {
  const row = await db
    .selectFrom('sign_in_code')
    .where('sign_in_code.tenant_id', '=', tenant)
    .where('sign_in_code.id', '=', id)
    .select(['id', 'email', 'code_hash', 'expires_at', 'tries'])
    .executeTakeFirst()
  return row ? { id: row.id, email: row.email, codeHash: row.code_hash, expiresAt: row.expires_at, tries: row.tries } : null
}

/** The same, held until the transaction ends, so that no two tries count as one. */
export async function lockSignInCode(tx: Tx, id: SignInCodeId): Promise<AskedCode | null> {
  await tx.db
    .selectFrom('sign_in_code')
    .where('sign_in_code.tenant_id', '=', tx.tenant)
    .where('sign_in_code.id', '=', id)
    .select('sign_in_code.id')
    .forUpdate()
    .execute()
  return readSignInCode(tx, id)
}

/** Keeps the hash of the code that goes out in a letter. */
export async function saveCodeHash(tx: Tx, id: SignInCodeId, codeHash: string): Promise<void> {
  await tx.db
    .updateTable('sign_in_code')
    .where('sign_in_code.tenant_id', '=', tx.tenant)
    .where('sign_in_code.id', '=', id)
    .set({ code_hash: codeHash })
    .execute()
}

/** Counts a code that was typed wrong. */
export async function countTry(tx: Tx, { id, tries }: AskedCode): Promise<void> {
  await tx.db
    .updateTable('sign_in_code')
    .where('sign_in_code.tenant_id', '=', tx.tenant)
    .where('sign_in_code.id', '=', id)
    .set({ tries: tries + 1 })
    .execute()
}

/** Uses the code of an address up. */
export async function deleteSignInCode(tx: Tx, email: string): Promise<void> {
  await tx.db
    .deleteFrom('sign_in_code')
    .where('sign_in_code.tenant_id', '=', tx.tenant)
    .where('sign_in_code.email', '=', email)
    .execute()
}
