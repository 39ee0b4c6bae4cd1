import type { CalendarSetting } from '../appointments/booking-calendar.ts'
import type { Geometry } from '../areas/geometry.ts'
import type { Question } from '../categories/question.ts'
import type { Term, WeeklyHours } from '../clocks/working-calendar.ts'
import type { TemplateSetting } from '../conversations/template.ts'
import type { FaqSetting } from '../faqs/faq.ts'
import type { ContactPoint } from '../offices/contact-point.ts'
import type { OfficeKind } from '../offices/office.ts'
import type { Post, ProfileSetting } from '../offices/profile.ts'
import type { VenueSetting } from '../offices/venue.ts'
import type { ReportKind } from '../reports/kind.ts'
import type { ServiceFile } from '../services/service.ts'
import type { ServiceCategory } from '../services/service-category.ts'
import type { Place } from '../shared/place.ts'
import type { Words } from '../shared/words.ts'
import type { TenantSettings } from './tenant.ts'

/** An office as it is planned, named by its code. */
export type PlannedOffice = {
  readonly code: string
  readonly parent?: string | undefined
  readonly name: Words
  readonly competences: Words
  readonly hours: Words
  readonly opening?: WeeklyHours | undefined
  readonly desk: boolean
  readonly email?: string | undefined
  readonly phone?: string | undefined
  readonly pec?: string | undefined
  readonly address?: string | undefined
  readonly place?: Place | undefined
  readonly access?: Words | undefined
  readonly kind?: OfficeKind | undefined
  readonly points?: readonly ContactPoint[] | undefined
}

/** A venue as it is planned, its offices named by code. */
type PlannedVenue = Omit<VenueSetting, 'offices' | 'picture' | 'active'> & { readonly offices: readonly string[] }

/** A public profile as it is planned, its offices named by code. */
type PlannedProfile = Omit<ProfileSetting, 'posts' | 'photo' | 'cv' | 'account' | 'active'> & {
  readonly posts: readonly (Omit<Post, 'office'> & { readonly office: string })[]
}

/** A category under which reports are filed, its office named by code. */
export type PlannedLeaf = {
  readonly code: string
  readonly name: Words
  readonly description: Words
  readonly kinds: readonly ReportKind[]
  readonly keywords: readonly string[]
  readonly office: string
  readonly officesMayReply: boolean
  readonly firstReply: Term
  readonly resolution: Term
  readonly questions: readonly Question[]
}

/** A group of categories and what is filed under it. */
export type PlannedCategory = PlannedLeaf & { readonly children: readonly PlannedLeaf[] }

export type PlannedArea = {
  readonly code: string
  readonly parent?: string | undefined
  readonly name: string
  readonly geometry: Geometry
}

/** A street as a line of [longitude, latitude], WGS 84, with the house numbers along it. */
export type PlannedStreet = {
  readonly name: string
  readonly postcode: string | null
  readonly line: readonly (readonly [number, number])[]
  readonly from: number | null
  readonly to: number | null
}

/** A calendar of appointments, its office named by code; closed only when the body is. */
type PlannedCalendar = Omit<CalendarSetting, 'office' | 'address' | 'email' | 'closures' | 'active'> & {
  readonly office: string
}

/** A standard text, its categories named by code. */
type PlannedTemplate = Omit<TemplateSetting, 'categories'> & { readonly categories: readonly string[] }

/** A frequent question, its service named by code; those of a plan are published, in its order. */
type PlannedFaq = Pick<FaqSetting, 'question' | 'answer'> & {
  readonly category?: ServiceCategory | undefined
  readonly service?: string | undefined
}

/** Everything that a body needs before its first report. */
export type TenantPlan = {
  readonly slug: string
  readonly hosts: readonly string[]
  readonly settings: TenantSettings
  readonly offices: readonly PlannedOffice[]
  readonly venues?: readonly PlannedVenue[] | undefined
  readonly profiles?: readonly PlannedProfile[] | undefined
  readonly categories: readonly PlannedCategory[]
  readonly areas: readonly PlannedArea[]
  readonly streets: readonly PlannedStreet[]
  readonly templates?: readonly PlannedTemplate[] | undefined
  readonly services?: readonly ServiceFile[] | undefined
  readonly faqs?: readonly PlannedFaq[] | undefined
  readonly calendars?: readonly PlannedCalendar[] | undefined
}
