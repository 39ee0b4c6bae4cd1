import { type Notice, type NoticeDefaults, noticeDefaults, notices } from '#domain/conversations/notice.ts'
import { dayBefore } from '#domain/shared/day-span.ts'
import { writeCoordinates } from '#domain/shared/parse-place.ts'
import type { Words } from '#domain/shared/words.ts'
import { networks, type SiteSettings, sitePages } from '#domain/tenants/site.ts'
import type { TenantSettings } from '#domain/tenants/tenant.ts'
import { writeCivilDate } from '#lib/messages/dates.ts'
import { fill } from '#lib/messages/fill.ts'
import type { SaidValue } from './difference.server.ts'
import { weekInWords } from './weekly-hours.server.ts'

/** What a body set for itself, under the words of its pages. */
export function bodyInWords(settings: TenantSettings, locals: App.Locals): SaidValue {
  const { words, locale } = locals
  const { names, reports, calendar, home, look, site } = words.body
  const { desk, people, categories } = words
  const both = (label: string, text: Words | undefined) => ({
    [label]: text?.it,
    [fill(names.inEnglish, { label })]: text?.en,
  })
  const yesNo = (yes: boolean) => (yes ? desk.file.yes : desk.file.no)
  return {
    [names.name]: settings.name,
    [names.region]: settings.region,
    ...both(names.tagline, settings.tagline),
    [names.address]: settings.address,
    [names.taxCode]: settings.taxCode,
    [names.phone]: settings.phone,
    [names.tollFree]: settings.tollFree,
    [names.whatsapp]: settings.whatsapp,
    [names.email]: settings.email,
    [names.pec]: settings.pec,
    ...both(names.emergency, settings.emergencyNotice),
    ...both(names.privacy, settings.privacyNotice),
    ...both(names.terms, settings.terms),
    [names.accessibility]: settings.accessibilityStatement,
    [names.centre]: writeCoordinates(settings.centre),
    [site.title]: settings.site && siteInWords(settings.site, words),
    [calendar.title]: {
      [calendar.weekly]: weekInWords(settings.calendar.weekly, locals),
      [calendar.zone]: settings.calendar.zone,
      [calendar.patron]: settings.calendar.patron,
      [calendar.closures]: settings.calendar.closures.map(
        ({ from, to }) => `${writeCivilDate(from, locale)} – ${writeCivilDate(dayBefore(to), locale)}`,
      ),
    },
    [reports.kinds]: settings.kinds.map((kind) => words.reports.kind[kind]),
    [reports.publication]: categories.policies[settings.publication],
    [reports.anonymous]: yesNo(settings.anonymousReports),
    [reports.reopens]: yesNo(settings.authorReopens),
    [reports.reopenDays]: settings.reopenDays,
    [reports.waitingDays]: settings.waitingDays,
    [reports.blocked]: settings.blockedWords ?? [],
    [look.colour]: settings.look?.colour ?? '',
    [look.crest]: settings.look?.crest && { says: look.crestThere, another: look.crestAnother, of: settings.look.crest },
    [words.body.ratings.shown]: settings.shownRatings?.map((kind) => words.ratingResults.public.kinds[kind]) ?? [],
    [words.body.ratings.mails]: yesNo(settings.ratingMails !== 'off'),
    [home.title]: settings.home?.blocks.map((block) => home.blocks[block]),
    ...both(home.notice, settings.home?.notice?.text),
    [home.from]: settings.home?.notice?.from ?? '',
    [home.to]: settings.home?.notice?.to ?? '',
    [words.notices.body.title]: noticesInWords(noticeDefaults(settings.notices), words.notices),
    [people.notes.title]: settings.forcedNotes.map((change) => people.notes.change[change]),
  }
}

function siteInWords(
  { links, networks: followed, statements, euFunded }: SiteSettings,
  { body, desk, site }: App.Locals['words'],
) {
  return {
    ...Object.fromEntries(sitePages.map((page) => [body.site.page[page], links[page]])),
    ...Object.fromEntries(networks.map((network) => [site.networks[network], followed[network]])),
    ...Object.fromEntries(Object.entries(statements).map(([host, link]) => [fill(body.site.statement, { host }), link])),
    [body.site.euFunded]: euFunded ? desk.file.yes : desk.file.no,
  }
}

function noticesInWords(defaults: NoticeDefaults, { name, role, body }: App.Locals['words']['notices']) {
  const told = (notice: Notice) => defaults[notice].map((one) => role[one]).join(', ') || body.nobody
  return Object.fromEntries(notices.map((notice) => [name[notice], told(notice)]))
}
