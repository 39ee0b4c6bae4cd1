import type { Picture } from './picture.ts'

/** The picture that the fields of a form tell, by the names that `PictureField` gives them; `text` is what stands in one of them. */
export function readPicture(text: (name: string) => string): Picture | null {
  const href = text('picture-href')
  if (href === '') return null
  const en = text('picture-alt-en')
  return { href, alt: text('picture-decorative') ? null : { it: text('picture-alt'), ...(en !== '' && { en }) } }
}

/** The same as the fields show it. */
export function writePicture(picture: Picture | null): Readonly<Record<string, readonly string[]>> {
  return {
    'picture-href': picture ? [picture.href] : [],
    'picture-alt': [picture?.alt?.it ?? ''],
    'picture-alt-en': [picture?.alt?.en ?? ''],
    'picture-decorative': picture && picture.alt === null ? ['on'] : [],
  }
}
