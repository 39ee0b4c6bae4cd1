import { type Notice, type NoticeDefaults, noticeDefaults, notices } from '#domain/conversations/notice.ts'
import type { TenantSettings } from '#domain/tenants/tenant.ts'

/** What a body set for itself, under the words of its pages. */
export function bodyInWords(settings: TenantSettings, { words }: App.Locals): Readonly<Record<string, unknown>> {
  const { names, reports, calendar, home, look } = words.body
  const { desk, people, categories } = words
  const yesNo = (yes: boolean) => (yes ? desk.file.yes : desk.file.no)
  return {
    [names.name]: settings.name,
    [names.region]: settings.region,
    [names.tagline]: settings.tagline,
    [names.address]: settings.address,
    [names.taxCode]: settings.taxCode,
    [names.phone]: settings.phone,
    [names.email]: settings.email,
    [names.pec]: settings.pec,
    [names.emergency]: settings.emergencyNotice,
    [names.privacy]: settings.privacyNotice,
    [names.terms]: settings.terms,
    [names.accessibility]: settings.accessibilityStatement,
    [calendar.title]: {
      [calendar.weekly]: weekInWords(settings.calendar, words.routing.weekdays),
      [calendar.zone]: settings.calendar.zone,
      [calendar.patron]: settings.calendar.patron,
      [calendar.closures]: settings.calendar.closures.map(({ from, to }) => `${from} – ${to}`).join('; '),
    },
    [reports.kinds]: settings.kinds.map((kind) => words.reports.kind[kind]).join(', '),
    [reports.publication]: categories.policies[settings.publication],
    [reports.anonymous]: yesNo(settings.anonymousReports),
    [reports.reopens]: yesNo(settings.authorReopens),
    [reports.reopenDays]: settings.reopenDays,
    [reports.waitingDays]: settings.waitingDays,
    [reports.blocked]: (settings.blockedWords ?? []).join(', '),
    [look.colour]: settings.look?.colour ?? '',
    [look.crest]: settings.look?.crest?.slice(-12) ?? '',
    [home.title]: settings.home?.blocks.map((block) => home.blocks[block]).join(', ') ?? '',
    [home.notice]: settings.home?.notice?.text ?? '',
    [home.from]: settings.home?.notice?.from ?? '',
    [home.to]: settings.home?.notice?.to ?? '',
    [words.notices.body.title]: noticesInWords(noticeDefaults(settings.notices), words.notices),
    [people.notes.title]: settings.forcedNotes.map((change) => people.notes.change[change]).join(', '),
  }
}

function noticesInWords(defaults: NoticeDefaults, { name, role, body }: App.Locals['words']['notices']) {
  const told = (notice: Notice) => defaults[notice].map((one) => role[one]).join(', ') || body.nobody
  return Object.fromEntries(notices.map((notice) => [name[notice], told(notice)]))
}

function weekInWords(
  { weekly }: TenantSettings['calendar'],
  names: App.Locals['words']['routing']['weekdays'],
): Readonly<Record<string, string>> {
  const days = [1, 2, 3, 4, 5, 6, 7] as const
  return Object.fromEntries(days.map((day) => [names[day], weekly[day].map(({ from, to }) => `${from}-${to}`).join(', ')]))
}
