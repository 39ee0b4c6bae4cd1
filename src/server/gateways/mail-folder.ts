import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Letter } from './mail.ts'

/** A letter as it was laid in the folder: the very message beside what it was made of. */
export type StoredMail = { readonly name: string; readonly at: Date; readonly letter: Letter }

const shape = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)(\d{3})Z-[0-9a-f]{8}$/

/** The newest letters first. */
export async function listMails(folder: string, most = 200): Promise<readonly StoredMail[]> {
  const files = await readdir(folder).catch(() => [])
  const names = files.filter((file) => file.endsWith('.eml')).map((file) => file.slice(0, -'.eml'.length))
  const newest = names
    .filter((name) => shape.test(name))
    .sort()
    .reverse()
    .slice(0, most)
  return Promise.all(newest.map((name) => readStored(folder, name)))
}

/** One letter and its message, or null if there is none of that name. */
export async function readMail(folder: string, name: string): Promise<(StoredMail & { readonly eml: Uint8Array }) | null> {
  if (!shape.test(name)) return null
  const eml = await readFile(join(folder, `${name}.eml`)).catch(() => null)
  return eml && { ...(await readStored(folder, name)), eml }
}

async function readStored(folder: string, name: string): Promise<StoredMail> {
  const letter: Letter = JSON.parse(await readFile(join(folder, `${name}.json`), 'utf8'))
  return { name, at: new Date(name.replace(shape, '$1-$2-$3T$4:$5:$6.$7Z')), letter }
}
