import { may } from '#domain/reports/may.ts'
import type { Routed } from '#domain/routing/route-report.ts'
import { effectsOf } from '#domain/routing/rule.ts'
import { count, fill, writeNumber } from '#lib/messages/fill.ts'
import type { Trial } from '#server/queries/desk/try-routing.ts'
import type { Workers } from '#server/storage/workers.ts'
import { sayEffect } from '../say-rule.server.ts'

const shown = 50

/** What a trial found, in words: how many reports would be treated otherwise, and how, the newest first. */
export function presentTrial({ tried, differences }: Trial, workers: Workers, locals: App.Locals) {
  const { words, locale, staff } = locals
  const { trial } = words.routing
  const some = fill(count(locale, trial.some, differences.length), { tried: writeNumber(locale, tried) })
  return {
    found: differences.length === 0 ? count(locale, trial.none, tried) : some,
    more: differences.length > shown ? fill(trial.more, { n: shown }) : null,
    rows: differences.slice(0, shown).map(({ report, before, after }) => {
      const say = (routed: Routed, other: Routed) =>
        effectsOf(routed)
          .filter((effect) => JSON.stringify(routed[effect]) !== JSON.stringify(other[effect]))
          .map((effect) => sayEffect(effect, routed, workers, locals))
          .join('; ')
      // Whoever administers does not read reports by that alone: their number is enough.
      const title = staff && may(staff, 'read', report).ok ? report.title : ''
      return { number: report.number, title, before: say(before, after) || '–', after: say(after, before) || '–' }
    }),
  }
}
