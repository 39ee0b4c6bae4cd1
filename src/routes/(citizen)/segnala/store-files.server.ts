import { lengths } from '#domain/reports/submission.ts'
import type { DraftId } from '#domain/shared/id.ts'
import { fill } from '#lib/messages/fill.ts'
import { mostDocumentBytes } from '#server/gateways/documents.ts'
import { mostImageBytes } from '#server/gateways/images.ts'
import type { Attachment } from '#server/storage/attachments.ts'
import { type AddDraftFileRefusal, addDraftFile } from '#server/use-cases/drafts/add-draft-file.ts'

/** A file that was not taken, and why, in words. */
export type RefusedFile = { readonly kind: Attachment['kind']; readonly message: string }

type Locals = Pick<App.Locals, 'installation' | 'directory' | 'words' | 'clientAddress'>

/** Stores one file of a draft, or says in words why not. */
export async function storeFile(
  locals: Locals,
  draft: DraftId,
  kind: Attachment['kind'],
  file: File,
): Promise<{ readonly stored: Attachment } | { readonly refused: RefusedFile }> {
  const { world, limits } = locals.installation
  const name = nameOf(file)
  const refuse = (refusal: AddDraftFileRefusal | 'too-many-requests') => ({
    refused: { kind, message: fill(locals.words.wizard.fileProblems[refusal], { name }) },
  })
  if (!(await limits.take('upload', locals.clientAddress))) return refuse('too-many-requests')
  // What is too large by far is not even copied into memory once more.
  if (kind === 'photo' && file.size > mostImageBytes) return refuse('image-too-large')
  if (kind === 'document' && file.size > mostDocumentBytes) return refuse('document-too-large')
  const bytes = new Uint8Array(await file.arrayBuffer())
  const added = await addDraftFile(world, locals.directory.tenant.id, { draft, kind, bytes, name })
  return added.ok ? { stored: added.value } : refuse(added.refusal)
}

/** The last part of the name that the file came with: no folders, no signs that can not be seen. */
function nameOf(file: File): string {
  const base = file.name.toWellFormed().split(/[\\/]/).at(-1) ?? ''
  return base.replace(/\p{C}/gu, '').trim().slice(-lengths.title) || 'file'
}
