import { type AuthorGroup, checkAuthorGroup } from '#domain/routing/author-group.ts'
import type { AuthorGroupId } from '#domain/shared/id.ts'
import { deleteAuthorGroup, listAuthorGroups, readAuthorGroup, saveAuthorGroup } from '../author-groups.ts'
import type { Reader, Tx } from '../database.ts'

/** A group of authors with who belongs to it; one that was taken away comes back under its id, and rules that ask for it hold again. */
export const authorGroupStore = {
  read: (reader: Reader, id: string): Promise<AuthorGroup | null> => readAuthorGroup(reader, id as AuthorGroupId),
  async write(tx: Tx, id: string, value: AuthorGroup | null): Promise<void> {
    if (value === null) await deleteAuthorGroup(tx, id as AuthorGroupId)
    else await saveAuthorGroup(tx, id as AuthorGroupId, value)
  },
  async mayReturn(tx: Tx, id: string, value: AuthorGroup | null): Promise<boolean> {
    if (value === null) return true
    const others = (await listAuthorGroups(tx)).filter((group) => group.id !== id)
    const written = { ...value, pasted: value.members.join('\n') }
    return checkAuthorGroup(
      written,
      others.map(({ name }) => name),
    ).ok
  },
}
