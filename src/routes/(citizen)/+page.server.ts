import { inLocale } from '#domain/shared/words.ts'
import { count, fill } from '#lib/messages/fill.ts'
import { newestReports } from '#server/queries/public/list-reports.ts'
import { resolvedLately } from '#server/queries/public/resolved-lately.ts'
import type { PageServerLoad } from './$types'
import { showCard } from './segnalazioni/list.server.ts'

const shown = 6

export const load: PageServerLoad = async ({ locals, url }) => {
  const { installation, directory, locale, words } = locals
  const { home, title } = words.site
  const { name, emergencyNotice, tagline } = directory.tenant.settings
  const [latest, resolved] = await Promise.all([
    installation.world.read(directory.tenant.id, (reader) => newestReports(reader, shown)),
    resolvedLately(installation.world, directory),
  ])
  const heading = fill(home.title, { body: name })
  return {
    heading,
    words: home,
    reports: words.reports,
    emergency: inLocale(emergencyNotice, locale),
    resolved: resolved === 0 ? undefined : count(locale, home.resolved, resolved),
    latest: latest.map((card) => showCard(locals, card)),
    pageTitle: fill(title, { page: inLocale(tagline, locale) || heading, body: name }),
    canonical: `${url.origin}/`,
  }
}
