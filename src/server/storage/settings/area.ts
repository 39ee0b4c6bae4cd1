import type { AreaSetting } from '#domain/areas/area.ts'
import { checkArea } from '#domain/areas/check-area.ts'
import type { AreaId } from '#domain/shared/id.ts'
import { countByArea, deleteArea, readAreas, saveArea } from '../areas.ts'
import type { Reader, Tx } from '../database.ts'

/** An area with its borders; after each change the open reports are looked for anew. */
export const areaStore = {
  async read(reader: Reader, id: string): Promise<AreaSetting | null> {
    const found = (await readAreas(reader)).find((area) => area.id === id)
    if (!found) return null
    const { id: _, ...setting } = found
    return setting
  },
  async write(tx: Tx, id: string, value: AreaSetting | null): Promise<void> {
    if (value === null) await deleteArea(tx, id as AreaId)
    else await saveArea(tx, id as AreaId, value)
    await tx.later('areas.reassign', { tenant: tx.tenant, after: null })
  },
  async mayReturn(tx: Tx, id: string, value: AreaSetting | null): Promise<boolean> {
    const areas = await readAreas(tx)
    if (value === null) return !(await countByArea(tx)).has(id as AreaId) && areas.every(({ parent }) => parent !== id)
    return checkArea(id as AreaId, value, new Map(areas.map((area) => [area.id, area]))).ok
  },
}
