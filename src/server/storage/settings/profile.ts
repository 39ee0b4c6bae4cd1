import { checkProfile, type ProfileId, type ProfileSetting } from '#domain/offices/profile.ts'
import type { Reader, Tx } from '../database.ts'
import { readOffices } from '../offices.ts'
import { deleteProfile, readProfiles, saveProfile } from '../profiles.ts'

/** What a change that was written down earlier does not tell. */
const untold = { photo: null, cv: null } as const

/** A person as everybody may know them. */
export const profileStore = {
  async read(reader: Reader, id: string): Promise<ProfileSetting | null> {
    const found = (await readProfiles(reader)).find((profile) => profile.id === id)
    if (!found) return null
    const { id: _, ...setting } = found
    return setting
  },
  async write(tx: Tx, id: string, value: ProfileSetting | null): Promise<void> {
    if (value === null) await deleteProfile(tx, id as ProfileId)
    else await saveProfile(tx, id as ProfileId, { ...untold, ...value })
  },
  shows: ({ active }: ProfileSetting) => active,
  async mayReturn(tx: Tx, id: string, value: ProfileSetting | null): Promise<boolean> {
    if (value === null) return true
    const [profiles, offices] = [await readProfiles(tx), new Set((await readOffices(tx)).map((office) => office.id))]
    return checkProfile(id as ProfileId, { ...untold, ...value }, { profiles, offices }).ok
  },
}
