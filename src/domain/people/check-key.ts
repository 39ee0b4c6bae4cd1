import { done, type Result, refuse } from '../shared/result.ts'
import { isScope } from './scope.ts'

/** A program's key as a setting of the body, without its secret; instants are ISO. */
export type KeySetting = {
  readonly name: string
  readonly scopes: readonly string[]
  readonly createdAt: string
  readonly revokedAt: string | null
}

export type KeyRefusal = 'name_missing' | 'name_too_long' | 'scope_missing' | 'scope_unknown'

/** The longest name of a key, in characters. */
const longestName = 100

/** Checks what a key is to be called and allowed. */
export function checkKey({
  name: given,
  scopes,
}: Pick<KeySetting, 'name' | 'scopes'>): Result<Pick<KeySetting, 'name' | 'scopes'>, KeyRefusal> {
  const name = given.trim()
  if (name === '') return refuse('name_missing')
  if (name.length > longestName) return refuse('name_too_long')
  if (scopes.length === 0) return refuse('scope_missing')
  return scopes.every(isScope) ? done({ name, scopes: [...new Set(scopes)] }) : refuse('scope_unknown')
}
