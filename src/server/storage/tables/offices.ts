import type { WeeklyHours } from '#domain/clocks/working-calendar.ts'
import type { Picture } from '#domain/files/picture.ts'
import type { ContactPoint } from '#domain/offices/contact-point.ts'
import type { ProfileId } from '#domain/offices/profile.ts'
import type { VenueId } from '#domain/offices/venue.ts'
import type { AccountId, OfficeId, TenantId } from '#domain/shared/id.ts'
import type { Words } from '#domain/shared/words.ts'
import type { Json, JsonOrNothing } from './json.ts'

/** Where the offices are found, and who works in them as everybody may know. */
export type OfficeTables = {
  venue: {
    tenant_id: TenantId
    id: VenueId
    code: string
    name: Json<Words>
    description: Json<Words>
    picture: JsonOrNothing<Picture>
    access: Json<Words>
    address: string
    postcode: string
    longitude: number
    latitude: number
    opening: JsonOrNothing<WeeklyHours>
    hours: Json<Words>
    points: Json<readonly ContactPoint[]>
    active: boolean
  }
  venue_office: { tenant_id: TenantId; venue_id: VenueId; office_id: OfficeId }
  profile: {
    tenant_id: TenantId
    id: ProfileId
    code: string
    first_name: string
    last_name: string
    competences: Json<Words>
    photo: string | null
    cv: string | null
    points: Json<readonly ContactPoint[]>
    account_id: AccountId | null
    active: boolean
  }
  post: {
    tenant_id: TenantId
    profile_id: ProfileId
    position: number
    office_id: OfficeId
    title: Json<Words>
    in_charge: boolean
  }
}
