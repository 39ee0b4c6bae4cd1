import { createHash } from 'node:crypto'
import type { Id } from '#domain/shared/id.ts'

/** An identifier made of what it identifies: a UUIDv8 (RFC 9562) of the SHA-256 of a name and a content. */
export function contentId<Of extends string>(name: string, bytes: Uint8Array): Id<Of> {
  const hash = createHash('sha256').update(name).update('\0').update(bytes).digest().subarray(0, 16)
  hash.writeUInt8((hash.readUInt8(6) & 0x0f) | 0x80, 6)
  hash.writeUInt8((hash.readUInt8(8) & 0x3f) | 0x80, 8)
  return hash.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5') as Id<Of>
}
