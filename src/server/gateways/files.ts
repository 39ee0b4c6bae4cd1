import { openBucket } from './bucket.ts'
import { openFolder } from './folder.ts'

/** Where bytes lie under a key of ours; what was put is there, whole, once the promise is kept. */
export type Files = {
  put(key: string, bytes: Uint8Array, mediaType: string): Promise<void>
  get(key: string): Promise<Uint8Array | null>
  /** Removing what is not there is no fault: the job that removes may run twice. */
  remove(key: string): Promise<void>
  /** Everything there is, in no order, while it is being found. */
  list(): AsyncIterable<{ readonly key: string; readonly modifiedAt: Date }>
}

const shape = /^(?!.*\.\.)[a-z0-9_][a-z0-9_.-]*(?:\/[a-z0-9_][a-z0-9_.-]*)*(?<!\.)$/
const longestKey = 200

/** Opens the bucket that the address names (`s3://[key:secret@]bucket?endpoint=…&region=…`), or else the folder. */
export function openFiles(url: string | undefined, folder: string): Files {
  const store = url === undefined ? openFolder(folder) : openBucket(url)
  return {
    put: async (key, bytes, mediaType) => store.put(checked(key), bytes, mediaType),
    get: async (key) => store.get(checked(key)),
    remove: async (key) => store.remove(checked(key)),
    list: () => store.list(),
  }
}

/** Keys are made by us: another is a mistake in the program, and must not become a path. */
function checked(key: string): string {
  if (key.length > longestKey || !shape.test(key))
    throw new Error(`no key for a file: ${JSON.stringify(key.slice(0, longestKey))}`)
  return key
}
