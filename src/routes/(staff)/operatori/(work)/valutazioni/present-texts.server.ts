import { mayDo } from '#domain/people/capability.ts'
import { hidingReasons } from '#domain/ratings/hiding.ts'
import { isCivilDate } from '#domain/shared/day-span.ts'
import { type Id, isId } from '#domain/shared/id.ts'
import { inLocale } from '#domain/shared/words.ts'
import { writeCivilNumeric, writeShort } from '#lib/messages/dates.ts'
import { count, fill } from '#lib/messages/fill.ts'
import type { ListedRating, RatingMark } from '#server/queries/ratings/list-ratings.ts'
import { addressWith } from './present-results.server.ts'

export const textsAtOnce = 20

/** What people wrote; what is hidden is said to be, and shown to nobody. */
export function presentTexts(locals: App.Locals, url: URL, listed: readonly ListedRating[]) {
  const { directory, locale, words, staff } = locals
  const { hide } = words.ratingResults
  const { zone } = directory.tenant.settings.calendar
  const last = listed.length > textsAtOnce ? listed[textsAtOnce - 1] : undefined
  return {
    rows: listed.slice(0, textsAtOnce).map(({ id, day, stars, detail, kind, title, hiddenFor, hiddenBy, hiddenAt }) => ({
      id: id as string,
      day: { iso: day, text: writeCivilNumeric(day, locale) },
      stars: count(locale, words.ratingResults.star, stars),
      subject: `${words.ratingResults.kinds[kind]}: ${inLocale(title, locale)}`,
      text: hiddenFor === null ? detail : null,
      hidden:
        hiddenFor === null || hiddenAt === null
          ? null
          : fill(hide.noted, { why: hide.reasons[hiddenFor], who: hiddenBy ?? '', when: writeShort(hiddenAt, locale, zone) }),
    })),
    reasons: hidingReasons.map((value) => ({ value, label: hide.reasons[value] })),
    mayHide: staff !== null && mayDo(staff, 'moderate_ratings'),
    older: last ? addressWith(url, { dopo: `${last.day}_${last.id}` }) : null,
    first: url.searchParams.has('dopo') ? addressWith(url, { dopo: null }) : null,
  }
}

/** Where the page of texts begins that an address asks for. */
export function markOf(search: URLSearchParams): RatingMark | null {
  const [day = '', id = ''] = (search.get('dopo') ?? '').split('_')
  return isCivilDate(day) && isId(id) ? { day, id: id as Id<'rating'> } : null
}
