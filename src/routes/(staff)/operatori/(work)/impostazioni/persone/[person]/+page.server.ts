import { error, redirect } from '@sveltejs/kit'
import { officesOfMemberships, withDeskOffice } from '#domain/people/staffing.ts'
import { civilDate } from '#domain/shared/civil-date.ts'
import { type AccountId, isId } from '#domain/shared/id.ts'
import { refuse } from '#domain/shared/result.ts'
import { count } from '#lib/messages/fill.ts'
import { listStaff } from '#server/queries/people/list-staff.ts'
import { keepsName } from '#server/storage/accounts.ts'
import { deskOfficeOf } from '#server/storage/directory.ts'
import { awaitsAnswer } from '#server/storage/invitations.ts'
import { lastSettingVersion } from '#server/storage/settings/history.ts'
import { listWorkers } from '#server/storage/workers.ts'
import { changeRoles } from '#server/use-cases/people/change-roles.ts'
import { correctName } from '#server/use-cases/people/correct-name.ts'
import { inviteAgain } from '#server/use-cases/people/invite-again.ts'
import { readdressInvitation } from '#server/use-cases/people/readdress-invitation.ts'
import { readForm, textOf } from '../../../../../../read-form.server.ts'
import { failForm, saidOfPeople } from '../../../refused-form.server.ts'
import { staffOf } from '../../../staff-of.server.ts'
import { colleagueChoices, readHandOver } from '../../../successors.server.ts'
import { presentHistory, readHistory } from '../../history.server.ts'
import { revert } from '../../revert.server.ts'
import { heldRoles, readRoles, roleChoices, stateInWords } from '../present-staff.server.ts'
import type { Actions, PageServerLoad, RequestEvent } from './$types'

/** One person: roles, access, and everything that was changed of them. */
export const load: PageServerLoad = async ({ locals, params, url }) => {
  const { installation, directory, staff, words, locale } = locals
  const { world } = installation
  const id = personOf(params.person, locals)
  const today = civilDate(world.now(), directory.tenant.settings.calendar.zone)
  const found = await world.read(directory.tenant.id, async (reader) => ({
    person: (await listStaff(reader, today, id))[0],
    workers: await listWorkers(reader),
    version: await lastSettingVersion(reader, 'person', id),
    nameVersion: await lastSettingVersion(reader, 'staff_name', id),
    keepsName: await keepsName(reader, id),
    mayReaddress: await awaitsAnswer(reader, id),
    history: await readHistory(reader, { id }),
  }))
  const { person } = found
  if (!person) error(404, words.errors.notFound)
  const atWork = withDeskOffice(person.memberships, deskOfficeOf(directory))
  return {
    locale,
    people: words.people,
    name: person.name,
    email: person.email,
    state: stateInWords(person, locals),
    invited: person.invited?.mail ?? null,
    self: staff?.account === id,
    version: found.version,
    nameVersion: found.nameVersion,
    keepsName: found.keepsName,
    mayReaddress: found.mayReaddress,
    held: heldRoles(person.memberships),
    choices: roleChoices(person.memberships, locals),
    worksInOffice: officesOfMemberships(atWork).length > 0,
    colleagues: colleagueChoices(id, atWork, found.workers),
    open: person.open,
    openText: count(locale, words.people.roles.open, person.open),
    absences: `/operatori/assenze/${id}`,
    history: presentHistory(found.history, locals),
    done: url.searchParams.has('fatto'),
  }
}

export const actions: Actions = {
  roles: (event) => change(event, 'roles'),
  leave: (event) => change(event, 'leave'),
  name: async ({ locals, params, request, url }) => {
    const { installation, directory } = locals
    const staff = staffOf(locals)
    const form = await readForm(request)
    const person = personOf(params.person, locals)
    const ask = { by: staff, person, name: textOf(form, 'name'), seen: Number(textOf(form, 'version')) }
    const corrected = await correctName(installation.world, directory.tenant.id, ask)
    if (!corrected.ok) return failForm('name', corrected, form, saidOfPeople(locals))
    redirect(303, `${url.pathname}?fatto`)
  },
  address: async ({ locals, params, request }) => {
    const { installation, directory } = locals
    const staff = staffOf(locals)
    const form = await readForm(request)
    const ask = { by: staff, person: personOf(params.person, locals), email: textOf(form, 'email') }
    const sent = await readdressInvitation(installation.world, directory.tenant.id, ask)
    if (!sent.ok) return failForm('address', sent, form, saidOfPeople(locals))
    redirect(303, `/operatori/impostazioni/persone/${sent.value}?fatto`)
  },
  again: async ({ locals, params, url }) => {
    const { installation, directory } = locals
    const staff = staffOf(locals)
    const person = personOf(params.person, locals)
    const sent = await inviteAgain(installation.world, directory.tenant.id, { by: staff, person })
    if (!sent.ok) return failForm('again', sent, new FormData(), saidOfPeople(locals))
    redirect(303, `${url.pathname}?fatto`)
  },
  revert,
}

function personOf(text: string, { words }: App.Locals): AccountId {
  return isId(text) ? (text as AccountId) : error(404, words.errors.notFound)
}

/** A form of roles, or the one that takes them all away. */
async function change({ locals, params, request, url }: RequestEvent, name: 'roles' | 'leave') {
  const { installation, directory } = locals
  const staff = staffOf(locals)
  const form = await readForm(request)
  const memberships = name === 'leave' ? [] : readRoles(form)
  // Without a role nobody works here: whoever means that says so with the other form.
  if (name === 'roles' && memberships.length === 0) return failForm(name, refuse('role_missing'), form, saidOfPeople(locals))
  const changed = await changeRoles(installation.world, directory.tenant.id, {
    by: staff,
    person: personOf(params.person, locals),
    memberships,
    handOver: readHandOver(textOf(form, 'to'), textOf(form, 'note')),
    seen: Number(textOf(form, 'version')),
  })
  if (!changed.ok) return failForm(name, changed, form, saidOfPeople(locals))
  redirect(303, name === 'leave' ? '/operatori/impostazioni/persone?fatto=uscita' : `${url.pathname}?fatto`)
}
