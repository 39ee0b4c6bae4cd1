/** An identifier (UUIDv7 as text) that says in the type what it identifies. */
export type Id<Of extends string> = string & { readonly __id: Of }

export type TenantId = Id<'tenant'>
export type AccountId = Id<'account'>
export type OfficeId = Id<'office'>
export type CategoryId = Id<'category'>
export type AreaId = Id<'area'>
export type ReportId = Id<'report'>
export type EventId = Id<'event'>
export type MessageId = Id<'message'>
export type AuthorId = Id<'author'>
export type AuthorGroupId = Id<'author-group'>
export type AttachmentId = Id<'attachment'>
export type DraftId = Id<'draft'>
export type ApiKeyId = Id<'api-key'>

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/

/** Tells whether a text from outside has the shape of our identifiers (RFC 9562, lower case). */
export function isId(text: string): boolean {
  return uuid.test(text)
}
