import { placeChanges } from '#domain/appointments/booking-calendar.ts'
import { checkClosing, checkOffice } from '#domain/offices/check-office.ts'
import type { OfficeSetting } from '#domain/offices/office.ts'
import type { OfficeId } from '#domain/shared/id.ts'
import { readCalendars } from '../appointments/calendars.ts'
import { tellPlaceLater } from '../appointments/change-appointment.ts'
import type { Reader, Tx } from '../database.ts'
import { countUses, readOfficeUses } from '../office-uses.ts'
import { deleteOffice, readOffices, saveOffice } from '../offices.ts'

/** What a change that was written down earlier does not tell. */
const untold = { opening: null, pec: null, place: null, access: { it: '' }, kind: 'office', points: [], documents: [] } as const

/** An office with its place in the tree; whoever is booked there is told of another address. Taking one away that is referred to breaks, as it should. */
export const officeStore = {
  async read(reader: Reader, id: string): Promise<OfficeSetting | null> {
    const found = (await readOffices(reader)).find((office) => office.id === id)
    if (!found) return null
    const { id: _, ...setting } = found
    return setting
  },
  async write(tx: Tx, id: string, value: OfficeSetting | null, now: Date): Promise<void> {
    const office = id as OfficeId
    if (value === null) return deleteOffice(tx, office)
    const before = await officeStore.read(tx, id)
    await saveOffice(tx, office, { ...untold, ...value })
    if (before === null) return
    for (const calendar of await readCalendars(tx))
      if (calendar.office === office && placeChanges({ calendar, office: before }, { calendar, office: value }))
        await tellPlaceLater(tx, calendar.id, now)
  },
  shows: ({ active }: OfficeSetting) => active,
  async mayReturn(tx: Tx, id: string, value: OfficeSetting | null): Promise<boolean> {
    const offices = new Map((await readOffices(tx)).map((office) => [office.id, office]))
    const now = offices.get(id as OfficeId)
    if (value !== null && !checkOffice(id as OfficeId, { ...untold, ...value }, offices).ok) return false
    if (!now?.active || value?.active) return true
    return checkClosing(now, offices, countUses(await readOfficeUses(tx, now.id)), null).ok
  },
}
