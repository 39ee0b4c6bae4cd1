import type { BodyFileId, BodyFileKind } from '#domain/files/body-file.ts'
import type { AccountId, TenantId } from '#domain/shared/id.ts'

/** Pictures and documents that a body shows, and what names them. */
export type BodyFileTables = {
  body_file: {
    tenant_id: TenantId
    id: BodyFileId
    kind: BodyFileKind
    name: string
    media_type: string
    bytes: number
    width: number | null
    height: number | null
    storage_key: string
    at: Date
    account_id: AccountId | null
    seen_at: Date
  }
  body_file_use: { tenant_id: TenantId; file_id: BodyFileId; subject: string; subject_id: string; shown: boolean }
}
