import { shownPeriod } from '#domain/ratings/shown.ts'
import type { RatingSubject } from '#domain/ratings/subject.ts'
import { questionOf } from '#domain/ratings/subject.ts'
import { civilDate } from '#domain/shared/civil-date.ts'
import type { OfficeId } from '#domain/shared/id.ts'
import { inLocale, type Words } from '#domain/shared/words.ts'
import type { Rateable, RatingResult } from '#lib/components/rateable.ts'
import { writeCivilNumeric } from '#lib/messages/dates.ts'
import { dictionary } from '#lib/messages/dictionaries.ts'
import type { Dictionary } from '#lib/messages/dictionary.ts'
import { count, fill, writeDecimal } from '#lib/messages/fill.ts'
import { sealText } from '#server/gateways/secrets.ts'
import { readResultOfPage } from '#server/queries/ratings/public-results.ts'

type Asked = Pick<RatingSubject, 'kind' | 'key' | 'path'> & {
  /** As staff and public will read it in the results: the body's words, or ours. */
  readonly title: Words | ((words: Dictionary) => string)
  readonly office?: OfficeId | null
}

/**
 * Lets people rate a page: a `load` that gives `rateable: await rateable(locals, { kind, key, path, title })` has the official
 * question at its foot, and needs nothing else. The key stays the same for good: under it the results are kept.
 */
export async function rateable(locals: App.Locals, { title, office = null, ...asked }: Asked): Promise<Rateable> {
  const { installation, directory, locale, words } = locals
  const named = typeof title === 'function' ? { it: title(dictionary('it')), en: title(dictionary('en')) } : title
  const subject: RatingSubject = { ...asked, title: named, office }
  return {
    subject: sealText(installation.world.secret, directory.tenant.id, JSON.stringify(subject)),
    question: questionOf(asked.kind),
    result: await resultOf(locals, asked),
    locale,
    words: words.ratings,
  }
}

/** What everybody reads of it, where the body shows such results and there is something to read. */
async function resultOf(locals: App.Locals, { kind, key }: Pick<Asked, 'kind' | 'key'>): Promise<RatingResult | null> {
  const { installation, directory, locale, words } = locals
  const { shownRatings, calendar } = directory.tenant.settings
  if (!shownRatings?.includes(kind)) return null
  const { world } = installation
  const period = shownPeriod(civilDate(world.now(), calendar.zone))
  const found = await world.read(directory.tenant.id, (reader) => readResultOfPage(reader, { kind, key, ...period }))
  if (!found || (found.average === null && found.improvements.length === 0)) return null
  const { average, rated, improvements } = found
  const { result, rated: ratings } = words.ratings
  return {
    text:
      average === null || rated === null
        ? null
        : fill(result, { average: writeDecimal(locale, average), rated: count(locale, ratings, rated) }),
    improvements: improvements.map(({ day, text }) => ({
      day: { iso: day, text: writeCivilNumeric(day, locale) },
      text: inLocale(text, locale),
    })),
  }
}
