import { redirect } from '@sveltejs/kit'
import { type Appointment, type AppointmentId, mayServe, type Visit } from '#domain/appointments/appointment.ts'
import { isId } from '#domain/shared/id.ts'
import { type Refused, type Result, refuse } from '#domain/shared/result.ts'
import { writeMoment } from '#lib/messages/dates.ts'
import type { Dictionary } from '#lib/messages/dictionary.ts'
import { fill } from '#lib/messages/fill.ts'
import { findAppointmentByCode, readAppointment } from '#server/storage/appointments/appointments.ts'
import { recordVisit } from '#server/use-cases/appointments/record-visit.ts'
import { readForm, textOf } from '../../../../read-form.server.ts'
import { failForm, type Said } from '../refused-form.server.ts'
import { staffOf } from '../staff-of.server.ts'

export type AgendaRefusal = keyof Dictionary['agenda']['refusal']

/** How refusals about appointments are said. */
export function saidOfAgenda({ words }: App.Locals): Said<AgendaRefusal> {
  return { words: words.agenda.refusal, fields }
}

const fields: Said<AgendaRefusal>['fields'] = {
  code_missing: 'code',
  slot_missing: 'slot',
  slot_not_offered: 'slot',
  slot_taken: 'slot',
  same_slot: 'slot',
}

const visits: readonly Visit[] = ['checked_in', 'done', 'no_show']

type Event = { readonly locals: App.Locals; readonly request: Request; readonly url: URL }

/** Whoever shows their code is here: it is typed, or read by a scanner that types it. */
export async function arrive({ locals, request, url }: Event) {
  const { installation, directory } = locals
  const form = await readForm(request)
  const code = textOf(form, 'code')
  if (code.trim() === '') return failForm('arrive', refuse('code_missing'), form, saidOfAgenda(locals))
  const found = await installation.world.read(directory.tenant.id, (reader) => findAppointmentByCode(reader, code))
  const answer = found ? await record(found, 'checked_in', locals) : refuse('code_unknown' as const)
  if (!answer.ok) return failForm('arrive', { ...answer, field: 'code' }, form, saidOfVisit(found, locals))
  redirect(303, withDone(url, 'arrivato', found?.id ?? ''))
}

/** What the buttons of an appointment write down. */
export async function visit({ locals, request, url }: Event) {
  const { installation, directory } = locals
  const form = await readForm(request)
  const asked = visits.find((one) => one === form.get('visit'))
  const id = textOf(form, 'appointment')
  const found =
    isId(id) && asked
      ? await installation.world.read(directory.tenant.id, (reader) => readAppointment(reader, id as AppointmentId))
      : null
  const answer = found && asked ? await record(found, asked, locals) : refuse('no_such_appointment' as const)
  if (!answer.ok) return failForm('visit', answer, form, saidOfVisit(found, locals))
  redirect(303, `${withDone(url, 'fatto', '')}#in-${id}`)
}

async function record(appointment: Appointment, asked: Visit, locals: App.Locals): Promise<Result<null, AgendaRefusal>> {
  const { installation, directory } = locals
  const by = staffOf(locals)
  const office = directory.calendars.get(appointment.calendar)?.office
  if (!office || !mayServe(by, office)) return refuse('not_yours')
  const answer = await recordVisit(installation.world, directory.tenant.id, { appointment: appointment.id, visit: asked, by })
  return answer.ok || answer.refusal !== 'wrong_state' || asked !== 'checked_in' ? answer : whyNot(appointment)
}

/** Why nobody arrives any more. */
function whyNot({ state }: Appointment): Refused<AgendaRefusal> {
  if (state === 'checked_in') return refuse('arrived_already')
  if (state === 'done') return refuse('served_already')
  return refuse(state === 'cancelled' ? 'cancelled_before' : 'wrong_state')
}

function saidOfVisit(appointment: Appointment | null, locals: App.Locals): Said<AgendaRefusal> {
  const said = saidOfAgenda(locals)
  if (!appointment) return said
  const when = writeMoment(appointment.from, locals.locale, locals.directory.tenant.settings.calendar.zone)
  return { ...said, words: { ...said.words, too_early: fill(said.words.too_early, { when }) } }
}

function withDone({ pathname, searchParams }: URL, name: string, value: string): string {
  const kept = new URLSearchParams([...searchParams].filter(([one]) => !one.startsWith('/') && !notes.includes(one)))
  kept.set(name, value)
  return `${pathname}?${kept}`
}

/** What an address says once. */
const notes = ['fatto', 'arrivato', 'bloccato', 'coinvolti']
