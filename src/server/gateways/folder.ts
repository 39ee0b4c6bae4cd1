import { randomBytes } from 'node:crypto'
import { mkdir, open, opendir, readFile, rename, rm, stat } from 'node:fs/promises'
import { dirname, join, relative, sep } from 'node:path'

/** A folder as a store of bytes: one file a key. */
export function openFolder(root: string) {
  return {
    put: (key: string, bytes: Uint8Array) => writeWhole(join(root, key), bytes),
    get: (key: string): Promise<Uint8Array | null> => readFile(join(root, key)).catch(nullIfMissing),
    remove: (key: string) => rm(join(root, key), { force: true }),
    list: () => listFolder(root),
  }
}

/**
 * A file is there whole or not at all: written beside its place, brought to the disk, then renamed.
 * What a crash leaves half written has a key of its own that nobody claims.
 */
export async function writeWhole(path: string, bytes: Uint8Array): Promise<void> {
  const beside = `${path}.${randomBytes(8).toString('hex')}.part`
  await mkdir(dirname(path), { recursive: true })
  try {
    const file = await open(beside, 'wx')
    try {
      await file.writeFile(bytes)
      await file.sync()
    } finally {
      await file.close()
    }
    await rename(beside, path)
  } catch (fault) {
    await rm(beside, { force: true })
    throw fault
  }
}

async function* listFolder(root: string) {
  const entries = await opendir(root, { recursive: true }).catch(nullIfMissing)
  for await (const entry of entries ?? []) {
    if (!entry.isFile()) continue
    const path = join(entry.parentPath, entry.name)
    const found = await stat(path).catch(nullIfMissing)
    if (found) yield { key: relative(root, path).replaceAll(sep, '/'), modifiedAt: found.mtime }
  }
}

function nullIfMissing(fault: NodeJS.ErrnoException): null {
  if (fault.code === 'ENOENT') return null
  throw fault
}
