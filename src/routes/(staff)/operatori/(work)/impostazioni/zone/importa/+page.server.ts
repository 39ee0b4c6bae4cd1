import { fail, redirect } from '@sveltejs/kit'
import { type AreaPlan, matchAreas } from '#domain/areas/match-areas.ts'
import { type AreasRefusal, parseAreas } from '#domain/areas/parse-areas.ts'
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
    const looked = await look(form, locals)
    return looked.shapes ? { refused: null, found: looked.found } : fail(422, { refused: looked.refused, found: looked.found })
  },
  apply: async ({ locals, request }) => {
    const { installation, directory } = locals
    const form = await readForm(request, areasFileLimits.unpacked)
    const { shapes, refused, found } = await look(form, locals)
    if (!shapes) return fail(422, { refused, found })
    const imported = await importAreas(installation.world, directory.tenant.id, { by: staffOf(locals), shapes })
    if (!imported.ok) return fail(422, { refused: wordRefused('import', imported, form, saidOfAreas(locals)), found })
    redirect(303, `/operatori/impostazioni/zone?importate=${imported.value}`)
  },
}

/** The shapes of a file with what they would do, or why there are none; what was read of the file is kept in the page whatever comes of it. */
async function look(form: FormData, locals: App.Locals) {
  const { locale, words, installation, directory } = locals
  const refusal = (refused: Parameters<typeof wordRefused<AreasFileRefusal | AreasRefusal>>[1]) =>
    wordRefused('import', refused, new FormData(), saidOfAreas(locals))
  const read = await readSent(form)
  if (!read.ok) return { shapes: null, refused: refusal(read), found: null }
  const { geojson, properties, likely } = read.value
  const names = { name: textOf(form, 'name') || likely.name, code: textOf(form, 'code') || likely.code }
  const found = { geojson: JSON.stringify(geojson), properties, names, total: '', rows: [] as readonly Row[], ready: false }
  const shapes = parseAreas(geojson, names)
  if (!shapes.ok) return { shapes: null, refused: refusal(shapes), found }
  const plans = matchAreas(shapes.value, await installation.world.read(directory.tenant.id, readAreas))
  const total = count(locale, words.areas.found, plans.length)
  const rows = plans.map((plan) => sayPlan(plan, locals))
  return { shapes: shapes.value, refused: null, found: { ...found, total, rows, ready: true } }
}

type Row = { readonly name: string; readonly code: string; readonly does: string }

function sayPlan({ shape, does, area }: AreaPlan, { words }: App.Locals): Row {
  return { name: shape.name, code: shape.code, does: fill(words.areas.does[does], { area: area?.name ?? '' }) }
}

/** A file that was chosen now, or what the page kept of the one before: unpacked, and so longer than what may be sent. */
async function readSent(form: FormData): ReturnType<typeof readAreasFile> {
  const [file] = filesOf(form, 'file')
  if (file) return readAreasFile(file.name, new Uint8Array(await file.arrayBuffer()))
  const kept = new TextEncoder().encode(String(form.get('geojson') ?? ''))
  return readAreasFile('kept.geojson', kept, areasFileLimits.unpacked)
}
