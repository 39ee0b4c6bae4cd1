import { v5 } from 'uuid'
import type { ApiKeyId } from '#domain/shared/id.ts'

/** A client's own id of a request as our submission key: the same id under the same key is the same report. */
export function submissionKeyOf(key: ApiKeyId, clientId: string): string {
  return v5(clientId, key)
}
