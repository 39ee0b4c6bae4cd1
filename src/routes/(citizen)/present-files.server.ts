import { type BodyFile, fileAddress, fileAt, pictureSides, widthOf } from '#domain/files/body-file.ts'
import type { Picture } from '#domain/files/picture.ts'
import { inLocale, type Words } from '#domain/shared/words.ts'
import type { ShownLink, ShownPicture } from '#lib/components/files/shown-file.ts'
import { writeFileSize } from '#lib/messages/file-size.ts'
import type { BodyFiles } from '#server/storage/body-files.ts'

/** A picture in the sizes that it has, to be chosen from; nothing where its file is gone. */
export function showPicture(picture: Picture | null, files: BodyFiles, { locale }: App.Locals): ShownPicture | null {
  const file = picture && fileOf(picture.href, files)
  if (!file || file.width === null || file.height === null) return null
  const { width, height } = file
  const sizes = new Map(
    (['small', 'medium', 'large'] as const).map((form): [number, string] => [
      widthOf({ width, height }, pictureSides[form]),
      fileAddress(file, form),
    ]),
  )
  return {
    src: fileAddress(file, 'medium'),
    sources: [...sizes].map(([wide, address]) => `${address} ${wide}w`).join(', '),
    width,
    height,
    alt: picture.alt ? inLocale(picture.alt, locale) : '',
  }
}

/** A link as people read it; of a file of the body it says of what type it is and how large. */
export function showLink(
  { label, href }: { readonly label: Words; readonly href: string },
  files: BodyFiles,
  locals: App.Locals,
): ShownLink {
  const { locale } = locals
  const file = fileOf(href, files)
  const note = file ? `${file.name.split('.').at(-1)?.toUpperCase()}, ${writeFileSize(file.bytes, locale)}` : ''
  return { label: inLocale(label, locale), href, note }
}

function fileOf(href: string, files: BodyFiles): BodyFile | undefined {
  const asked = fileAt(href)
  return asked ? files.get(asked.id) : undefined
}
