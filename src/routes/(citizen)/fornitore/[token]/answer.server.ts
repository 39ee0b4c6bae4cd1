import { error } from '@sveltejs/kit'
import { decideSupplierAct, type SupplierAct, supplierPhotos } from '#domain/suppliers/supplier-link.ts'
import { fill } from '#lib/messages/fill.ts'
import { mostImageBytes } from '#server/gateways/images.ts'
import { openSupplierLink } from '#server/queries/suppliers/open-supplier-link.ts'
import type { Attachment } from '#server/storage/attachments.ts'
import { readReport } from '#server/storage/reports.ts'
import { discardPhotos, storePhoto } from '#server/use-cases/reports/store-photo.ts'
import { type AnswerAsSupplierRefusal, answerAsSupplier } from '#server/use-cases/suppliers/answer-as-supplier.ts'

type Locals = App.Locals

/** What is wrong, in words, and which field it concerns; the form as a whole where it is none. */
export type Problems = { readonly field: 'text' | 'photos' | null; readonly messages: readonly string[] }

/** Says what somebody outside answers; null when it is done, or what is wrong in words. No bytes stay of what was refused. */
export async function answer(locals: Locals, token: string, say: SupplierAct, files: readonly File[]): Promise<Problems | null> {
  const { world } = locals.installation
  const tenant = locals.directory.tenant.id
  const opened = await openSupplierLink(world, tenant, token)
  if (!opened) error(404, locals.words.errors.notFound)
  // What can be told before a single picture is unpacked.
  const report = await world.read(tenant, (reader) => readReport(reader, opened.link.report))
  const early = report && decideSupplierAct(opened.link, report, say, world.now())
  if (early && !early.ok) return problemOf(early.refusal, locals)
  const { stored, refused } = await store(locals, files)
  if (refused.length > 0) {
    await discardPhotos(world, stored)
    return { field: 'photos', messages: refused }
  }
  const answered = await answerAsSupplier(world, tenant, { link: opened.link.id, say, photos: stored })
  if (answered.ok) return null
  await discardPhotos(world, stored)
  return problemOf(answered.refusal, locals)
}

async function store({ installation, words }: Locals, files: readonly File[]) {
  const stored: Attachment[] = []
  const refused: string[] = []
  for (const [position, file] of files.entries()) {
    const name = file.name.slice(-80) || 'foto'
    const tell = (refusal: keyof typeof words.wizard.fileProblems) =>
      refused.push(fill(words.wizard.fileProblems[refusal], { name }))
    if (file.size > mostImageBytes) tell('image-too-large')
    else {
      const bytes = new Uint8Array(await file.arrayBuffer())
      const photo = await storePhoto(installation.world, { bytes, name, sourceUrl: null, position })
      if (photo.ok) stored.push(photo.value)
      else tell(photo.refusal)
    }
  }
  return { stored, refused }
}

const fields: Partial<Record<AnswerAsSupplierRefusal, Problems['field']>> = {
  text_missing: 'text',
  text_too_long: 'text',
  photos_at_once: 'photos',
}

function problemOf(refusal: AnswerAsSupplierRefusal, locals: Locals): Problems {
  return { field: fields[refusal] ?? null, messages: [inWords(refusal, locals)] }
}

function inWords(refusal: AnswerAsSupplierRefusal, { words }: Locals): string {
  const { closed, refusal: says } = words.suppliers.page
  switch (refusal) {
    case 'link_revoked':
    case 'link_expired':
    case 'link_not_needed':
      return closed[refusal]
    case 'link_answered':
    case 'text_missing':
    case 'text_too_long':
      return says[refusal]
    case 'photos_at_once':
      return fill(says.photos_at_once, { n: supplierPhotos })
    default:
      return words.errors.notFound
  }
}
