import { error, redirect } from '@sveltejs/kit'
import type { VenueId } from '#domain/offices/venue.ts'
import { isId } from '#domain/shared/id.ts'
import { inLocale } from '#domain/shared/words.ts'
import { lastSettingVersion } from '#server/storage/settings/history.ts'
import { readVenues } from '#server/storage/venues.ts'
import { setVenue } from '#server/use-cases/offices/set-venue.ts'
import { readForm, textOf } from '../../../../../../read-form.server.ts'
import { failForm } from '../../../refused-form.server.ts'
import { staffOf } from '../../../staff-of.server.ts'
import { contactChoices } from '../../contact-rows.server.ts'
import { presentHistory, readHistory } from '../../history.server.ts'
import { revert } from '../../revert.server.ts'
import { failFile, takeFiles } from '../../take-files.server.ts'
import { officeChoices } from '../../uffici/present-offices.server.ts'
import { daysOfWeek } from '../../weekly-hours.server.ts'
import { readVenue, saidOfVenue, venueAsTyped } from '../present-venues.server.ts'
import type { Actions, PageServerLoad } from './$types'

/** One place or, under `nuovo`, one to be made. */
export const load: PageServerLoad = async ({ locals, params, url }) => {
  const { installation, directory, words, locale } = locals
  const id = idOf(params.venue, locals)
  const found = await installation.world.read(directory.tenant.id, async (reader) => ({
    venue: (await readVenues(reader)).find((one) => one.id === id),
    version: id === null ? 0 : await lastSettingVersion(reader, 'venue', id),
    history: id === null ? null : await readHistory(reader, { subject: 'venue', id }),
  }))
  if (id !== null && !found.venue) error(404, words.errors.notFound)
  return {
    locale,
    venues: words.venues,
    contact: words.offices.contact,
    openingHelp: words.offices.openingHelp,
    title: found.venue ? inLocale(found.venue.name, locale) : words.venues.add,
    now: venueAsTyped(found.venue),
    kinds: contactChoices(locals),
    offices: officeChoices([...directory.offices.values()], locale),
    days: daysOfWeek(locals),
    version: found.version,
    history: found.history && presentHistory(found.history, locals),
    done: url.searchParams.has('fatto'),
  }
}

function idOf(text: string, { words }: App.Locals): VenueId | null {
  if (text === 'nuovo') return null
  return isId(text) ? (text as VenueId) : error(404, words.errors.notFound)
}

export const actions: Actions = {
  save: async ({ locals, params, request }) => {
    const { installation, directory } = locals
    const by = staffOf(locals)
    const form = await readForm(request)
    const untaken = await takeFiles(form, [{ stem: 'picture', kind: 'picture' }], locals)
    if (untaken) return failFile('venue', untaken, form)
    const ask = { by, id: idOf(params.venue, locals), venue: readVenue(form), seen: Number(textOf(form, 'version')) }
    const set = await setVenue(installation.world, directory.tenant.id, ask)
    if (!set.ok) return failForm('venue', set, form, saidOfVenue(locals))
    redirect(303, `/operatori/impostazioni/luoghi/${set.value}?fatto`)
  },
  revert,
}
