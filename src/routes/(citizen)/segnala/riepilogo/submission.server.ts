import type { AuthorDetails } from '#domain/reports/report.ts'
import type { Locale } from '#domain/shared/words.ts'
import type { Draft } from '#server/storage/drafts.ts'
import type { OpenReport } from '#server/use-cases/reports/open-report.ts'

/** A draft as it is sent: its id is the key, so that the same draft twice is one report. */
export function submissionOf({ id, content }: Draft, locale: Locale): OpenReport {
  return {
    submissionKey: id,
    kind: content.kind,
    category: content.category,
    title: content.title,
    description: content.description,
    answers: content.answers,
    place: content.place,
    address: content.address || null,
    author: authorOf(content, locale),
    consent: content.consent === true,
    channel: 'web',
    by: { kind: 'author' },
    recordedBy: null,
    draft: id,
    attachments: [],
    mediaUrls: [],
  }
}

function authorOf({ firstName, lastName, email, phone }: Draft['content'], locale: Locale): AuthorDetails {
  const given = (text: string) => text.trim() || null
  return { firstName: given(firstName), lastName: given(lastName), email: given(email), phone: given(phone), locale }
}
