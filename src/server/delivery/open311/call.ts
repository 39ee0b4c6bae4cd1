import type { Machine } from '#domain/people/actor.ts'
import type { ApiKeyId } from '#domain/shared/id.ts'
import type { Locale } from '#domain/shared/words.ts'
import type { Dictionary } from '#lib/messages/dictionary.ts'
import type { Installation } from '#server/boot.ts'
import type { Directory } from '#server/storage/directory.ts'
import type { Answer } from './answer.ts'
import type { Parameters } from './parameters.ts'

/** One call of a client, with everything that a resource needs to answer it. */
export type Call = {
  readonly installation: Pick<Installation, 'world'>
  readonly directory: Directory
  readonly parameters: Parameters
  /** Who calls; nobody in particular on most GETs. */
  readonly key: Machine | null
  /** Scheme and host as the client knows them, for addresses in answers. */
  readonly origin: string
  readonly locale: Locale
  readonly words: Dictionary['open311']
  readonly reportWords: Dictionary['reports']
  /** The client's own id of what it sends, from the header that retries carry. */
  readonly idempotencyKey: string
}

/** What answers a call; the item is what stands behind the resource in the address, empty where nothing does. */
export type Handler = (call: Call, item: string) => Promise<Answer> | Answer

/** A call that writes: it always has a key. */
export type KeyedCall = Call & { readonly key: Machine }

export type KeyedHandler = (call: KeyedCall) => Promise<Answer> | Answer

/** The key, if it may read what it sent before everyone may. */
export function readingKey({ key }: Call): ApiKeyId | null {
  return key?.scopes.includes('open311:read') ? key.key : null
}
