import type { OfficeId } from '../shared/id.ts'
import type { Words } from '../shared/words.ts'

/** An organisational unit of the body; the one marked `desk` answers citizens (URP). */
export type Office = {
  readonly id: OfficeId
  readonly parent: OfficeId | null
  readonly code: string
  readonly name: Words
  readonly competences: Words
  readonly hours: Words
  readonly desk: boolean
  readonly email: string | null
  readonly phone: string | null
  readonly address: string | null
  readonly active: boolean
}

/** What a body sets of an office. */
export type OfficeSetting = Omit<Office, 'id'>
