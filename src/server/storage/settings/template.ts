import { checkTemplate, type TemplateSetting } from '#domain/conversations/template.ts'
import type { Id } from '#domain/shared/id.ts'
import type { Reader, Tx } from '../database.ts'
import { templateSurroundings } from '../template-surroundings.ts'
import { deleteTemplate, readTemplates, saveTemplate } from '../templates.ts'

/** A standard text; taking one away leaves what was written with it as it is. */
export const templateStore = {
  async read(reader: Reader, id: string): Promise<TemplateSetting | null> {
    const found = (await readTemplates(reader)).find((template) => template.id === id)
    if (!found) return null
    const { id: _, ...setting } = found
    return setting
  },
  async write(tx: Tx, id: string, value: TemplateSetting | null): Promise<void> {
    if (value === null) await deleteTemplate(tx, id as Id<'template'>)
    else await saveTemplate(tx, id as Id<'template'>, value)
  },
  async mayReturn(tx: Tx, id: string, value: TemplateSetting | null): Promise<boolean> {
    return value === null || checkTemplate(value, await templateSurroundings(tx, id)).ok
  },
}
