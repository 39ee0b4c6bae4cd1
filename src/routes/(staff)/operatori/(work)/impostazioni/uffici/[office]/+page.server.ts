import { error, redirect } from '@sveltejs/kit'
import type { Office } from '#domain/offices/office.ts'
import { isId, type OfficeId } from '#domain/shared/id.ts'
import { writeCoordinates } from '#domain/shared/parse-place.ts'
import type { Result } from '#domain/shared/result.ts'
import { inLocale } from '#domain/shared/words.ts'
import { readOffices } from '#server/storage/offices.ts'
import { lastSettingVersion } from '#server/storage/settings/history.ts'
import { listWorkers } from '#server/storage/workers.ts'
import { closeOffice } from '#server/use-cases/offices/close-office.ts'
import { openOffice } from '#server/use-cases/offices/open-office.ts'
import { setOffice } from '#server/use-cases/offices/set-office.ts'
import { readForm, textOf } from '../../../../../../read-form.server.ts'
import { failForm, type PeopleRefusal, saidOfPeople } from '../../../refused-form.server.ts'
import { staffOf } from '../../../staff-of.server.ts'
import { contactChoices, pointsAsTyped } from '../../contact-rows.server.ts'
import { documentsAsTyped } from '../../document-rows.server.ts'
import { presentHistory, readHistory } from '../../history.server.ts'
import { revert } from '../../revert.server.ts'
import { failFile, takeFiles } from '../../take-files.server.ts'
import { daysOfWeek, writeWeek } from '../../weekly-hours.server.ts'
import {
  filesOfOffice,
  kindChoices,
  parentChoices,
  readOffice,
  readOfficeId,
  successorChoices,
} from '../present-offices.server.ts'
import type { Actions, PageServerLoad, RequestEvent } from './$types'
import { presentUses, readUsesToShow } from './present-uses.server.ts'

/** One office: what it is, who works there, what refers to it, and everything that was changed of it. */
export const load: PageServerLoad = async ({ locals, params, url }) => {
  const { installation, directory, words, locale } = locals
  const id = idOf(params.office, locals)
  const found = await installation.world.read(directory.tenant.id, async (reader) => ({
    offices: await readOffices(reader),
    uses: await readUsesToShow(reader, id, installation.world.now()),
    workers: (await listWorkers(reader)).get(id) ?? [],
    version: await lastSettingVersion(reader, 'office', id),
    history: await readHistory(reader, { subject: 'office', id }),
  }))
  const office = found.offices.find((one) => one.id === id)
  if (!office) error(404, words.errors.notFound)
  return {
    locale,
    offices: words.offices,
    title: inLocale(office.name, locale),
    desk: office.desk,
    active: office.active,
    now: asTyped(office),
    rows: { ...pointsAsTyped(office.points), ...documentsAsTyped(office.documents) },
    contactKinds: contactChoices(locals),
    kinds: kindChoices(locals),
    days: daysOfWeek(locals),
    parents: parentChoices(id, found.offices, locale),
    workers: found.workers.map(({ id, name }) => ({ name, href: `/operatori/impostazioni/persone/${id}` })),
    ...presentUses(found.uses, locals),
    below: found.offices
      .filter(({ parent, active }) => parent === id && active)
      .map(({ id: one, name }) => ({ href: `/operatori/impostazioni/uffici/${one}`, name: inLocale(name, locale) })),
    successors: successorChoices(id, found.offices, locale),
    version: found.version,
    history: presentHistory(found.history, locals),
    done: url.searchParams.has('fatto'),
  }
}

function idOf(text: string, { words }: App.Locals): OfficeId {
  return isId(text) ? (text as OfficeId) : error(404, words.errors.notFound)
}

function asTyped({ name, competences, hours, opening, access, place, ...office }: Office): Readonly<Record<string, string>> {
  return {
    name: name.it,
    'name-en': name.en ?? '',
    code: office.code,
    kind: office.kind,
    parent: office.parent ?? '',
    competences: competences.it,
    'competences-en': competences.en ?? '',
    hours: hours.it,
    'hours-en': hours.en ?? '',
    ...(opening && writeWeek(opening)),
    email: office.email ?? '',
    phone: office.phone ?? '',
    pec: office.pec ?? '',
    address: office.address ?? '',
    place: place ? writeCoordinates(place) : '',
    access: access.it,
    'access-en': access.en ?? '',
  }
}

export const actions: Actions = {
  save: (event) =>
    change(event, 'office', (form, { by, id, world, tenant }) =>
      setOffice(world, tenant, { by, id, setting: readOffice(form), seen: Number(textOf(form, 'version')) }),
    ),
  close: (event) =>
    change(event, 'close', (form, { by, id, world, tenant }) =>
      closeOffice(world, tenant, {
        by,
        office: id,
        successor: readOfficeId(form, 'to'),
        note: textOf(form, 'note'),
        seen: Number(textOf(form, 'version')),
      }),
    ),
  open: (event) => change(event, 'open', (_, { by, id, world, tenant }) => openOffice(world, tenant, { by, office: id })),
  revert,
}

type Asked = {
  readonly by: NonNullable<App.Locals['staff']>
  readonly id: OfficeId
  readonly world: App.Locals['installation']['world']
  readonly tenant: App.Locals['directory']['tenant']['id']
}

type Answer = Result<unknown, PeopleRefusal>

async function change(
  { locals, params, request, url }: RequestEvent,
  name: string,
  ask: (form: FormData, asked: Asked) => Promise<Answer>,
) {
  const { installation, directory } = locals
  const staff = staffOf(locals)
  const form = await readForm(request)
  const untaken = await takeFiles(form, filesOfOffice, locals)
  if (untaken) return failFile(name, untaken, form)
  const id = idOf(params.office, locals)
  const answer = await ask(form, { by: staff, id, world: installation.world, tenant: directory.tenant.id })
  if (!answer.ok) return failForm(name, answer, form, saidOfPeople(locals))
  redirect(303, `${url.pathname}?fatto`)
}
