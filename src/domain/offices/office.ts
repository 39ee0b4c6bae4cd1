import type { WeeklyHours } from '../clocks/working-calendar.ts'
import type { OfficeId } from '../shared/id.ts'
import type { Link } from '../shared/link.ts'
import type { Place } from '../shared/place.ts'
import type { Words } from '../shared/words.ts'
import type { ContactPoint } from './contact-point.ts'

/** The types of organisational unit of the official model, in its order. */
export const officeKinds = [
  ...(['area', 'office', 'executive', 'assembly', 'committee'] as const),
  ...(['library', 'museum', 'company', 'agency', 'foundation', 'school', 'cultural_centre'] as const),
] as const

export type OfficeKind = (typeof officeKinds)[number]

/** An organisational unit of the body; the one marked `desk` answers citizens (URP). */
export type Office = {
  readonly id: OfficeId
  readonly parent: OfficeId | null
  readonly code: string
  readonly kind: OfficeKind
  readonly name: Words
  readonly competences: Words
  /** What is to be said of the hours besides them: by appointment, in summer. */
  readonly hours: Words
  /** When it is open to the public on days on which the body works; not told where it is null. */
  readonly opening: WeeklyHours | null
  readonly desk: boolean
  readonly email: string | null
  readonly phone: string | null
  readonly pec: string | null
  readonly address: string | null
  /** How else it is reached. */
  readonly points: readonly ContactPoint[]
  /** Where its door is. */
  readonly place: Place | null
  /** How people get in, those with a disability too. */
  readonly access: Words
  /** What it offers to be read: its rules, its forms. */
  readonly documents: readonly Link[]
  readonly active: boolean
}

/** What a body sets of an office. */
export type OfficeSetting = Omit<Office, 'id'>
