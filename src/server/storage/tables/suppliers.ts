import type { AccountId, AttachmentId, Id, ReportId, TenantId } from '#domain/shared/id.ts'
import type { LinkState, SupplierLinkId } from '#domain/suppliers/supplier-link.ts'

/** Whom the body gives work to outside, and the links by which they were asked. */
export type SupplierTables = {
  supplier: {
    tenant_id: TenantId
    id: Id<'supplier'>
    name: string
    email: string
    phone: string | null
    note: string
    active: boolean
  }
  supplier_link: {
    tenant_id: TenantId
    id: SupplierLinkId
    report_id: ReportId
    name: string
    email: string
    description: string
    photos: readonly AttachmentId[]
    shows_place: boolean
    state: LinkState
    state_at: Date
    created_by: AccountId
    created_at: Date
    expires_at: Date
    revoked_at: Date | null
    used_at: Date | null
  }
}
