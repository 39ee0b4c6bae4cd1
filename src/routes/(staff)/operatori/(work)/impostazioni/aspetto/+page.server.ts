import { redirect } from '@sveltejs/kit'
import sharp from 'sharp'
import { refuse } from '#domain/shared/result.ts'
import { contrast, isColour, readable } from '#domain/tenants/colour.ts'
import { fill, writeNumber } from '#lib/messages/fill.ts'
import { bodyStore } from '#server/storage/settings/body.ts'
import { setBody } from '#server/use-cases/tenants/set-body.ts'
import { filesOf, readForm, textOf } from '../../../../../read-form.server.ts'
import { failForm } from '../../refused-form.server.ts'
import { staffOf } from '../../staff-of.server.ts'
import { readBody, saidOfBody } from '../body-settings.server.ts'
import { revert } from '../revert.server.ts'
import type { Actions, PageServerLoad } from './$types'

const productColour = '#005d6b'
const crestSize = 160
const mostBytes = 2_000_000

/** The body's colour, how white reads on it, and its crest. */
export const load: PageServerLoad = async (event) => {
  const { settings, page } = await readBody(event, 'aspetto')
  const { colour = '', crest } = settings.look ?? {}
  const ratio = writeNumber(event.locals.locale, round(contrast(colour || productColour, '#ffffff')))
  const now: Readonly<Record<string, readonly string[]>> = { colour: [colour] }
  return { ...page, now, ratio: fill(page.body.look.ratio, { ratio }), crest: crest ? `data:image/png;base64,${crest}` : null }
}

export const actions: Actions = {
  revert,
  save: async ({ locals, request, url }) => {
    const { installation, directory } = locals
    const form = await readForm(request)
    const colour = textOf(form, 'colour').trim().toLowerCase()
    const said = saidOfLook(colour, locals)
    const crest = await crestOf(form)
    if (crest === 'wrong') return failForm('body', refuse('crest_wrong', 'crest'), form, said)
    const { id } = directory.tenant
    const before = await installation.world.read(id, (reader) => bodyStore.read(reader, id))
    const kept = form.has('remove') ? undefined : (crest ?? before?.look?.crest)
    const part = { look: { ...(colour !== '' && { colour }), ...(kept && { crest: kept }) } }
    const ask = { by: staffOf(locals), part, seen: Number(textOf(form, 'version')) }
    const saved = await setBody(installation.world, id, ask)
    if (!saved.ok) return failForm('body', saved, form, said)
    redirect(303, `${url.pathname}?fatto`)
  },
}

/** A colour on which white is hard to read is refused with how hard, and with one like it that will do. */
function saidOfLook(colour: string, locals: App.Locals) {
  const { words, fields } = saidOfBody(locals)
  if (!isColour(colour)) return { words, fields }
  const ratio = writeNumber(locals.locale, round(contrast(colour, '#ffffff')))
  return { words: { ...words, contrast_low: fill(words.contrast_low, { ratio, offered: readable(colour) }) }, fields }
}

/** The picture that was sent, small and without anything hidden in it; nothing where none was. */
async function crestOf(form: FormData): Promise<string | undefined | 'wrong'> {
  const [file] = filesOf(form, 'crest')
  if (!file || file.size === 0) return undefined
  if (file.size > mostBytes) return 'wrong'
  try {
    const picture = sharp(new Uint8Array(await file.arrayBuffer()), { limitInputPixels: 20_000_000 })
    const { format } = await picture.metadata()
    if (!['png', 'jpeg', 'webp'].includes(format)) return 'wrong'
    const clear = { r: 0, g: 0, b: 0, alpha: 0 }
    const small = await picture.resize(crestSize, crestSize, { fit: 'contain', background: clear }).png().toBuffer()
    return small.toString('base64')
  } catch {
    return 'wrong'
  }
}

function round(value: number): number {
  return Math.floor(value * 10) / 10
}
