import type { ImprovementSetting } from '#domain/ratings/improvement.ts'
import type { Id } from '#domain/shared/id.ts'
import type { Reader, Tx } from '../database.ts'
import { deleteImprovement, readImprovements, saveImprovement } from '../improvements.ts'

/** What the body changed because of ratings; subjects are never taken away, so that every old value may come back. */
export const improvementStore = {
  async read(reader: Reader, id: string): Promise<ImprovementSetting | null> {
    const found = (await readImprovements(reader)).find((improvement) => improvement.id === id)
    if (!found) return null
    const { id: _, ...setting } = found
    return setting
  },
  async write(tx: Tx, id: string, value: ImprovementSetting | null): Promise<void> {
    if (value === null) await deleteImprovement(tx, id as Id<'improvement'>)
    else await saveImprovement(tx, id as Id<'improvement'>, value)
  },
}
