import { error } from '@sveltejs/kit'
import { fewestShown, shownPeriod } from '#domain/ratings/shown.ts'
import { civilDate } from '#domain/shared/civil-date.ts'
import { inLocale } from '#domain/shared/words.ts'
import { writeCivilDate } from '#lib/messages/dates.ts'
import { fill, writeDecimal, writeNumber } from '#lib/messages/fill.ts'
import { listPublicResults } from '#server/queries/ratings/public-results.ts'
import { readImprovements } from '#server/storage/improvements.ts'
import { listSubjects } from '#server/storage/ratings.ts'
import { rateable } from '../rateable.server.ts'
import type { PageServerLoad } from './$types'

/** How what the body shows is rated, and what it changed for it; where it shows nothing there is no such page. */
export const load: PageServerLoad = async ({ locals, url }) => {
  const { installation, directory, locale, words } = locals
  const { shownRatings: kinds = [], calendar, name } = directory.tenant.settings
  if (kinds.length === 0) error(404, words.errors.notFound)
  const { world } = installation
  const period = shownPeriod(civilDate(world.now(), calendar.zone))
  const { results, improvements, subjects } = await world.read(directory.tenant.id, async (reader) => ({
    results: await listPublicResults(reader, { kinds, ...period }),
    improvements: await readImprovements(reader),
    subjects: new Map((await listSubjects(reader)).map((subject) => [subject.id, subject])),
  }))
  const say = words.ratingResults.public
  return {
    words: say,
    columns: words.ratingResults,
    improvementsTitle: words.ratings.improvements,
    note: fill(say.note, { n: fewestShown }),
    kinds: kinds.flatMap((kind) => {
      const rows = results.filter((result) => result.kind === kind)
      return rows.length === 0 ? [] : [{ kind, title: say.kinds[kind], rows: rows.map(present) }]
    }),
    improvements: improvements.map(({ id, subject, day, text }) => {
      const about = subject === null ? undefined : subjects.get(subject)
      return {
        id: id as string,
        day: { iso: day, text: writeCivilDate(day, locale) },
        text: inLocale(text, locale),
        about: about ? fill(say.of, { title: inLocale(about.title, locale) }) : null,
      }
    }),
    pageTitle: fill(words.site.title, { page: say.title, body: name }),
    canonical: `${url.origin}/valutazioni`,
    rateable: await rateable(locals, {
      kind: 'page',
      key: 'ratings',
      path: '/valutazioni',
      title: ({ ratingResults }) => ratingResults.public.title,
    }),
  }

  function present({ id, title, path, rated, average }: (typeof results)[number]) {
    return {
      id: id as string,
      title: inLocale(title, locale),
      path,
      average: writeDecimal(locale, average),
      share: Math.round(average * 20),
      rated: writeNumber(locale, rated),
    }
  }
}
