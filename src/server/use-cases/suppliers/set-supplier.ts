import type { Actor } from '#domain/people/actor.ts'
import type { Id, TenantId } from '#domain/shared/id.ts'
import type { Result } from '#domain/shared/result.ts'
import { checkSupplier, type Supplier, type SupplierRefusal } from '#domain/suppliers/supplier.ts'
import { type ChangeSettingRefusal, changeSetting } from '#server/storage/settings/change-setting.ts'
import type { World } from '#server/world.ts'

/** An entry of the address book as it is to be; the version is the one that was seen. */
export type SetSupplier = {
  readonly id: Id<'supplier'>
  readonly supplier: Supplier
  readonly by: Actor
  readonly seen: number | null
}

export type SetSupplierRefusal = SupplierRefusal | ChangeSettingRefusal

/** Writes somebody outside into the address book, or changes what it says. */
export async function setSupplier(
  world: World,
  tenant: TenantId,
  ask: SetSupplier,
): Promise<Result<Id<'setting-change'>, SetSupplierRefusal>> {
  const checked = checkSupplier(ask.supplier)
  if (!checked.ok) return checked
  const change = { subject: 'supplier', id: ask.id, by: ask.by, value: checked.value, seen: ask.seen } as const
  return world.transaction<Result<Id<'setting-change'>, SetSupplierRefusal>>(tenant, (tx) => changeSetting(world, tx, change))
}
