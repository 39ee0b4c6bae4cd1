import { sql } from 'kysely'
import { type AuthorGroup, membersMetBy } from '#domain/routing/author-group.ts'
import type { AuthorGroupId, AuthorId } from '#domain/shared/id.ts'
import { readAuthors } from './authors.ts'
import type { Reader, Tx } from './database.ts'

/** A group without who belongs to it. */
export type NamedAuthorGroup = Pick<AuthorGroup, 'name' | 'description'> & { readonly id: AuthorGroupId }

/** The groups of the body by name; who belongs to them stays where it is. */
export async function listAuthorGroups({ db, tenant }: Reader): Promise<readonly NamedAuthorGroup[]> {
  return db
    .selectFrom('author_group')
    .where('author_group.tenant_id', '=', tenant)
    .select(['author_group.id', 'author_group.name', 'author_group.description'])
    .orderBy(sql`lower(author_group.name)`)
    .execute()
}

/** How many belong to each group, addresses and domains. */
export async function countMembers({ db, tenant }: Reader): Promise<ReadonlyMap<AuthorGroupId, number>> {
  const rows = await db
    .selectFrom('author_group_member')
    .where('author_group_member.tenant_id', '=', tenant)
    .groupBy('author_group_member.author_group_id')
    .select(({ fn }) => ['author_group_member.author_group_id', fn.countAll<number>().as('members')])
    .execute()
  return new Map(rows.map(({ author_group_id, members }) => [author_group_id, members]))
}

/** One group with who belongs to it: for whoever sets rules, and nobody else. */
export async function readAuthorGroup({ db, tenant }: Reader, id: AuthorGroupId): Promise<AuthorGroup | null> {
  const group = await db
    .selectFrom('author_group')
    .where('author_group.tenant_id', '=', tenant)
    .where('author_group.id', '=', id)
    .select(['author_group.name', 'author_group.description'])
    .executeTakeFirst()
  if (!group) return null
  const members = await db
    .selectFrom('author_group_member')
    .where('author_group_member.tenant_id', '=', tenant)
    .where('author_group_member.author_group_id', '=', id)
    .select('author_group_member.address')
    .execute()
  return { ...group, members: members.map(({ address }) => address).toSorted() }
}

/** Writes a group whole, whether it is there already or not. */
export async function saveAuthorGroup(tx: Tx, id: AuthorGroupId, { name, description, members }: AuthorGroup): Promise<void> {
  await tx.db
    .insertInto('author_group')
    .values({ tenant_id: tx.tenant, id, name, description })
    .onConflict((conflict) => conflict.columns(['tenant_id', 'id']).doUpdateSet({ name, description }))
    .execute()
  await tx.db
    .deleteFrom('author_group_member')
    .where('author_group_member.tenant_id', '=', tx.tenant)
    .where('author_group_member.author_group_id', '=', id)
    .execute()
  if (members.length === 0) return
  await tx.db
    .insertInto('author_group_member')
    .values(members.map((address) => ({ tenant_id: tx.tenant, author_group_id: id, address })))
    .execute()
}

/** Takes a group away with who belongs to it; rules that ask for it are flagged. */
export async function deleteAuthorGroup(tx: Tx, id: AuthorGroupId): Promise<void> {
  await tx.db
    .deleteFrom('author_group')
    .where('author_group.tenant_id', '=', tx.tenant)
    .where('author_group.id', '=', id)
    .execute()
}

/** The groups in which each of these addresses or domains stands. */
export async function findMembers(
  { db, tenant }: Reader | Tx,
  addresses: readonly string[],
): Promise<ReadonlyMap<string, readonly AuthorGroupId[]>> {
  if (addresses.length === 0) return new Map()
  const rows = await db
    .selectFrom('author_group_member')
    .where('author_group_member.tenant_id', '=', tenant)
    .where('author_group_member.address', '=', sql<string>`any(${addresses})`)
    .select(['author_group_member.address', 'author_group_member.author_group_id'])
    .execute()
  const found = Map.groupBy(rows, ({ address }) => address)
  return new Map([...found].map(([address, standing]) => [address, standing.map(({ author_group_id }) => author_group_id)]))
}

/** Which groups the body keeps. */
type Kept = { readonly authorGroups: ReadonlyMap<AuthorGroupId, unknown> }

/** The groups that each of these authors belongs to by their e-mail; where the body keeps none, nobody's e-mail is looked at. */
export async function groupsOfAuthors(
  reader: Reader,
  { authorGroups }: Kept,
  ids: readonly AuthorId[],
): Promise<ReadonlyMap<AuthorId, readonly AuthorGroupId[]>> {
  if (authorGroups.size === 0) return new Map()
  const met = [...(await readAuthors(reader, ids))].map(([id, { email }]) => [id, membersMetBy(email)] as const)
  const found = await findMembers(reader, [...new Set(met.flatMap(([, members]) => members))])
  return new Map(met.map(([id, members]) => [id, [...new Set(members.flatMap((member) => found.get(member) ?? []))]]))
}

/** The same of one author, who may be nobody. */
export async function groupsOfAuthor(reader: Reader, kept: Kept, id: AuthorId | null): Promise<readonly AuthorGroupId[]> {
  return id === null ? [] : ((await groupsOfAuthors(reader, kept, [id])).get(id) ?? [])
}

/** Takes an address or domain out of what is kept of every group's past; how many versions held it. */
export async function eraseFromPastGroups({ db, tenant }: Tx, member: string): Promise<number> {
  const without = (side: 'before' | 'after') => {
    const whole = sql.ref(`setting_change.${side}`)
    return sql`case when jsonb_exists(${whole} -> 'members', ${member})
      then jsonb_set(${whole}, '{members}', (${whole} -> 'members') - ${member}::text) else ${whole} end`
  }
  const erased = await sql`
    update setting_change set before = ${without('before')}, after = ${without('after')}
    where setting_change.tenant_id = ${tenant} and setting_change.subject = 'author_group' and (
      jsonb_exists(setting_change.before -> 'members', ${member}) or jsonb_exists(setting_change.after -> 'members', ${member})
    )`.execute(db)
  return Number(erased.numAffectedRows ?? 0)
}
