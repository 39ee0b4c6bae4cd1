import { type RequestEvent, redirect } from '@sveltejs/kit'
import { civilDate } from '#domain/shared/civil-date.ts'
import { type DraftId, isId } from '#domain/shared/id.ts'
import { listOwnReports } from '#server/queries/citizens/list-own-reports.ts'
import { listComingAppointments } from '#server/storage/appointments/appointments.ts'
import { listWaitingOf } from '#server/storage/appointments/waiting.ts'
import { listDraftsOf } from '#server/storage/drafts.ts'
import { releaseHold } from '#server/use-cases/appointments/release-hold.ts'
import { discardOwnDraft } from '#server/use-cases/drafts/discard-draft.ts'
import { resumeDraft } from '#server/use-cases/drafts/resume-draft.ts'
import { addressOf } from '../../own-pages.server.ts'
import { readForm, textOf } from '../../read-form.server.ts'
import { goOn } from '../riprendi/go-on.server.ts'
import type { Actions, PageServerLoad } from './$types'
import { requireCitizen, showArea } from './area.server.ts'
import { presentAppointment, presentDraft, presentReport, presentWaiting } from './present-own.server.ts'

const shown = 5

/** More than anybody has open within a week. */
const mostDrafts = 50

/** What somebody has to do with the body, at a glance. */
export const load: PageServerLoad = async (event) => {
  const { locals, url } = event
  const citizen = requireCitizen(event)
  const { installation, directory, words } = locals
  const { world } = installation
  const { email } = citizen
  const today = civilDate(world.now(), directory.tenant.settings.calendar.zone)
  const own = await world.read(directory.tenant.id, async (reader) => ({
    reports: await listOwnReports(reader, email, { before: null, size: shown }),
    drafts: await listDraftsOf(reader, email, mostDrafts),
    appointments: await listComingAppointments(reader, { email, now: world.now(), size: shown }),
    waiting: await listWaitingOf(reader, email, today),
  }))
  return {
    area: showArea(event, citizen),
    did: didWords(locals, url),
    drafts: own.drafts.map((draft) => presentDraft(draft, locals)),
    stages: words.reports,
    unfinished: words.unfinished.own,
    reports: own.reports.slice(0, shown).map((report) => presentReport(report, locals)),
    moreReports: own.reports.length > shown,
    appointments: [
      ...own.appointments.map((appointment) => presentAppointment(appointment, locals, url)),
      ...own.waiting.map((waiting) => presentWaiting(waiting, locals)),
    ],
    links: { assistance: addressOf('assistance', locals), appointment: addressOf('appointment', locals) },
  }
}

function didWords({ words }: App.Locals, { searchParams }: URL): string | null {
  const { discarded, gone } = words.unfinished.own
  if (searchParams.has('eliminata')) return discarded
  return searchParams.has('scaduta') ? gone : null
}

export const actions: Actions = {
  resume: async (event) => {
    const citizen = requireCitizen(event)
    const { world, tenant, draft } = await draftOf(event)
    const resumed = await resumeDraft(world, tenant, { draft, citizen })
    return resumed.ok ? goOn(event, resumed.value) : redirect(303, '/area-personale?scaduta')
  },

  /** A draft that is given up is gone at once, and with it the seat that was held for it. */
  discard: async (event) => {
    const citizen = requireCitizen(event)
    const { world, tenant, draft } = await draftOf(event)
    const discarded = await discardOwnDraft(world, tenant, draft, citizen)
    if (discarded.ok) await releaseHold(world, tenant, { key: draft })
    redirect(303, `/area-personale?${discarded.ok ? 'eliminata' : 'scaduta'}`)
  },
}

async function draftOf({ locals, request }: Pick<RequestEvent, 'locals' | 'request'>) {
  const draft = textOf(await readForm(request), 'draft')
  if (!isId(draft)) redirect(303, '/area-personale?scaduta')
  return { world: locals.installation.world, tenant: locals.directory.tenant.id, draft: draft as DraftId }
}
