import { redirect } from '@sveltejs/kit'
import { type Id, isId } from '#domain/shared/id.ts'
import { lastSettingVersion } from '#server/storage/settings/history.ts'
import { listSuppliers } from '#server/storage/suppliers.ts'
import { type SetSupplierRefusal, setSupplier } from '#server/use-cases/suppliers/set-supplier.ts'
import { readForm, textOf } from '../../../../../read-form.server.ts'
import { failForm } from '../../refused-form.server.ts'
import { staffOf } from '../../staff-of.server.ts'
import { presentHistory, readHistory } from '../history.server.ts'
import { revert } from '../revert.server.ts'
import type { Actions, PageServerLoad } from './$types'

/** The address book of whom the body gives work to, each entry with its form. */
export const load: PageServerLoad = async ({ locals, url }) => {
  const { installation, directory, words, locale } = locals
  const { rows, history } = await installation.world.read(directory.tenant.id, async (reader) => {
    const book = await listSuppliers(reader)
    const versions = await Promise.all(book.map(({ id }) => lastSettingVersion(reader, 'supplier', id)))
    return {
      rows: book.map((supplier, at) => ({ ...supplier, version: versions[at] ?? 0 })),
      history: await readHistory(reader, { subject: 'supplier' }),
    }
  })
  const done = url.searchParams.has('fatto')
  return { locale, suppliers: words.suppliers, rows, history: presentHistory(history, locals), done }
}

export const actions: Actions = {
  revert,
  save: async ({ locals, request, url }) => {
    const { installation, directory } = locals
    const staff = staffOf(locals)
    const form = await readForm(request)
    const given = textOf(form, 'id')
    const id = isId(given) ? (given as Id<'supplier'>) : installation.world.newId<'supplier'>()
    const set = await setSupplier(installation.world, directory.tenant.id, {
      id,
      by: staff,
      seen: Number(textOf(form, 'version')) || 0,
      supplier: {
        name: textOf(form, 'name'),
        email: textOf(form, 'email'),
        phone: textOf(form, 'phone').trim() || null,
        note: textOf(form, 'note'),
        active: form.get('active') === 'on',
      },
    })
    if (!set.ok) return failForm(given || 'new', set, form, { words: locals.words.suppliers.refusal, fields })
    redirect(303, `${url.pathname}?fatto`)
  },
}

const fields: Readonly<Partial<Record<SetSupplierRefusal, string>>> = {
  name_missing: 'name',
  name_too_long: 'name',
  email_missing: 'email',
  email_wrong: 'email',
  phone_wrong: 'phone',
  text_too_long: 'note',
}
