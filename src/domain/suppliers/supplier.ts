import { checkAuthor, isEmail } from '../reports/submission.ts'
import { done, type Result, refuse } from '../shared/result.ts'

/** Somebody outside to whom the body gives work, as its address book keeps them. */
export type Supplier = {
  readonly name: string
  readonly email: string
  readonly phone: string | null
  readonly note: string
  readonly active: boolean
}

/** The longest texts of the address book, in characters. */
export const supplierLengths = { name: 120, note: 500 } as const

export type SupplierRefusal = 'name_missing' | 'name_too_long' | 'email_missing' | 'email_wrong' | 'phone_wrong' | 'text_too_long'

/** Checks an entry of the address book: a name and an address to write to. */
export function checkSupplier(supplier: Supplier): Result<Supplier, SupplierRefusal> {
  const tidy = { ...supplier, name: supplier.name.trim(), email: supplier.email.trim(), note: supplier.note.trim() }
  if (tidy.name === '') return refuse('name_missing')
  if (tidy.name.length > supplierLengths.name) return refuse('name_too_long')
  if (tidy.email === '') return refuse('email_missing')
  if (!isEmail(tidy.email)) return refuse('email_wrong')
  const phone = tidy.phone?.trim() || null
  if (checkAuthor({ firstName: '', lastName: '', email: '', phone: phone ?? '' }, true).includes('phone_wrong'))
    return refuse('phone_wrong')
  if (tidy.note.length > supplierLengths.note) return refuse('text_too_long')
  return done({ ...tidy, phone })
}
