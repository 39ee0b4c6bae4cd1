import { error, redirect } from '@sveltejs/kit'
import { type AreaId, isId } from '#domain/shared/id.ts'
import { boxOfAreas } from '#server/queries/places/box-of-areas.ts'
import { readAreas } from '#server/storage/areas.ts'
import { lastSettingVersion } from '#server/storage/settings/history.ts'
import { setArea } from '#server/use-cases/areas/set-area.ts'
import { readForm, textOf } from '../../../../../../read-form.server.ts'
import { failForm } from '../../../refused-form.server.ts'
import { staffOf } from '../../../staff-of.server.ts'
import { presentHistory, readHistory } from '../../history.server.ts'
import { revert } from '../../revert.server.ts'
import { longestBorders, readArea, saidOfAreas } from '../area-form.server.ts'
import type { Actions, PageServerLoad } from './$types'

/** One area or a new one, its borders on the map, and everything that was changed of it. */
export const load: PageServerLoad = async ({ locals, params, url }) => {
  const { installation, directory, words, locale } = locals
  const id = idOf(params.area)
  const { areas, version, history } = await installation.world.read(directory.tenant.id, async (reader) => ({
    areas: await readAreas(reader),
    version: id === null ? 0 : await lastSettingVersion(reader, 'area', id),
    history: id === null ? null : await readHistory(reader, { subject: 'area', id }),
  }))
  const area = areas.find((one) => one.id === id) ?? null
  if (id !== null && area === null) error(404, words.errors.notFound)
  const [west, south, east, north] = boxOfAreas(directory)
  return {
    locale,
    areas: words.areas,
    map: words.map,
    title: area?.name ?? words.areas.add,
    centre: { longitude: (west + east) / 2, latitude: (south + north) / 2 },
    now: {
      name: area?.name ?? '',
      code: area?.code ?? '',
      parent: (area?.parent ?? '') as string,
      active: area?.active ?? true,
      borders: area ? JSON.stringify(area.geometry) : '',
    },
    parents: areas.filter((one) => one.id !== id).map((one) => ({ value: one.id as string, label: one.name })),
    version,
    history: history && presentHistory(history, locals),
    done: url.searchParams.has('fatto'),
  }
}

function idOf(param: string): AreaId | null {
  if (param === 'nuova') return null
  return isId(param) ? (param as AreaId) : error(404)
}

export const actions: Actions = {
  save: async ({ locals, params, request }) => {
    const { installation, directory } = locals
    const staff = staffOf(locals)
    const form = await readForm(request, longestBorders)
    const read = readArea(form)
    if (!read.ok) return failForm('area', read, form, saidOfAreas(locals))
    const id = idOf(params.area)
    const seen = id === null ? null : Number(textOf(form, 'version'))
    const saved = await setArea(installation.world, directory.tenant.id, { by: staff, id, setting: read.value, seen })
    if (!saved.ok) return failForm('area', saved, form, saidOfAreas(locals))
    redirect(303, `/operatori/impostazioni/zone/${saved.value}?fatto`)
  },
  revert,
}
