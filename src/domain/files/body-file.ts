import { type Id, isId } from '../shared/id.ts'

export type BodyFileId = Id<'body-file'>

export type BodyFileKind = 'picture' | 'document'

/**
 * A picture or document that a body shows with what it says of its services, offices, places and people. Its id is made of its name and
 * content: whatever has another content is another file, under another address.
 */
export type BodyFile = {
  readonly id: BodyFileId
  readonly kind: BodyFileKind
  /** As its address ends. */
  readonly name: string
  readonly mediaType: string
  /** Of a picture, of its large size. */
  readonly bytes: number
  /** Of a picture, of its large size, in pixels. */
  readonly width: number | null
  readonly height: number | null
}

/** What a file can be had as: a document as it came, a picture in three sizes. */
export type FileForm = 'small' | 'medium' | 'large' | 'document'

/** The longest side of each size of a picture, in pixels; a smaller picture stays as small as it is. */
export const pictureSides = { small: 320, medium: 800, large: 1600 } as const

const address = /\/file\/ente\/([0-9a-f-]{36})\/(small|medium|large|document)\/([a-z0-9-]{1,80}\.[a-z]{3,4})/
const longestStem = 80

/** Where a file lies for good, on the body's own site. */
export function fileAddress({ id, kind, name }: Pick<BodyFile, 'id' | 'kind' | 'name'>, form?: FileForm): string {
  return `/file/ente/${id}/${form ?? (kind === 'picture' ? 'large' : 'document')}/${name}`
}

/** The file of which an address is, as which it is asked for, and its name; none where it is the address of anything else. */
export function fileAt(href: string): { readonly id: BodyFileId; readonly form: FileForm; readonly name: string } | null {
  const [whole, id = '', form = '', name = ''] = address.exec(href) ?? []
  return whole === href && isId(id) ? { id: id as BodyFileId, form: form as FileForm, name } : null
}

/** Every file whose address stands in what somebody wrote, as a link or within a text. */
export function filesIn(value: unknown): readonly BodyFileId[] {
  const found = JSON.stringify(value ?? null).matchAll(new RegExp(address, 'g'))
  return [...new Set([...found].map(([, id]) => id as BodyFileId))]
}

/** What a file is called in its address: small letters without accents, figures and hyphens, and the extension of what it is. */
export function fileName(given: string, extension: string): string {
  const stem = given
    .replace(/\.[^.]*$/, '')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, longestStem)
    .replace(/^-|-$/g, '')
  return `${stem || 'file'}.${extension}`
}

/** How wide a size of a picture is, in pixels. */
export function widthOf({ width, height }: { readonly width: number; readonly height: number }, side: number): number {
  return Math.round(width * Math.min(1, side / Math.max(width, height)))
}
