import { fail, redirect } from '@sveltejs/kit'
import { type Id, isId } from '#domain/shared/id.ts'
import { writeMoment } from '#lib/messages/dates.ts'
import { fill } from '#lib/messages/fill.ts'
import { type FailedJob, listFailedJobs } from '#server/storage/failed-jobs.ts'
import { settleFailedJob } from '#server/use-cases/settings/settle-failed-job.ts'
import { readForm, textOf } from '../../../../../read-form.server.ts'
import { staffOf } from '../../staff-of.server.ts'
import type { Actions, PageServerLoad } from './$types'

const most = 200
const ways = ['again', 'leave'] as const

/** What the queue has given up and nothing else shows. */
export const load: PageServerLoad = async ({ locals, url }) => {
  const { installation, directory, words } = locals
  const failed = await installation.world.read(directory.tenant.id, (reader) => listFailedJobs(reader, most))
  const done = ways.find((way) => way === url.searchParams.get('fatto'))
  return { jobs: words.jobs, rows: failed.map((job) => present(job, locals)), done: done ? words.jobs.done[done] : null }
}

function present({ id, name, report, error, at }: FailedJob, { directory, words, locale }: App.Locals) {
  const names: Record<FailedJob['name'], string> = words.jobs.name
  return {
    id,
    at: { iso: at.toISOString(), text: writeMoment(at, locale, directory.tenant.settings.calendar.zone) },
    what: report === null ? names[name] : fill(words.jobs.report, { what: names[name], number: report }),
    why: error,
  }
}

export const actions: Actions = {
  default: async ({ locals, request, url }) => {
    const { installation, directory, words } = locals
    const staff = staffOf(locals)
    const form = await readForm(request)
    const [job, how] = [textOf(form, 'job'), ways.find((way) => way === form.get('how')) ?? 'again']
    if (!isId(job)) return fail(422, { message: words.jobs.refusal.no_such_job })
    const ask = { by: staff, job: job as Id<'job'>, how }
    const settled = await settleFailedJob(installation.world, directory.tenant.id, ask)
    if (!settled.ok) return fail(422, { message: words.jobs.refusal[settled.refusal] })
    redirect(303, `${url.pathname}?fatto=${how}`)
  },
}
