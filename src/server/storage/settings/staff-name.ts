import type { AccountId } from '#domain/shared/id.ts'
import { keepsName, listHeldRoles, readAccount, saveName } from '../accounts.ts'
import type { Reader, Tx } from '../database.ts'

/** What a person is called, under their account; the body that made the account corrects it. */
export const staffNameStore = {
  async read(reader: Reader, id: string): Promise<string | null> {
    const works = (await listHeldRoles(reader, id as AccountId)).length > 0
    return works ? ((await readAccount(reader, id as AccountId))?.name ?? null) : null
  },
  async write(tx: Tx, id: string, value: string | null): Promise<void> {
    if (value === null) throw new Error('a person keeps a name')
    await saveName(tx, id as AccountId, value)
  },
  async mayReturn(tx: Tx, id: string, value: string | null): Promise<boolean> {
    return value !== null && keepsName(tx, id as AccountId)
  },
}
