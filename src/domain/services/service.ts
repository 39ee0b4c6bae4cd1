import type { Picture } from '../files/picture.ts'
import type { ContactKind } from '../offices/contact-point.ts'
import type { Id, OfficeId } from '../shared/id.ts'
import type { Link } from '../shared/link.ts'
import type { Words } from '../shared/words.ts'
import type { BusinessEvent, LifeEvent } from './life-event.ts'
import type { ServiceCategory } from './service-category.ts'
import type { Topic } from './topic.ts'

export type ServiceId = Id<'service'>

/** A draft is seen by staff alone. */
export const serviceStates = ['draft', 'published'] as const

export type ServiceState = (typeof serviceStates)[number]

export const spanUnits = ['hours', 'days', 'weeks', 'months'] as const

/** How long something takes, as people are told. */
export type Span = { readonly amount: number; readonly unit: (typeof spanUnits)[number] }

/** A step after the request: how long it takes from there, or the civil date (ISO) by which it comes. */
export type Phase = { readonly title: Words; readonly subtitle: Words; readonly when: Span | { readonly date: string } | null }

/** A way to reach somebody about the service; `note` says what it is for. */
export type ServiceContact = { readonly kind: ContactKind; readonly value: string; readonly note: Words }

/**
 * What the body says of a service: the content type of the official model. A text that is empty in Italian is not told. Offices and
 * services are named by id; files name them by code.
 */
export type ServiceSheet<Office = OfficeId, Service = ServiceId> = {
  readonly title: Words
  readonly subtitle: Words
  readonly active: boolean
  /** Why it is not active; for everyone to read. */
  readonly statusReason: Words
  /** The first is the one in the sheet's address. */
  readonly categories: readonly ServiceCategory[]
  readonly topics: readonly Topic[]
  readonly lifeEvents: readonly LifeEvent[]
  readonly businessEvents: readonly BusinessEvent[]
  /** Other words by which people look for it. */
  readonly synonyms: readonly string[]
  /** The short description. */
  readonly description: Words
  readonly picture: Picture | null
  readonly extended: Words
  readonly audience: Words
  readonly applicants: Words
  readonly coverage: Words
  readonly howTo: Words
  readonly needed: Words
  readonly neededList: readonly Words[]
  readonly achieved: Words
  /** What follows from the outcome. */
  readonly procedures: Words
  readonly terms: Words
  readonly phases: readonly Phase[]
  /** The longest time to an answer. */
  readonly responseTime: Span | null
  readonly costs: Words
  readonly payment: Words
  readonly constraints: Words
  readonly specialCases: Words
  /** How to get to the service, in words. */
  readonly access: Words
  readonly online: Link | null
  /** Where people can go for it. */
  readonly offices: readonly Office[]
  readonly booking: boolean
  /** A document elsewhere. */
  readonly conditions: Link | null
  /** The conditions themselves, where they are written in the sheet. */
  readonly conditionsText: Words
  readonly responsible: Office | null
  /** Besides those of the responsible office. */
  readonly contacts: readonly ServiceContact[]
  readonly documents: readonly Link[]
  readonly further: Words
  readonly related: readonly Service[]
  /** The code of the providing body in the register of public bodies (iPA). */
  readonly ipaCode: string
  /** Sectors of activity that it concerns (NACE Rev. 2). */
  readonly nace: readonly string[]
}

/** A service of the catalogue; its code is unique in the body and stands in the sheet's address. */
export type Service = {
  readonly id: ServiceId
  readonly code: string
  readonly state: ServiceState
  /** Shown before the others. */
  readonly featured: boolean
  readonly sheet: ServiceSheet
  readonly updatedAt: Date
}

/** What of a service is decided by who writes it; each publication is a version of it. */
export type ServiceSetting = Omit<Service, 'id' | 'updatedAt'>

/** What is being written of a service, apart from what everybody reads. */
export type ServiceDraft = Pick<Service, 'featured' | 'sheet'>

/** A service as files have it: offices and services named by code. */
export type ServiceFile = Omit<Service, 'id' | 'sheet' | 'updatedAt'> & { readonly sheet: ServiceSheet<string, string> }

/** The longest texts of a sheet, in characters; the short description's is the official model's. */
export const sheetLengths = { title: 160, description: 255, text: 10_000, line: 300 } as const

/** Tells whether a sheet sends people to an office, or says that it answers for the service. */
export function namesOfficeInSheet({ offices, responsible }: ServiceSheet, office: OfficeId): boolean {
  return responsible === office || offices.includes(office)
}

/** The sheet with another office in the place of one that closes, named once. */
export function sheetOfSuccessor(
  sheet: ServiceSheet,
  { from, to }: { readonly from: OfficeId; readonly to: OfficeId },
): ServiceSheet {
  const { offices, ...rest } = renamed(
    sheet,
    (office) => (office === from ? to : office),
    (service) => service,
  )
  return { ...rest, offices: [...new Set(offices)] }
}

/** The sheet with its offices and services named otherwise: by code for a file, by id from one. */
export function renamed<Office, Service, ToOffice, ToService>(
  sheet: ServiceSheet<Office, Service>,
  officeOf: (office: Office) => ToOffice,
  serviceOf: (service: Service) => ToService,
): ServiceSheet<ToOffice, ToService> {
  return {
    ...sheet,
    offices: sheet.offices.map(officeOf),
    responsible: sheet.responsible === null ? null : officeOf(sheet.responsible),
    related: sheet.related.map(serviceOf),
  }
}
