import type { Id, TenantId } from '#domain/shared/id.ts'
import type { Files } from './gateways/files.ts'
import type { Images } from './gateways/images.ts'
import type { Reader, Tx } from './storage/database.ts'
import type { Directories } from './storage/directory.ts'

/** Everything that a use case or a query may touch. */
export type World = {
  now(): Date
  newId<Of extends string>(): Id<Of>
  /** Reads within one tenant, in one snapshot of its own. */
  read<T>(tenant: TenantId, work: (reader: Reader) => Promise<T>): Promise<T>
  /** Writes within one tenant; a refusal or a fault rolls everything back. */
  transaction<T>(tenant: TenantId, work: (tx: Tx) => Promise<T>): Promise<T>
  readonly directories: Directories
  readonly files: Files
  readonly images: Images
  /** Signs private links; the same on every node, made when the installation was. */
  readonly secret: Uint8Array
}
