import type { RequestEvent } from '@sveltejs/kit'
import { areaAt } from '#domain/areas/area-index.ts'
import { type Category, categoriesFor } from '#domain/categories/category.ts'
import type { DraftContent } from '#domain/reports/draft.ts'
import { isSearching } from '#domain/reports/draft.ts'
import { draftProblems, placeProblems } from '#domain/reports/draft-problems.ts'
import { mostFiles, needsPlace } from '#domain/reports/submission.ts'
import { inLocale, type Locale } from '#domain/shared/words.ts'
import { showQuestions } from '#lib/components/questions/shown-question.ts'
import type { OptionGroup } from '#lib/forms/field.ts'
import type { StoredFile } from '#lib/forms/stored-file.ts'
import { writeFileSize } from '#lib/messages/file-size.ts'
import { searchStreets } from '#server/queries/places/search-streets.ts'
import { type Attachment, listDraftAttachments } from '#server/storage/attachments.ts'
import type { Directory } from '#server/storage/directory.ts'
import type { Draft } from '#server/storage/drafts.ts'
import { likeFaqs } from '../../domande-frequenti/present-faqs.server.ts'
import { savedNote } from '../../held-drafts.server.ts'
import { applicantOf } from '../../personal-area.server.ts'
import { draftRules } from '../draft.server.ts'
import { noProblems, wordProblems } from '../word-problems.server.ts'
import { mapView } from './map-view.server.ts'

export type ShownDraft = Awaited<ReturnType<typeof showDraft>>

/** Everything that the form of the second step shows. */
export async function showDraft({ locals, url }: Pick<RequestEvent, 'locals' | 'url'>, draft: Draft) {
  const { directory, locale, words } = locals
  const { content } = draft
  const { world } = locals.installation
  const rules = draftRules(directory)
  const [files, found] = await world.read(
    directory.tenant.id,
    async (reader) =>
      [
        await listDraftAttachments(reader, draft.id),
        isSearching(content) ? await searchStreets(reader, content.search, 8) : [],
      ] as const,
  )
  const category = content.category ? directory.categories.get(content.category) : undefined
  const { settings } = directory.tenant
  const { consent: _, summary, sent, receipt, ...wizard } = words.wizard
  return {
    key: draft.id,
    content,
    locale,
    words: {
      shell: words.shell,
      forms: words.forms,
      map: words.map,
      questions: words.questions,
      faqs: { like: words.faqs.like, public: words.faqs.public },
      wizard: { ...wizard, kind: wizard.kinds[content.kind] },
    },
    notice: inLocale(settings.emergencyNotice, locale),
    centre: settings.centre,
    placeNeeded: needsPlace(content.kind),
    authorNeeded: !settings.anonymousReports,
    most: mostFiles,
    area: areaName(directory, content),
    candidates: found.map(({ label, place }) => ({ label, value: `${place.longitude},${place.latitude},${label}` })),
    view: mapView(directory, content),
    groups: groupCategories(categoriesFor([...directory.categories.values()], content.kind), directory, locale),
    questions: showQuestions(category?.questions ?? [], locale, words.questions),
    likeFaqs: await likeFaqs(locals, `${content.title}\n${content.description}`),
    photos: files.filter(({ kind }) => kind === 'photo').map((file) => showFile(file, locale)),
    documents: files.filter(({ kind }) => kind === 'document').map((file) => showFile(file, locale)),
    photoPlaces: files.filter((file) => offersPlace(file, content, directory)).map(({ id, name }) => ({ id: String(id), name })),
    applicant: applicantOf(locals),
    saved: savedNote(locals, url, 'report', draft),
    checked: shownProblems(
      locals,
      content,
      url.searchParams.has('controlla') ? draftProblems(content, rules) : wrongPlace(content, rules),
    ),
  }
}

/** Before the form is sent on, the one problem said at once is a point outside the body's territory. */
function wrongPlace(content: DraftContent, rules: ReturnType<typeof draftRules>) {
  return placeProblems(content, rules).filter(({ refusal }) => refusal === 'place_outside')
}

function shownProblems(locals: App.Locals, content: DraftContent, problems: ReturnType<typeof draftProblems>) {
  return problems.length === 0 ? noProblems : wordProblems(locals, content, problems)
}

function areaName({ areaIndex, areas }: Directory, { place }: DraftContent): string {
  const area = place ? areaAt(areaIndex, place) : null
  return area ? (areas.get(area)?.name ?? '') : ''
}

/** Leaves under the name of their group, in the body's order. */
function groupCategories(leaves: readonly Category[], { categories }: Directory, locale: Locale): readonly OptionGroup[] {
  const byGroup = Map.groupBy(leaves, ({ id, parent }) => parent ?? id)
  return [...byGroup].map(([group, members]) => ({
    label: inLocale(categories.get(group)?.name ?? { it: '' }, locale),
    options: members.map(({ id, name }) => ({ value: id, label: inLocale(name, locale) })),
  }))
}

/** A file as the form lists it. */
export function showFile({ id, name, bytes, kind }: Attachment, locale: Locale): StoredFile {
  return { key: id, name, size: writeFileSize(bytes, locale), ...(kind === 'photo' && { thumbnail: `/file/${id}/small` }) }
}

/** A photo's own place is offered once, and only within the body's territory. */
export function offersPlace({ foundPlace }: Attachment, content: DraftContent, { areaIndex, areas }: Directory): boolean {
  if (!foundPlace || (areas.size > 0 && areaAt(areaIndex, foundPlace) === null)) return false
  const { place } = content
  return place?.longitude !== foundPlace.longitude || place?.latitude !== foundPlace.latitude
}
