import { areaAt } from '#domain/areas/area-index.ts'
import { checkAnswers } from '#domain/categories/answers.ts'
import type { Category } from '#domain/categories/category.ts'
import { dueAt } from '#domain/clocks/working-calendar.ts'
import type { DraftContent } from '#domain/reports/draft.ts'
import { policyFor } from '#domain/reports/visibility.ts'
import { inLocale } from '#domain/shared/words.ts'
import { writePlace } from '#domain/shared/write-place.ts'
import type { Moment } from '#lib/components/moment.ts'
import { sayAnswers } from '#lib/components/questions/say-answers.ts'
import type { SummaryRow } from '#lib/components/summary-row.ts'
import { fill } from '#lib/messages/fill.ts'
import type { Attachment } from '#server/storage/attachments.ts'
import type { Draft } from '#server/storage/drafts.ts'

type Locals = Pick<App.Locals, 'words' | 'locale' | 'directory' | 'installation'>

/** The whole of what is about to be sent, in one screen: what was said, by whom, what will be public, and when an answer comes. */
export function showSummary(locals: Locals, draft: Draft, category: Category, files: readonly Attachment[]) {
  const { words, locale, directory, installation } = locals
  const { content } = draft
  const { summary, data, steps, crumb, actions, kinds } = words.wizard
  const { publication, calendar } = directory.tenant.settings
  const now = installation.world.now()
  const day = (instant: Date) => new Intl.DateTimeFormat(locale, { dateStyle: 'full', timeZone: calendar.zone }).format(instant)
  const photos = files.filter(({ kind }) => kind === 'photo')
  return {
    key: draft.id,
    locale,
    words: { shell: words.shell, reports: words.reports, steps, crumb, actions, summary, kind: kinds[content.kind], data },
    report: [...placeRows(locals, content), ...subjectRows(locals, content, category), ...fileRows(locals, files)],
    author: authorRows(locals, content),
    photos: photos.map(({ id, name }) => ({ thumbnail: `/file/${id}/small`, large: `/file/${id}/large`, alt: name })),
    consent: content.consent === true,
    published: policyFor(category, publication) !== 'never',
    card: {
      title: content.title,
      category: inLocale(category.name, locale),
      place: content.address,
      excerpt: content.description.slice(0, 160),
      photo: photos[0] ? `/file/${photos[0].id}/small` : undefined,
      sent: { iso: now.toISOString(), text: day(now) } satisfies Moment,
    },
    promise: fill(summary.promise, { date: day(dueAt(now, category.firstReply, calendar)) }),
    promiseResolution: fill(summary.promiseResolution, { date: day(dueAt(now, category.resolution, calendar)) }),
  }
}

function placeRows({ words, directory }: Locals, { place, address }: DraftContent): readonly SummaryRow[] {
  const { summary, data } = words.wizard
  const area = place ? areaAt(directory.areaIndex, place) : null
  const name = area ? directory.areas.get(area)?.name : undefined
  const where = address || (place ? `${data.point} (${writePlace(place)})` : summary.noPlace)
  return [{ label: summary.address, value: where }, ...(name ? [{ label: summary.area, value: name }] : [])]
}

function subjectRows({ words, locale }: Locals, content: DraftContent, category: Category): readonly SummaryRow[] {
  const { data, kinds } = words.wizard
  const checked = checkAnswers(category.questions, content.answers)
  return [
    { label: kinds[content.kind].category, value: inLocale(category.name, locale) },
    ...sayAnswers(category.questions, checked.answers, locale, words.questions),
    { label: data.title, value: content.title },
    { label: data.details, value: content.description },
  ]
}

function fileRows({ words }: Locals, files: readonly Attachment[]): readonly SummaryRow[] {
  const { summary, data } = words.wizard
  const names = (kind: Attachment['kind']) => {
    const named = files.filter((file) => file.kind === kind).map(({ name }, index, all) => uniqueName(name, index, all))
    return named.length > 0 ? named : summary.noFiles
  }
  return [
    { label: data.photos, value: names('photo') },
    { label: summary.documents, value: names('document') },
  ]
}

/** Phones call every photo the same. */
function uniqueName(name: string, index: number, all: readonly { readonly name: string }[]): string {
  return all.findIndex((one) => one.name === name) === index ? name : `${name} (${index + 1})`
}

function authorRows({ words }: Locals, content: DraftContent): readonly SummaryRow[] {
  const { data, summary } = words.wizard
  const rows: readonly SummaryRow[] = [
    { label: data.firstName, value: content.firstName.trim() },
    { label: data.lastName, value: content.lastName.trim() },
    { label: data.phone, value: content.phone.trim() },
    { label: data.email, value: content.email.trim() },
    { label: summary.publication, value: content.consent ? data.consentYes : data.consentNo },
  ]
  return rows.filter(({ value }) => value !== '')
}
