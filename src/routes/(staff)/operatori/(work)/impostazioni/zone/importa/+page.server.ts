import { fail, redirect } from '@sveltejs/kit'
import { type AreaPlan, matchAreas } from '#domain/areas/match-areas.ts'
import { parseAreas } from '#domain/areas/parse-areas.ts'
import { count, fill } from '#lib/messages/fill.ts'
import { type AreasFileRefusal, areasFileLimits, readAreasFile } from '#server/gateways/read-areas-file.ts'
import { readAreas } from '#server/storage/areas.ts'
import { importAreas } from '#server/use-cases/areas/import-areas.ts'
import { filesOf, readForm, textOf } from '../../../../../../read-form.server.ts'
import { wordRefused } from '../../../refused-form.server.ts'
import { staffOf } from '../../../staff-of.server.ts'
import { saidOfAreas } from '../area-form.server.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = ({ locals }) => ({ locale: locals.locale, areas: locals.words.areas })

export const actions: Actions = {
  /** Reads a file, or again what was read of it, and says what it would do. */
  check: async ({ locals, request }) => {
    const form = await readForm(request, areasFileLimits.unpacked)
    const read = await readSent(form)
    if (!read.ok) return fail(422, { refused: wordRefused('import', read, form, saidOfAreas(locals)), found: null })
    const { geojson, properties, likely } = read.value
    const names = { name: textOf(form, 'name') || likely.name, code: textOf(form, 'code') || likely.code }
    const found = { geojson: JSON.stringify(geojson), properties, names, total: '', rows: [] as readonly Row[], ready: false }
    const shapes = parseAreas(geojson, names)
    if (!shapes.ok) return fail(422, { refused: wordRefused('import', shapes, form, saidOfAreas(locals)), found })
    const { world } = locals.installation
    const plans = matchAreas(shapes.value, await world.read(locals.directory.tenant.id, readAreas))
    const total = count(locals.locale, locals.words.areas.found, plans.length)
    return { refused: null, found: { ...found, total, rows: plans.map((plan) => sayPlan(plan, locals)), ready: true } }
  },
  apply: async ({ locals, request }) => {
    const { installation, directory } = locals
    const staff = staffOf(locals)
    const form = await readForm(request, areasFileLimits.unpacked)
    const read = await readSent(form)
    if (!read.ok) return fail(422, { refused: wordRefused('import', read, form, saidOfAreas(locals)), found: null })
    const shapes = parseAreas(read.value.geojson, { name: textOf(form, 'name'), code: textOf(form, 'code') })
    if (!shapes.ok) return fail(422, { refused: wordRefused('import', shapes, form, saidOfAreas(locals)), found: null })
    const imported = await importAreas(installation.world, directory.tenant.id, { by: staff, shapes: shapes.value })
    if (!imported.ok) return fail(422, { refused: wordRefused('import', imported, form, saidOfAreas(locals)), found: null })
    redirect(303, `/operatori/impostazioni/zone?importate=${imported.value}`)
  },
}

type Row = { readonly name: string; readonly code: string; readonly does: string }

function sayPlan({ shape, does, area }: AreaPlan, { words }: App.Locals): Row {
  return { name: shape.name, code: shape.code, does: fill(words.areas.does[does], { area: area?.name ?? '' }) }
}

/** A file that was chosen now, or what the page kept of the one before. */
async function readSent(
  form: FormData,
): Promise<Awaited<ReturnType<typeof readAreasFile>> | { ok: false; refusal: AreasFileRefusal }> {
  const [file] = filesOf(form, 'file')
  if (file) return readAreasFile(file.name, new Uint8Array(await file.arrayBuffer()))
  return readAreasFile('kept.geojson', new TextEncoder().encode(String(form.get('geojson') ?? '')))
}
