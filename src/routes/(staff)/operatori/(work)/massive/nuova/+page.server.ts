import { error, fail, redirect } from '@sveltejs/kit'
import { bulkActs } from '#domain/bulk/bulk-change.ts'
import { templateActs, templatesFor } from '#domain/conversations/template.ts'
import { officesOf } from '#domain/people/actor.ts'
import { mayDo } from '#domain/people/capability.ts'
import { mayTakeFor } from '#domain/reports/move.ts'
import { civilDate } from '#domain/shared/civil-date.ts'
import type { OptionGroup } from '#lib/forms/field.ts'
import { count } from '#lib/messages/fill.ts'
import { listAbsences } from '#server/storage/absences.ts'
import { listWorkers } from '#server/storage/workers.ts'
import { planBulk } from '#server/use-cases/bulk/plan-bulk.ts'
import { readForm } from '../../../../../read-form.server.ts'
import { keptSearch, withSearch } from '../../(desk)/inbox-filter.server.ts'
import { text } from '../../(desk)/segnalazioni/[number]/asked.server.ts'
import { namedIn, otherChoices, ownerChoices } from '../../(desk)/segnalazioni/[number]/choices.server.ts'
import { staffOf } from '../../staff-of.server.ts'
import { findChosen } from '../chosen.server.ts'
import { fillWith } from '../fill-with.server.ts'
import { readBulkChange } from '../read-bulk-change.server.ts'
import { refusedBulk, shownAgain } from '../refused-bulk.server.ts'
import type { Actions, PageServerLoad } from './$types'

/** What to do with the reports that were chosen, one by one or as a whole view. */
export const load: PageServerLoad = async ({ locals, url }) => {
  const { installation, directory, words, locale } = locals
  const staff = staffOf(locals)
  if (!mayDo(staff, 'bulk')) error(403, words.desk.refusal.not_yours)
  const today = civilDate(installation.world.now(), directory.tenant.settings.calendar.zone)
  const { chosen, workers, absences } = await installation.world.read(directory.tenant.id, async (reader) => ({
    chosen: await findChosen(reader, staff, url.searchParams, locals),
    workers: await listWorkers(reader),
    absences: await listAbsences(reader, today),
  }))
  const offices = [...directory.offices.values()].filter(({ active }) => active)
  const named = namedIn(workers, officesOf(staff))
  const takers = offices.filter(({ id }) => mayTakeFor(staff, id))
  return {
    locale,
    bulk: words.bulk,
    desk: words.desk,
    forms: words.forms,
    chosen: count(locale, words.bulk.chosen, chosen.length),
    none: chosen.length === 0,
    back: withSearch('/operatori', keptSearch(url.searchParams)),
    acts: bulkActs.map((act) => ({ value: act, label: words.bulk.act[act] })),
    ownerHelp: named === workers ? words.desk.actions.ownerHelp : words.desk.actions.ownerHelpMany,
    owners: ownerChoices(offices, named, locals, absences),
    takers: ownerChoices(takers, named, locals, absences),
    ...otherChoices(locals),
    moderations: (['approved', 'rejected'] as const).map((value) => ({ value, label: words.bulk.moderation[value] })),
    refusals: words.bulk.refusal,
    templates: offerTemplates(locals),
    templateWords: words.templates,
    assignment: words.people.assignment,
    forcedNotes: directory.tenant.settings.forcedNotes as readonly string[],
  }
}

/** The standard texts for each act that writes one. */
function offerTemplates({ directory, words }: App.Locals): Readonly<Record<string, readonly OptionGroup[]>> {
  const groups = templateActs.map((act) => {
    const options = templatesFor(directory.templates, act).map(({ id, name }) => ({ value: id, label: name }))
    return [act, options.length === 0 ? [] : [{ label: words.templates.title, options }]] as const
  })
  return Object.fromEntries(groups)
}

export const actions: Actions = {
  /** Puts a standard text into the box, below what is written there already; its places stay open until each report fills them. */
  template: async ({ locals, request }) => {
    const form = await readForm(request)
    const template = locals.directory.templates.find(({ id }) => id === form.get('template'))
    if (!template) return fail(422, shownAgain(form, locals.words.templates.refusal.no_such_template))
    const written = text(form, 'text').trim()
    form.set('text', [written, template.text.it].filter(Boolean).join('\n\n'))
    return shownAgain(form, '')
  },
  plan: async ({ locals, request, url }) => {
    const { installation, directory } = locals
    const staff = staffOf(locals)
    const form = await readForm(request)
    const { world } = installation
    const change = readBulkChange(form)
    if (change === null) return fail(422, refusedBulk('wrong_state', form, locals))
    const reports = await world.read(directory.tenant.id, (reader) => findChosen(reader, staff, url.searchParams, locals))
    const run = await planBulk(world, directory.tenant.id, { by: staff, change, reports, fill: fillWith(locals) })
    if (!run.ok) return fail(422, refusedBulk(run.refusal, form, locals))
    redirect(303, withSearch(`/operatori/massive/${run.value}`, keptSearch(url.searchParams)))
  },
}
