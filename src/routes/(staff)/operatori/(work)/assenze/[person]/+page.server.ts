import { error, redirect } from '@sveltejs/kit'
import { holds } from '#domain/people/actor.ts'
import { mayStandFor, officesOfMemberships } from '#domain/people/staffing.ts'
import { civilDate } from '#domain/shared/civil-date.ts'
import { type AccountId, isId } from '#domain/shared/id.ts'
import type { Result } from '#domain/shared/result.ts'
import { count, fill } from '#lib/messages/fill.ts'
import { readAbsences } from '#server/storage/absences.ts'
import { listMemberships, readAccount } from '#server/storage/accounts.ts'
import { countOpenOf } from '#server/storage/open-of.ts'
import { listWorkers } from '#server/storage/workers.ts'
import { arrangeAbsence } from '#server/use-cases/people/arrange-absence.ts'
import { cancelAbsence } from '#server/use-cases/people/cancel-absence.ts'
import { handOverOpen } from '#server/use-cases/people/hand-over-open.ts'
import { readForm, textOf } from '../../../../../read-form.server.ts'
import { presentHistory, readHistory } from '../../impostazioni/history.server.ts'
import { revert } from '../../impostazioni/revert.server.ts'
import { failForm, type PeopleRefusal, saidOfPeople } from '../../refused-form.server.ts'
import { staffOf } from '../../staff-of.server.ts'
import { colleagueChoices, readPerson, readSuccessor } from '../../successors.server.ts'
import { presentAbsences } from '../present-absences.server.ts'
import type { Actions, PageServerLoad, RequestEvent } from './$types'

/** When a person is away, who stands in, and what they have open: for themselves, their managers, whoever administers; the desk hands over. */
export const load: PageServerLoad = async ({ locals, params, url }) => {
  const { installation, directory, words, locale } = locals
  const staff = staffOf(locals)
  const person = params.person as AccountId
  if (!isId(person)) error(404, words.errors.notFound)
  const { zone } = directory.tenant.settings.calendar
  const today = civilDate(installation.world.now(), zone)
  const found = await installation.world.read(directory.tenant.id, async (reader) => {
    const memberships = await listMemberships(reader, person)
    const account = memberships.length > 0 ? await readAccount(reader, person) : null
    if (!account) return null
    return {
      name: account.name,
      memberships,
      absences: await readAbsences(reader, person),
      workers: await listWorkers(reader),
      open: await countOpenOf(reader, person, officesOfMemberships(memberships)),
      history: await readHistory(reader, { subject: 'absence', id: person }),
    }
  })
  if (!found) error(404, words.errors.notFound)
  const mayArrange = mayStandFor(staff, person, found.memberships)
  if (!mayArrange && !holds(staff, 'desk')) error(403, words.people.absence.forOthers)
  const names = new Map([...found.workers.values()].flat().map(({ id, name }) => [id, name]))
  return {
    locale,
    people: words.people,
    forms: words.forms,
    title: fill(words.people.absence.of, { name: found.name }),
    mayArrange,
    settings: words.settings,
    history: mayArrange ? presentHistory(found.history, locals) : null,
    worksInOffice: officesOfMemberships(found.memberships).length > 0,
    absences: presentAbsences(found.absences, today, names, locals),
    colleagues: colleagueChoices(person, found.memberships, found.workers),
    open: found.open,
    openText: count(locale, words.people.handOver.text, found.open),
    today,
    back: mayDoBack(locals),
    done: doneText(url.searchParams, locals),
  }
}

function mayDoBack({ staff, words }: App.Locals) {
  const sees = staff && (holds(staff, 'desk') || holds(staff, 'office_manager'))
  return sees ? { href: '/operatori/carichi', label: words.people.load.title } : null
}

function doneText(search: URLSearchParams, { words, locale }: App.Locals): string | null {
  const passed = Number(search.get('passate'))
  if (passed > 0) return count(locale, words.people.handOver.done, passed)
  return search.has('fatto') ? words.settings.saved : null
}

export const actions: Actions = {
  revert,
  add: (event) =>
    change(event, 'add', (form, { by, person, world, tenant }) =>
      arrangeAbsence(world, tenant, {
        by,
        person,
        from: textOf(form, 'from'),
        to: textOf(form, 'until'),
        substitute: readPerson(textOf(form, 'substitute')),
        handOver: form.has('handOver') ? { note: textOf(form, 'note') } : null,
      }),
    ),
  cancel: (event) =>
    change(event, 'cancel', (form, { by, person, world, tenant }) =>
      cancelAbsence(world, tenant, { by, person, from: textOf(form, 'from') }),
    ),
  pass: (event) =>
    change(event, 'pass', (form, { by, person, world, tenant }) =>
      handOverOpen(world, tenant, { by, person, to: readSuccessor(textOf(form, 'to')), note: textOf(form, 'note') }),
    ),
}

type Asked = {
  readonly by: NonNullable<App.Locals['staff']>
  readonly person: AccountId
  readonly world: App.Locals['installation']['world']
  readonly tenant: App.Locals['directory']['tenant']['id']
}

type Answer = Result<unknown, PeopleRefusal>

async function change(
  { locals, params, request, url }: RequestEvent,
  name: string,
  ask: (form: FormData, asked: Asked) => Promise<Answer>,
) {
  const { installation, directory, words } = locals
  const staff = staffOf(locals)
  const form = await readForm(request)
  if (!isId(params.person)) error(404, words.errors.notFound)
  const person = params.person as AccountId
  const answer = await ask(form, { by: staff, person, world: installation.world, tenant: directory.tenant.id })
  if (!answer.ok) return failForm(name, answer, form, saidOfPeople(locals))
  redirect(303, `${url.pathname}?${typeof answer.value === 'number' ? `passate=${answer.value}` : 'fatto'}`)
}
