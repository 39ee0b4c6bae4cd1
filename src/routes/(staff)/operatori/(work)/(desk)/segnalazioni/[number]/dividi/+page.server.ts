import { error, fail, redirect } from '@sveltejs/kit'
import { may } from '#domain/reports/may.ts'
import { goesAlong, mostParts } from '#domain/reports/split-report.ts'
import { inLocale } from '#domain/shared/words.ts'
import { fill } from '#lib/messages/fill.ts'
import { listReportAttachments } from '#server/storage/attachments.ts'
import { findReportByNumber, readReport } from '#server/storage/reports.ts'
import { type SplitRefused, splitReport } from '#server/use-cases/groups/split-report.ts'
import { readForm } from '../../../../../../../read-form.server.ts'
import { staffOf } from '../../../../staff-of.server.ts'
import { doneHref, keptSearch, withSearch } from '../../../inbox-filter.server.ts'
import { numberOf } from '../asked.server.ts'
import { otherChoices } from '../choices.server.ts'
import type { Actions, PageServerLoad } from './$types'
import { emptyPart, readParts } from './read-parts.server.ts'

/** The report that is to be split, and what its parts may be. */
export const load: PageServerLoad = async ({ locals, params, url }) => {
  const { words, locale, directory } = locals
  const staff = staffOf(locals)
  const { report, files } = await findWhole(locals, params.number)
  const allowed = may(staff, 'split', report)
  if (!allowed.ok) error(403, words.desk.refusal[allowed.refusal])
  return {
    locale,
    title: fill(words.groups.splitting.title, { number: report.number }),
    back: { label: words.groups.splitting.back, href: backHref(params.number, url) },
    report: { title: report.title, description: report.description, version: report.version },
    categories: otherChoices(locals).categories,
    offices: [...directory.offices.values()]
      .filter(({ active }) => active)
      .map(({ id, name }) => ({ value: id as string, label: inLocale(name, locale) })),
    files: files.map(({ id, kind, name }, at) => ({
      value: id as string,
      label: kind === 'photo' ? fill(words.groups.splitting.photo, { n: at + 1 }) : name,
      thumbnail: kind === 'photo' ? `/file/${id}/small` : null,
    })),
    first: emptyPart,
    mostParts,
  }
}

export const actions: Actions = {
  default: async (event) => {
    const { locals, params, request, url } = event
    const staff = staffOf(locals)
    const form = await readForm(request)
    const { parts, asked, version } = readParts(form)
    const does = form.get('does')
    if (does === 'add') return { parts: [...parts, emptyPart].slice(0, mostParts), problems: [], message: '' }
    if (does === 'remove') return { parts: parts.slice(0, Math.max(1, parts.length - 1)), problems: [], message: '' }
    const { report } = await findWhole(locals, params.number)
    const ask = { report: report.id, by: staff, seenVersion: version, parts: asked }
    const split = await splitReport(locals.installation.world, locals.directory.tenant.id, ask)
    if (split.ok) redirect(303, doneHref(params.number, url))
    return fail(split.refusal === 'old_version' ? 409 : 422, { parts, ...worded(split, locals) })
  },
}

async function findWhole(locals: App.Locals, number: string) {
  const { installation, directory, words } = locals
  const found = await installation.world.read(directory.tenant.id, async (reader) => {
    const id = await findReportByNumber(reader, numberOf(number))
    const report = id && (await readReport(reader, id))
    return report && { report, files: (await listReportAttachments(reader, report.id)).filter(goesAlong) }
  })
  if (!found) error(404, words.errors.notFound)
  if (!may(staffOf(locals), 'read', found.report).ok) error(403, words.desk.file.notForYou)
  return found
}

function worded({ refusal, problems }: SplitRefused, { words }: App.Locals) {
  const { groups, desk, wizard } = words
  const sentences = { ...wizard.problems, ...desk.refusal }
  return {
    message: { ...desk.refusal, ...groups.refusal }[refusal],
    problems: problems.map(({ part, refusal: problem }) => ({
      part,
      field: fieldOf[problem],
      message: sentences[problem],
    })),
  }
}

const fieldOf: Readonly<Record<SplitRefused['problems'][number]['refusal'], string>> = {
  title_missing: 'title',
  title_too_long: 'title',
  description_missing: 'description',
  description_too_long: 'description',
  category_missing: 'category',
  category_unknown: 'category',
  kind_not_taken: 'category',
  answers_wrong: 'category',
  referred: 'category',
  office_unknown: 'office',
  no_such_photo: 'files',
}

function backHref(number: string, url: URL): string {
  return withSearch(`/operatori/segnalazioni/${number}`, keptSearch(url.searchParams))
}
