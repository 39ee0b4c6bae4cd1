import { checkConformity } from '#domain/services/check-conformity.ts'
import type { ServiceId, ServiceSetting } from '#domain/services/service.ts'
import type { Reader, Tx } from '../database.ts'
import { readOfficesById } from '../offices.ts'
import { readWrittenService } from '../service-drafts.ts'
import { saveService } from '../services.ts'

/** What a version that was written down earlier does not tell. */
const untold = { picture: null } as const

/** A service as everybody reads it; what is being written of it is nobody's version yet. */
export const serviceStore = {
  async read(reader: Reader, id: string): Promise<ServiceSetting | null> {
    const found = await readWrittenService(reader, id as ServiceId)
    if (!found) return null
    const { code, state, featured, sheet } = found
    return { code, state, featured, sheet }
  },
  async write(tx: Tx, id: string, value: ServiceSetting | null, now: Date): Promise<void> {
    if (value === null) throw new Error('a service that was there is withdrawn, never taken away')
    await saveService(tx, id as ServiceId, { ...value, sheet: { ...untold, ...value.sheet }, updatedAt: now })
  },
  shows: ({ state }: ServiceSetting) => state === 'published',
  async mayReturn(tx: Tx, _id: string, value: ServiceSetting | null): Promise<boolean> {
    if (value === null) return false
    const offices = await readOfficesById(tx)
    return value.state === 'draft' || checkConformity(value.sheet, offices).length === 0
  },
}
