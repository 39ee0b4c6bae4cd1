import { fail } from '@sveltejs/kit'
import { type BodyFileKind, fileAddress } from '#domain/files/body-file.ts'
import type { RefusedForm } from '#lib/components/people/refused-form.ts'
import { fill } from '#lib/messages/fill.ts'
import { mostDocumentBytes } from '#server/gateways/documents.ts'
import { mostImageBytes } from '#server/gateways/images.ts'
import { type KeepFileRefusal, keepFile } from '#server/use-cases/files/keep-file.ts'
import { textsOf } from '../../../../read-form.server.ts'
import { typedIn } from '../refused-form.server.ts'
import { staffOf } from '../staff-of.server.ts'

/** A field that takes a file, by the stem of its name: `stem-file` has the file, and `stem-href` then its address; of a list, one a row. */
export type FileField = { readonly stem: string; readonly kind: BodyFileKind; readonly rows?: boolean }

/** A file that was not taken: beside which field it is said, and how. */
export type UntakenFile = { readonly field: string; readonly message: string }

const most = { picture: mostImageBytes, document: mostDocumentBytes } as const
const longestName = 120

/** Keeps the files that came with a form and puts their addresses into it, so that it can be read, and shown again, without them. Tells the first that was refused. */
export async function takeFiles(form: FormData, fields: readonly FileField[], locals: App.Locals): Promise<UntakenFile | null> {
  let untaken: UntakenFile | null = null
  for (const { stem, kind, rows = false } of fields) {
    const removed = !rows && form.has(`${stem}-remove`)
    const addresses: string[] = removed ? [] : [...textsOf(form, `${stem}-href`)]
    for (const [n, file] of form.getAll(`${stem}-file`).entries()) {
      if (!(file instanceof File) || file.size === 0) continue
      const taken = await takeFile(file, kind, locals)
      if ('address' in taken) addresses[n] = taken.address
      else untaken ??= { field: rows ? `${stem}-file-${n}` : `${stem}-file`, message: taken.message }
    }
    for (const field of ['file', 'href', 'remove']) form.delete(`${stem}-${field}`)
    for (const address of addresses) form.append(`${stem}-href`, address ?? '')
  }
  return untaken
}

/** The form again where a file was not taken; those that were stand in it already. */
export function failFile(name: string, untaken: UntakenFile, form: FormData) {
  const refused: RefusedForm = { name, ...untaken, values: typedIn(form) }
  return fail(422, refused)
}

type Taken = { readonly address: string } | { readonly message: string }

async function takeFile(file: File, kind: BodyFileKind, locals: App.Locals): Promise<Taken> {
  const { installation, directory, words } = locals
  const name = nameOf(file)
  const refuse = (refusal: Exclude<KeepFileRefusal, 'not_yours'>) => ({
    message: fill(words.wizard.fileProblems[refusal], { name }),
  })
  // What is too large by far is not even copied into memory once more.
  if (file.size > most[kind]) return refuse(kind === 'picture' ? 'image-too-large' : 'document-too-large')
  const bytes = new Uint8Array(await file.arrayBuffer())
  const kept = await keepFile(installation.world, directory.tenant.id, { by: staffOf(locals), kind, name, bytes })
  if (kept.ok) return { address: fileAddress(kept.value) }
  return kept.refusal === 'not_yours' ? { message: words.settings.refusal.not_yours } : refuse(kept.refusal)
}

/** The last part of the name that the file came with: no folders, no signs that can not be seen. */
function nameOf(file: File): string {
  const base = file.name.toWellFormed().split(/[\\/]/).at(-1) ?? ''
  return base.replace(/\p{C}/gu, '').trim().slice(-longestName) || 'file'
}
