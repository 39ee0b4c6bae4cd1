import type { Profile, ProfileId, ProfileSetting } from '#domain/offices/profile.ts'
import type { Reader, Tx } from './database.ts'

/** Every public profile of the body with its posts, by family name, those that are not shown too. */
export async function readProfiles({ db, tenant }: Reader): Promise<readonly Profile[]> {
  const [rows, posts] = await Promise.all([
    db
      .selectFrom('profile')
      .where('profile.tenant_id', '=', tenant)
      .select(['id', 'code', 'first_name', 'last_name', 'competences', 'photo', 'cv', 'points', 'account_id', 'active'])
      .orderBy('last_name')
      .orderBy('first_name')
      .execute(),
    db
      .selectFrom('post')
      .where('post.tenant_id', '=', tenant)
      .select(['profile_id', 'office_id', 'title', 'in_charge'])
      .orderBy('position')
      .execute(),
  ])
  const byProfile = Map.groupBy(posts, ({ profile_id }) => profile_id)
  return rows.map(({ first_name, last_name, account_id, ...profile }) => ({
    ...profile,
    firstName: first_name,
    lastName: last_name,
    account: account_id,
    posts: (byProfile.get(profile.id) ?? []).map(({ office_id, title, in_charge }) => ({
      office: office_id,
      title,
      inCharge: in_charge,
    })),
  }))
}

/** Writes a profile whole, whether it is there already or not. */
export async function saveProfile(tx: Tx, id: ProfileId, profile: ProfileSetting): Promise<void> {
  const values = {
    code: profile.code,
    first_name: profile.firstName,
    last_name: profile.lastName,
    competences: JSON.stringify(profile.competences),
    photo: profile.photo,
    cv: profile.cv,
    points: JSON.stringify(profile.points),
    account_id: profile.account,
    active: profile.active,
  }
  await tx.db
    .insertInto('profile')
    .values({ tenant_id: tx.tenant, id, ...values })
    .onConflict((conflict) => conflict.columns(['tenant_id', 'id']).doUpdateSet(values))
    .execute()
  await tx.db.deleteFrom('post').where('post.tenant_id', '=', tx.tenant).where('post.profile_id', '=', id).execute()
  const rows = profile.posts.map(({ office, title, inCharge }, position) => ({
    tenant_id: tx.tenant,
    profile_id: id,
    position,
    office_id: office,
    title: JSON.stringify(title),
    in_charge: inCharge,
  }))
  if (rows.length > 0) await tx.db.insertInto('post').values(rows).execute()
}

/** Takes a profile away; an account that it named stays. */
export async function deleteProfile(tx: Tx, id: ProfileId): Promise<void> {
  await tx.db.deleteFrom('profile').where('profile.tenant_id', '=', tx.tenant).where('profile.id', '=', id).execute()
}
