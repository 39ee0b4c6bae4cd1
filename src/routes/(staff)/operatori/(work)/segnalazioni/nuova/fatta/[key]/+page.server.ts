import { error } from '@sveltejs/kit'
import { isId } from '#domain/shared/id.ts'
import { tenantOrigin } from '#domain/tenants/tenant-origin.ts'
import { writeDay } from '#lib/messages/dates.ts'
import { fill } from '#lib/messages/fill.ts'
import { signReportLink } from '#server/gateways/secrets.ts'
import { recordedReport } from '#server/queries/submissions/recorded-report.ts'
import { staffOf } from '../../../../staff-of.server.ts'
import type { PageServerLoad } from './$types'

/** The private link is the author's: whoever wrote the report down can hand it over for an hour, and nobody else. */
const hour = 3_600_000

/** What to tell and hand to whoever spoke. */
export const load: PageServerLoad = async ({ locals, params, url }) => {
  const { installation, directory, words, locale } = locals
  const staff = staffOf(locals)
  const { world } = installation
  const since = new Date(world.now().getTime() - hour)
  const recorded = isId(params.key)
    ? await world.read(directory.tenant.id, (reader) => recordedReport(reader, params.key, staff.account, since))
    : null
  if (!recorded) error(404, words.errors.notFound)
  const { report, author, lead } = recorded
  const path = `/segui/${signReportLink(world.secret, directory.tenant.id, report.id)}`
  const { done } = words.entry
  // The report that it was to be joined with and could not.
  const [alone] = /^\d{1,12}$/.exec(url.searchParams.get('sola') ?? '') ?? [null]
  const day = (instant: Date) => writeDay(instant, locale, directory.tenant.settings.calendar.zone)
  return {
    words: done,
    title: fill(done.title, { number: report.number }),
    number: report.number,
    about: report.title,
    rows: [
      { label: done.firstReply, value: day(report.firstReplyDue) },
      { label: done.resolution, value: day(report.resolutionDue) },
    ],
    told: author?.email ? fill(done.mailed, { email: author.email }) : done.unmailed,
    link: author?.email ? null : new URL(path, tenantOrigin(directory.hosts, url.origin)).href,
    alone: lead === null && alone !== null ? fill(done.alone, { number: alone }) : null,
    joined: lead === null ? null : fill(done.joined, { number: lead }),
    receipt: `${path}/ricevuta`,
    another: `/operatori/segnalazioni/nuova?canale=${report.channel}`,
  }
}
