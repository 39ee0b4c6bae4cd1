import { count, fill, writeNumber } from '#lib/messages/fill.ts'
import { countByArea, readAreas } from '#server/storage/areas.ts'
import type { PageServerLoad } from './$types'

/** Every area of the body, each under the one that holds it. */
export const load: PageServerLoad = async ({ locals, url }) => {
  const { installation, directory, words, locale } = locals
  const { areas, counts } = await installation.world.read(directory.tenant.id, async (reader) => ({
    areas: await readAreas(reader),
    counts: await countByArea(reader),
  }))
  const under = Map.groupBy(areas, ({ parent }) => parent)
  const ordered = (
    parent: (typeof areas)[number]['parent'],
    depth: number,
  ): readonly { area: (typeof areas)[number]; depth: number }[] =>
    (under.get(parent) ?? []).flatMap((area) => [{ area, depth }, ...ordered(area.id, depth + 1)])
  const imported = Number(url.searchParams.get('importate') ?? Number.NaN)
  return {
    areas: words.areas,
    done: url.searchParams.has('fatto'),
    imported: Number.isSafeInteger(imported) ? count(locale, words.areas.imported, imported) : null,
    rows: ordered(null, 0).map(({ area, depth }) => {
      const { all = 0, open = 0 } = counts.get(area.id) ?? {}
      return {
        id: area.id as string,
        href: `/operatori/impostazioni/zone/${area.id}`,
        name: area.name,
        code: area.code,
        depth: Math.min(depth, 3),
        active: area.active,
        reports: fill(words.areas.reports, { all: writeNumber(locale, all), open: writeNumber(locale, open) }),
      }
    }),
  }
}
