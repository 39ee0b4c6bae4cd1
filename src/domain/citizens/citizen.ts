import { authorProblems, type DraftProblem } from '../reports/draft-problems.ts'

/** What a person may have kept, so that forms are filled in for them. */
export type KeptDetails = { readonly firstName: string; readonly lastName: string; readonly phone: string }

/** Whoever has shown that a mail address is theirs, with what they wanted kept; the details are empty where nothing is. */
export type Citizen = KeptDetails & {
  readonly email: string
  /** Whether anything is kept of them besides their session. */
  readonly kept: boolean
}

/** A mail address as a person is known by it: however it was written, letters count alike, large or small. */
export function addressKey(email: string): string {
  return email.trim().toLowerCase()
}

/** What is wrong with details that are to be kept, each beside its own field; none of them has to be given. */
export function detailsProblems(details: KeptDetails): readonly DraftProblem[] {
  return authorProblems({ ...details, email: '' }, true)
}

/** How a person is called where they have signed in: by their name where it is kept, else by the address. */
export function nameOf({ firstName, lastName, email }: Citizen): string {
  return `${firstName} ${lastName}`.trim() || email
}
