import type { Office } from '../offices/office.ts'
import type { OfficeId } from '../shared/id.ts'
import { type PostalAddress, partAddress } from '../shared/postal-address.ts'
import type { Words } from '../shared/words.ts'
import { type ServiceSheet, sheetLengths } from './service.ts'

/** The criteria of the official evaluation that a single sheet can fail. */
type Criterion = 'C.SI.1.3' | 'C.SI.2.1' | 'C.SI.2.2' | 'R.SI.1.1'

/** What of a sheet a criterion looks at. */
export type SheetPart =
  | 'title'
  | 'description'
  | 'status_reason'
  | 'categories'
  | 'topics'
  | 'audience'
  | 'how_to'
  | 'needed'
  | 'achieved'
  | 'terms'
  | 'response_time'
  | 'costs'
  | 'access'
  | 'booking'
  | 'conditions'
  | 'responsible'
  | 'location'

/** A criterion that the sheet would fail as it stands, and for want of what. */
export type Nonconformity = { readonly criterion: Criterion; readonly part: SheetPart }

/** What of an office counts here. */
export type Reached = Pick<Office, 'active' | 'address'>

/** Fewer characters count as nothing. */
const leastText = 3

/** Everything for which the sheet would fail the official evaluation: the contents that C.SI.1.3 asks for, contacts (C.SI.2.2), metatags (R.SI.1.1). */
export function checkConformity<Key = OfficeId>(
  sheet: ServiceSheet<Key, unknown>,
  offices: ReadonlyMap<Key, Reached>,
): readonly Nonconformity[] {
  const responsible = sheet.responsible === null ? undefined : offices.get(sheet.responsible)
  return [
    ...missingParts(sheet).map((part) => ({ criterion: 'C.SI.1.3', part }) as const),
    ...(responsible?.active
      ? []
      : ([
          { criterion: 'C.SI.1.3', part: 'responsible' },
          { criterion: 'C.SI.2.2', part: 'responsible' },
        ] as const)),
    ...(locationOf(sheet, offices) ? [] : ([{ criterion: 'R.SI.1.1', part: 'location' }] as const)),
  ]
}

/** What of a sheet the evaluation (C.SI.2.1) would look for in vain, and yet lets it pass: an appointment that no calendar takes. Every page leads to booking besides. */
export function adviseOn({ booking }: Pick<ServiceSheet, 'booking'>, booked: boolean): readonly Nonconformity[] {
  return booking && !booked ? [{ criterion: 'C.SI.2.1', part: 'booking' }] : []
}

function missingParts(sheet: ServiceSheet<unknown, unknown>): readonly SheetPart[] {
  const { description, conditions, conditionsText, online, offices, booking, access } = sheet
  const required: readonly (readonly [SheetPart, boolean])[] = [
    ['title', says(sheet.title)],
    ['description', says(description) && description.it.length <= sheetLengths.description],
    ['status_reason', sheet.active || says(sheet.statusReason)],
    ['categories', sheet.categories.length > 0],
    ['topics', sheet.topics.length > 0],
    ['audience', says(sheet.audience)],
    ['how_to', says(sheet.howTo)],
    ['needed', says(sheet.needed)],
    ['achieved', says(sheet.achieved)],
    ['terms', says(sheet.terms)],
    ['response_time', sheet.responseTime !== null],
    ['costs', says(sheet.costs)],
    ['access', online !== null || booking || offices.length > 0 || says(access)],
    ['conditions', conditions !== null || says(conditionsText)],
  ]
  return required.filter(([, there]) => !there).map(([part]) => part)
}

function says({ it }: Words): boolean {
  return it.trim().length >= leastText
}

/** The office where people can go for the service, with its address in parts: the first of its places, or the responsible office. */
export function locationOf<Found extends Reached, Key = OfficeId>(
  { offices: places, responsible }: Pick<ServiceSheet<Key, unknown>, 'offices' | 'responsible'>,
  offices: ReadonlyMap<Key, Found>,
): { readonly office: Found; readonly address: PostalAddress } | null {
  for (const id of [...places, ...(responsible === null ? [] : [responsible])]) {
    const office = offices.get(id)
    const address = office?.active && office.address !== null ? partAddress(office.address) : null
    if (office && address) return { office, address }
  }
  return null
}
