import { fail, redirect } from '@sveltejs/kit'
import sharp from 'sharp'
import { contrast, isColour, readable } from '#domain/tenants/colour.ts'
import { fill, writeNumber } from '#lib/messages/fill.ts'
import { bodyStore } from '#server/storage/settings/body.ts'
import { setBody } from '#server/use-cases/tenants/set-body.ts'
import { filesOf, readForm, textOf } from '../../../../../read-form.server.ts'
import { staffOf } from '../../staff-of.server.ts'
import { bodyActions, readBody } from '../body-settings.server.ts'
import type { Actions, PageServerLoad } from './$types'

const productColour = '#005d6b'
const crestSize = 160
const mostBytes = 2_000_000

/** The body's colour, how white reads on it, and its crest. */
export const load: PageServerLoad = async (event) => {
  const { settings, page } = await readBody(event)
  const { colour = '', crest } = settings.look ?? {}
  const ratio = writeNumber(event.locals.locale, round(contrast(colour || productColour, '#ffffff')))
  const now: Readonly<Record<string, readonly string[]>> = { colour: [colour] }
  return { ...page, now, ratio: fill(page.body.look.ratio, { ratio }), crest: crest ? `data:image/png;base64,${crest}` : null }
}

const { revert } = bodyActions(() => ({}), {})

export const actions: Actions = {
  revert,
  save: async ({ locals, request, url }) => {
    const { installation, directory, words, locale } = locals
    const staff = staffOf(locals)
    const form = await readForm(request)
    const colour = textOf(form, 'colour').trim().toLowerCase()
    const { look, refusal } = words.body
    const refused = (field: string | null, message: string) => ({
      name: 'body',
      field,
      message,
      values: { colour: [colour] },
      look,
    })
    const crest = await crestOf(form)
    if (crest === 'wrong') return fail(422, refused('crest', refusal.crest_wrong))
    const id = directory.tenant.id
    const before = await installation.world.read(id, (reader) => bodyStore.read(reader, id))
    const kept = form.has('remove') ? undefined : (crest ?? before?.look?.crest)
    const part = { look: { ...(colour !== '' && { colour }), ...(kept && { crest: kept }) } }
    const saved = await setBody(installation.world, id, { by: staff, part, seen: Number(textOf(form, 'version')) })
    if (saved.ok) redirect(303, `${url.pathname}?fatto`)
    const ratio = isColour(colour) ? writeNumber(locale, round(contrast(colour, '#ffffff'))) : ''
    const messages: Readonly<Record<string, string>> = { ...words.settings.refusal, ...refusal }
    const offered = isColour(colour) ? readable(colour) : ''
    const field = saved.refusal === 'contrast_low' || saved.refusal === 'colour_wrong' ? 'colour' : null
    return fail(422, refused(field, fill(messages[saved.refusal] ?? saved.refusal, { ratio, offered })))
  },
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
