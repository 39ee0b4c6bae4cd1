import { civilDate } from '#domain/shared/civil-date.ts'
import { inLocale, type Locale } from '#domain/shared/words.ts'
import { homeBlocks } from '#domain/tenants/tenant.ts'
import { count, fill } from '#lib/messages/fill.ts'
import { newestReports } from '#server/queries/public/list-reports.ts'
import { resolvedLately } from '#server/queries/public/resolved-lately.ts'
import type { Directory } from '#server/storage/directory.ts'
import type { PageServerLoad } from './$types'
import { rateable } from './rateable.server.ts'
import { showCard } from './segnalazioni/list.server.ts'

const shown = 6

/** The body’s notice, on its days. */
function noticeNow({ tenant }: Directory, now: Date, locale: Locale): string | null {
  const { home, calendar } = tenant.settings
  const today = civilDate(now, calendar.zone)
  if (!home?.notice || today < (home.notice.from ?? today) || today > (home.notice.to ?? today)) return null
  return inLocale(home.notice.text, locale)
}

export const load: PageServerLoad = async ({ locals, url }) => {
  const { installation, directory, locale, words } = locals
  const { home, title } = words.site
  const { settings } = directory.tenant
  const { name, emergencyNotice, tagline } = settings
  const [latest, resolved] = await Promise.all([
    installation.world.read(directory.tenant.id, (reader) => newestReports(reader, shown)),
    resolvedLately(installation.world, directory),
  ])
  const heading = fill(home.title, { body: name })
  return {
    heading,
    words: home,
    reports: words.reports,
    blocks: settings.home?.blocks ?? homeBlocks,
    notice: noticeNow(directory, installation.world.now(), locale),
    emergency: inLocale(emergencyNotice, locale),
    resolved: resolved === 0 ? undefined : count(locale, home.resolved, resolved),
    latest: latest.map((card) => showCard(locals, card)),
    pageTitle: fill(title, { page: inLocale(tagline, locale) || heading, body: name }),
    canonical: `${url.origin}/`,
    rateable: await rateable(locals, {
      kind: 'page',
      key: 'home',
      path: '/',
      title: ({ site }) => fill(site.home.title, { body: name }),
    }),
  }
}
