import type { Citizen, KeptDetails } from './citizen.ts'

/** Who a form is from, as far as it says so; not every form asks for a telephone. */
type From = { readonly firstName: string; readonly lastName: string; readonly email: string; readonly phone?: string }

/**
 * A form of whoever is signed in: its address is theirs and no other, and what is kept is filled in while it says no name yet
 * (once only: CAD, art. 50-ter, and C.SE.1.5). A name that was typed stays, with or without a telephone beside it.
 */
export function adopt<Content extends From>(content: Content, citizen: Citizen | null): Content {
  if (citizen === null) return content
  const { email, firstName, lastName } = citizen
  const named = content.firstName.trim() !== '' || content.lastName.trim() !== ''
  if (named) return { ...content, email }
  return { ...content, email, firstName, lastName, ...(content.phone?.trim() === '' && { phone: citizen.phone }) }
}

/** The details of a form that are to be kept from now on; a telephone for which it did not ask stays as it is kept. */
export function detailsOf({ firstName, lastName, phone }: Omit<From, 'email'>, kept: KeptDetails): KeptDetails {
  return { firstName, lastName, phone: phone ?? kept.phone }
}
