import { error } from '@sveltejs/kit'
import { inLocale } from '#domain/shared/words.ts'
import { writeDate } from '#lib/messages/dates.ts'
import { fill } from '#lib/messages/fill.ts'
import { readPublicReport } from '#server/queries/public/read-report.ts'
import type { PageServerLoad } from './$types'
import { describeReport } from './describe-report.server.ts'
import { factsOf } from './facts.server.ts'
import { commentsOf, historyOf } from './history.server.ts'

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const { installation, directory, locale, words } = locals
  const report = /^[1-9]\d{0,11}$/.test(params.number)
    ? await installation.world.read(directory.tenant.id, (reader) => readPublicReport(reader, Number(params.number)))
    : null
  if (!report) error(404, words.errors.notFound)
  const { page, list } = words.publicPages
  const address = report.address ?? page.noAddress
  return {
    words: page,
    listTitle: list.title,
    reports: words.reports,
    number: report.number,
    numberText: fill(words.shell.card.number, { number: report.number }),
    title: report.title,
    text: report.description,
    stage: report.stage,
    kind: words.reports.kind[report.kind],
    sent: {
      iso: report.submittedAt.toISOString(),
      text: writeDate(report.submittedAt, locale, directory.tenant.settings.calendar.zone),
    },
    facts: factsOf(locals, report),
    duplicateOf: report.duplicateOf,
    photos: report.photos.map((photo, at) => ({
      thumbnail: `/file/${photo}/medium`,
      large: `/file/${photo}/large`,
      alt: fill(page.photo, { n: at + 1, title: report.title }),
    })),
    place: report.place,
    placeText: fill(words.map.picture, { place: address }),
    history: historyOf(locals, report),
    comments: commentsOf(locals, report),
    ...describeReport(locals, report, {
      page: `${url.origin}/segnalazioni/${report.number}`,
      origin: url.origin,
      category: inLocale(directory.categories.get(report.category)?.name ?? { it: '' }, locale),
    }),
  }
}
