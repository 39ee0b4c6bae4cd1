import { writeDate } from '#lib/messages/dates.ts'
import { count, fill } from '#lib/messages/fill.ts'
import type { SheetPart } from '#server/delivery/pdf/sheet.ts'
import type { ReportFile } from '#server/queries/desk/report-file.ts'
import { photoKey } from '#server/storage/attachments.ts'
import { presentAttachments } from '../present-files.server.ts'

const mostPhotos = 8

/** The photos of a report on its sheet, and the names of its documents, which do not go on paper. */
export async function filesOnPaper(file: ReportFile, locals: App.Locals): Promise<readonly SheetPart[]> {
  const { installation, directory, words, locale } = locals
  const { sheet: says } = words.print
  const { zone } = directory.tenant.settings.calendar
  const { photos, documents } = presentAttachments(file, locals)
  const drawn = await Promise.all(
    photos.slice(0, mostPhotos).map(async ({ id, alt }, at) => {
      const attachment = file.attachments.find((one) => one.id === id)
      const bytes = attachment ? await installation.world.files.get(photoKey(attachment.key, 'medium')) : null
      if (!attachment || !bytes) return []
      return [{ bytes, alt, caption: fill(says.photo, { n: at + 1, date: writeDate(attachment.at, locale, zone) }) }]
    }),
  )
  const more = photos.length - mostPhotos
  const photosPart: SheetPart = {
    heading: says.photos,
    level: 2,
    rows: [],
    paragraphs: more > 0 ? [count(locale, says.morePhotos, more)] : [],
    photos: drawn.flat(),
  }
  const documentsPart: SheetPart = { heading: says.documents, level: 2, rows: [], paragraphs: documents.map(({ name }) => name) }
  return [...(photos.length > 0 ? [photosPart] : []), ...(documents.length > 0 ? [documentsPart] : [])]
}
