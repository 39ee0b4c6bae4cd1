import { fileTypeFromBuffer } from 'file-type'
import { done, type Result, refuse } from '#domain/shared/result.ts'

export type DocumentRefusal = 'document-too-large' | 'document-type' | 'document-damaged'

export type DocumentKind = { readonly mediaType: string; readonly extension: 'pdf' | 'odt' | 'docx' }

export const mostDocumentBytes = 10 * 1024 * 1024

const kinds: readonly DocumentKind[] = [
  { mediaType: 'application/pdf', extension: 'pdf' },
  { mediaType: 'application/vnd.oasis.opendocument.text', extension: 'odt' },
  { mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', extension: 'docx' },
]

/** Says what a document is by its content, whatever its name says, and whether all of it has arrived. */
export async function inspectDocument(bytes: Uint8Array): Promise<Result<DocumentKind, DocumentRefusal>> {
  if (bytes.length > mostDocumentBytes) return refuse('document-too-large')
  const type = await fileTypeFromBuffer(bytes).catch(() => undefined)
  const kind = kinds.find(({ mediaType }) => mediaType === type?.mime)
  if (!kind) return refuse('document-type')
  const whole = kind.extension === 'pdf' ? isWholePdf(bytes) : isWholeArchive(bytes)
  return whole ? done(kind) : refuse('document-damaged')
}

const pdfEnd = Buffer.from('%%EOF')
const pdfTail = 1024

/** Readers look for the end mark in the last kilobyte, since some programs add a little behind it. */
function isWholePdf(bytes: Uint8Array): boolean {
  return Buffer.from(bytes.subarray(-pdfTail)).includes(pdfEnd)
}

const directoryEnd = Buffer.from('PK\x05\x06', 'latin1')
const directoryEntry = 0x02014b50
const directoryEndLength = 22
const longestComment = 65_535

/** A ZIP ends with a directory of what is in it: there, at the offset that it says, and as long as it says. */
function isWholeArchive(bytes: Uint8Array): boolean {
  const tail = Buffer.from(bytes.subarray(-(directoryEndLength + longestComment)))
  const at = tail.lastIndexOf(directoryEnd)
  if (at < 0 || at + directoryEndLength > tail.length) return false
  const [entries, size, offset] = [tail.readUInt16LE(at + 10), tail.readUInt32LE(at + 12), tail.readUInt32LE(at + 16)]
  const end = bytes.length - tail.length + at
  if (entries === 0 || offset + size !== end) return false
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.length).getUint32(offset, true) === directoryEntry
}
