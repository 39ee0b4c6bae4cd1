import { v7 as uuidv7 } from 'uuid'
import type { Actor, Membership } from '#domain/people/actor.ts'
import { checkLeaving, checkRoles, officesLeft, type Staffing, withDeskOffice } from '#domain/people/staffing.ts'
import type { AccountId, Id } from '#domain/shared/id.ts'
import { deleteMembership, insertMembership, listAdministrators, listHeldRoles } from '../accounts.ts'
import type { Reader, Tx } from '../database.ts'
import { readDeskOffice, readOffices } from '../offices.ts'
import { countOpenOf } from '../open-of.ts'

/** The roles of a person in this body, under their account; null where they hold none. */
export const personStore = {
  async read(reader: Reader, id: string): Promise<Staffing | null> {
    const memberships = await listHeldRoles(reader, id as AccountId)
    return memberships.length === 0 ? null : { memberships: memberships.toSorted(inOrder) }
  },
  async write(tx: Tx, id: string, value: Staffing | null): Promise<void> {
    const account = id as AccountId
    const before = await listHeldRoles(tx, account)
    const after = value?.memberships ?? []
    for (const one of before) if (!after.some((other) => isSame(one, other))) await deleteMembership(tx, account, one)
    for (const one of after) await insertMembership(tx, uuidv7() as Id<'membership'>, account, one)
  },
  async mayReturn(tx: Tx, id: string, value: Staffing | null, by: Actor): Promise<boolean> {
    const account = id as AccountId
    const offices = new Map((await readOffices(tx)).map((office) => [office.id, office]))
    const after = value?.memberships ?? []
    if (value !== null && !checkRoles(after, (office) => offices.get(office)?.active === true).ok) return false
    if (!checkLeaving(account, after, { by, administrators: await listAdministrators(tx) }).ok) return false
    const desk = await readDeskOffice(tx)
    const left = officesLeft(withDeskOffice(await listHeldRoles(tx, account), desk), withDeskOffice(after, desk))
    return (await countOpenOf(tx, account, left)) === 0
  },
}

function isSame(one: Membership, other: Membership): boolean {
  return one.role === other.role && one.office === other.office
}

function inOrder(one: Membership, other: Membership): number {
  return `${one.office ?? ''} ${one.role}` < `${other.office ?? ''} ${other.role}` ? -1 : 1
}
