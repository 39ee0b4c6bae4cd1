import { enclosingForms, mostEnclosed } from '#domain/conversations/enclosure.ts'
import type { Staff } from '#domain/people/actor.ts'
import type { ReportId } from '#domain/shared/id.ts'
import { done, type Result, refuse } from '#domain/shared/result.ts'
import { fill } from '#lib/messages/fill.ts'
import { mostImageBytes } from '#server/gateways/images.ts'
import type { Attachment } from '#server/storage/attachments.ts'
import { encloseFiles } from '#server/use-cases/reports/enclose-files.ts'
import { storeDocument } from '#server/use-cases/reports/store-document.ts'
import { discardPhotos, storePhoto } from '#server/use-cases/reports/store-photo.ts'
import { filesOf } from '../../../../../../read-form.server.ts'
import { text } from './asked.server.ts'

type Kept = { readonly ok: true } | { readonly ok: false; readonly message: string }

/** Keeps the files that came with a form, whatever the form is sent for; says of the first that cannot be kept why. */
export async function keepFiles(form: FormData, report: ReportId, by: Staff, locals: App.Locals): Promise<Kept> {
  const { installation, directory, words } = locals
  const files = filesOf(form, 'files')
  const wanted = enclosingForms.find((one) => one === (text(form, 'act') || text(form, 'form')))
  if (files.length === 0 || !wanted) return { ok: true }
  if (files.length > mostEnclosed) return { ok: false, message: words.talk.enclosed.tooMany }
  const stored: Attachment[] = []
  for (const file of files) {
    const one = await store(file, locals)
    if (one.ok) stored.push(one.value)
    else {
      await discardPhotos(installation.world, stored)
      return { ok: false, message: one.refusal }
    }
  }
  const kept = await encloseFiles(installation.world, directory.tenant.id, { report, by, form: wanted, files: stored })
  if (kept.ok) return { ok: true }
  await discardPhotos(installation.world, stored)
  const { talk, desk } = words
  return { ok: false, message: kept.refusal === 'too_many_files' ? talk.enclosed.tooMany : desk.refusal[kept.refusal] }
}

/** By its content: a picture is made anew, a document stays as it is, anything else is refused in words. */
async function store(file: File, { installation, words }: App.Locals): Promise<Result<Attachment, string>> {
  const { world } = installation
  const name = file.name.replace(/\p{Cc}/gu, '').slice(-100) || 'file'
  const say = (refusal: keyof typeof words.wizard.fileProblems) => refuse(fill(words.wizard.fileProblems[refusal], { name }))
  if (file.size > mostImageBytes) return say('document-too-large')
  const bytes = new Uint8Array(await file.arrayBuffer())
  const photo = await storePhoto(world, { bytes, name, sourceUrl: null, position: 0 })
  if (photo.ok) return done(photo.value)
  if (photo.refusal !== 'image-type') return say(photo.refusal)
  const document = await storeDocument(world, { bytes, name })
  return document.ok ? done(document.value) : say(document.refusal)
}
