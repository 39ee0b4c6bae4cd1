import { fail, redirect } from '@sveltejs/kit'
import { atPlace, type DraftContent, emptyDraft, isSearching } from '#domain/reports/draft.ts'
import type { Report } from '#domain/reports/report.ts'
import { parsePlace } from '#domain/shared/parse-place.ts'
import { fill } from '#lib/messages/fill.ts'
import { type RelocateReportRefusal, relocateReport } from '#server/use-cases/reports/relocate-report.ts'
import { nameOfPlace } from '../../../../../../../(citizen)/segnala/dati/map-view.server.ts'
import { readDraftForm } from '../../../../../../../(citizen)/segnala/read-draft-form.server.ts'
import { readForm, textOf } from '../../../../../../../read-form.server.ts'
import { placed, placesFor } from '../../../../segnalazioni/placed.server.ts'
import { staffOf } from '../../../../staff-of.server.ts'
import { doneHref, keptSearch, withSearch } from '../../../inbox-filter.server.ts'
import { seenVersion } from '../asked.server.ts'
import { findForDeed } from '../find-for-deed.server.ts'
import type { Actions, PageServerLoad } from './$types'

/** Where a report is, to be corrected: by its address, on the map, or by coordinates. */
export const load: PageServerLoad = async ({ locals, params, url }) => {
  const { words, locale, directory } = locals
  const report = await findForDeed(locals, staffOf(locals), params.number, 'move_place')
  const { corrections } = words
  return {
    locale,
    says: corrections.place,
    placeWords: { wizard: words.wizard, map: words.map },
    title: fill(corrections.place.title, { number: report.number }),
    back: { label: corrections.back, href: withSearch(`/operatori/segnalazioni/${params.number}`, keptSearch(url.searchParams)) },
    version: report.version,
    content: contentOf(report),
    centre: report.place ?? directory.tenant.settings.centre,
  }
}

export const actions: Actions = {
  default: async ({ locals, params, request, url }) => {
    const { installation, directory, words } = locals
    const staff = staffOf(locals)
    const form = await readForm(request)
    const report = await findForDeed(locals, staff, params.number, 'move_place')
    const point = textOf(form, 'point').trim()
    const content =
      point === '' ? await placed(locals, readDraftForm(contentOf(report), form)) : await atPoint(locals, report, point)
    if (content === null) return fail(422, problem(contentOf(report), point, 'point', words.corrections.refusal.point_wrong))
    const places = await placesFor(locals, content)
    if (textOf(form, 'do') === 'search') return { ...problem(content, '', null, ''), places }
    if (isSearching(content))
      return fail(422, {
        ...problem(content, '', 'search', fill(words.wizard.problems.place_not_chosen, { search: content.search })),
        places,
      })
    const { place, address } = content
    const ask = { report: report.id, by: staff, seenVersion: seenVersion(form), place, address: address || null }
    const moved = await relocateReport(installation.world, directory.tenant.id, ask)
    if (moved.ok) redirect(303, doneHref(params.number, url))
    const field = fields[moved.refusal] ?? null
    const message = { ...words.wizard.problems, ...words.desk.refusal }[moved.refusal]
    return fail(moved.refusal === 'old_version' ? 409 : 422, problem(content, point, field, message))
  },
}

const fields: Partial<Record<RelocateReportRefusal, 'search'>> = {
  place_missing: 'search',
  place_outside: 'search',
  address_too_long: 'search',
  nothing_changes: 'search',
}

type Content = Pick<DraftContent, 'place' | 'address' | 'search'>

/** The page with what was typed, and what is wrong with it. */
function problem({ place, address, search }: Content, point: string, field: 'search' | 'point' | null, message: string) {
  const places: Awaited<ReturnType<typeof placesFor>> = []
  return { content: { place, address, search }, point, field, message, places }
}

function contentOf({ kind, place, address }: Pick<Report, 'kind' | 'place' | 'address'>): DraftContent {
  return { ...emptyDraft(kind), place, address: address ?? '', search: address ?? '' }
}

/** Latitude and longitude as maps tell them, called after the street beside it; null where they are none. */
async function atPoint({ installation, directory }: App.Locals, report: Report, point: string): Promise<DraftContent | null> {
  const [latitude, longitude, ...more] = point.split(/[\s,;]+/)
  const place = more.length > 0 ? null : parsePlace(longitude, latitude)
  return place && atPlace(contentOf(report), place, await nameOfPlace(installation.world, directory, place))
}
