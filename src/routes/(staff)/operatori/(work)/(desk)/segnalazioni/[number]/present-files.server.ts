import type { Report } from '#domain/reports/report.ts'
import { fill } from '#lib/messages/fill.ts'
import type { ReportFile } from '#server/queries/desk/report-file.ts'
import { momentOf } from './present.server.ts'

/** Photos with what the desk decided of each, and documents. */
export function presentAttachments({ attachments, report }: ReportFile, { words }: App.Locals) {
  const photos = attachments.filter(({ kind }) => kind === 'photo')
  return {
    photos: photos.map(({ id, moderation }, at) => ({
      id,
      shown: moderation === 'approved',
      thumbnail: `/file/${id}/medium`,
      large: `/file/${id}/large`,
      alt: fill(words.desk.file.photo, { n: at + 1, title: report.title }),
    })),
    documents: attachments
      .filter(({ kind }) => kind === 'document')
      .map(({ id, name }) => ({ href: `/file/${id}/document`, name })),
  }
}

/** Where it is, for the map and for the eye. */
export function presentPlace({ place, address }: Report) {
  return place ? { place, address, coordinates: `${place.latitude.toFixed(5)}, ${place.longitude.toFixed(5)}` } : null
}

/** The mails to the author, with what became of each; what a mail server says names the address, which is for whoever may know it. */
export function presentMails({ mails }: ReportFile, mayKnowAddress: boolean, locals: App.Locals) {
  return mails.map(({ subject, state, error, at }, nth) => ({
    id: nth,
    subject: subject ?? '',
    state: [locals.words.desk.mailState[state], mayKnowAddress ? error : null].filter(Boolean).join(': '),
    at: momentOf(at, locals),
  }))
}
