import type { TenantSettings } from '#domain/tenants/tenant.ts'
import type { Reader, Tx } from '../database.ts'
import { bodyStore } from './body.ts'

/** How one kind of setting is read and written whole, as plain JSON; null is nothing there, and writing it takes the thing away. */
export type SettingStore<Value> = {
  read(reader: Reader, id: string): Promise<Value | null>
  write(tx: Tx, id: string, value: Value | null): Promise<void>
}

/** What can be set, and the shape of each. */
export type SettingValues = {
  readonly body: TenantSettings
}

export type SettingSubject = keyof SettingValues

/** Every kind of setting; one that is missing here has no history and does not compile. */
export const settingStores: { readonly [Subject in SettingSubject]: SettingStore<SettingValues[Subject]> } = {
  body: bodyStore,
}
