import type { CalendarSetting } from '#domain/appointments/booking-calendar.ts'
import type { AreaSetting } from '#domain/areas/area.ts'
import type { CategorySetting } from '#domain/categories/category.ts'
import type { TemplateSetting } from '#domain/conversations/template.ts'
import type { FaqSetting } from '#domain/faqs/faq.ts'
import type { OfficeSetting } from '#domain/offices/office.ts'
import type { ProfileSetting } from '#domain/offices/profile.ts'
import type { VenueSetting } from '#domain/offices/venue.ts'
import type { Absence } from '#domain/people/absence.ts'
import type { Actor } from '#domain/people/actor.ts'
import type { KeySetting } from '#domain/people/check-key.ts'
import type { Staffing } from '#domain/people/staffing.ts'
import type { ImprovementSetting } from '#domain/ratings/improvement.ts'
import type { AuthorGroup } from '#domain/routing/author-group.ts'
import type { RoutingRule } from '#domain/routing/rule.ts'
import type { ServiceSetting } from '#domain/services/service.ts'
import type { Supplier } from '#domain/suppliers/supplier.ts'
import type { TenantSettings } from '#domain/tenants/tenant.ts'
import type { Reader, Tx } from '../database.ts'
import { absenceStore } from './absence.ts'
import { areaStore } from './area.ts'
import { authorGroupStore } from './author-group.ts'
import { bodyStore } from './body.ts'
import { bookingCalendarStore } from './booking-calendar.ts'
import { categoryStore } from './category.ts'
import { faqStore } from './faq.ts'
import { improvementStore } from './improvement.ts'
import { keyStore } from './key.ts'
import { officeStore } from './office.ts'
import { personStore } from './person.ts'
import { profileStore } from './profile.ts'
import { routingStore } from './routing.ts'
import { serviceStore } from './service.ts'
import { staffNameStore } from './staff-name.ts'
import { supplierStore } from './supplier.ts'
import { templateStore } from './template.ts'
import { venueStore } from './venue.ts'

/** How one kind of setting is read and written whole, as plain JSON; null is nothing there, and writing it takes the thing away. */
export type SettingStore<Value> = {
  read(reader: Reader, id: string): Promise<Value | null>
  write(tx: Tx, id: string, value: Value | null, now: Date): Promise<void>
  /** Whether everybody sees it, and the files that it names; without it, they do. */
  shows?(value: Value): boolean
  /** It never becomes again what it was. */
  readonly final?: boolean
  /** Who besides an administrator and the platform may change it. */
  mayChange?(tx: Tx, id: string, by: Actor): Promise<boolean>
  /** Whether it may go back to an old value as everything else is now, without more to be done. */
  mayReturn?(tx: Tx, id: string, value: Value | null, by: Actor, now: Date): Promise<boolean>
  /** What becomes of it where one change is taken back and those after it stay; without it, what it was before that change. */
  without?(now: Value, before: Value, after: Value): Value
}

/** What can be set, and the shape of each. */
export type SettingValues = {
  readonly absence: readonly Absence[]
  readonly area: AreaSetting
  readonly author_group: AuthorGroup
  readonly body: TenantSettings
  readonly booking_calendar: CalendarSetting
  readonly category: CategorySetting
  readonly faq: FaqSetting
  readonly improvement: ImprovementSetting
  readonly key: KeySetting
  readonly office: OfficeSetting
  readonly person: Staffing
  readonly profile: ProfileSetting
  readonly routing: readonly RoutingRule[]
  readonly service: ServiceSetting
  readonly staff_name: string
  readonly template: TemplateSetting
  readonly supplier: Supplier
  readonly venue: VenueSetting
}

export type SettingSubject = keyof SettingValues

/** Every kind of setting; one that is missing here has no history and does not compile. */
export const settingStores: { readonly [Subject in SettingSubject]: SettingStore<SettingValues[Subject]> } = {
  absence: absenceStore,
  area: areaStore,
  author_group: authorGroupStore,
  body: bodyStore,
  booking_calendar: bookingCalendarStore,
  category: categoryStore,
  faq: faqStore,
  improvement: improvementStore,
  key: keyStore,
  office: officeStore,
  person: personStore,
  profile: profileStore,
  routing: routingStore,
  service: serviceStore,
  staff_name: staffNameStore,
  template: templateStore,
  supplier: supplierStore,
  venue: venueStore,
}

/** Tells whether settings of this kind can become again what they were. */
export function mayGoBack(subject: SettingSubject): boolean {
  return settingStores[subject].final !== true
}
