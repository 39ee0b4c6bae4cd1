/** An Italian address in its parts. */
export type PostalAddress = { readonly street: string; readonly postcode: string; readonly locality: string }

/** Parts an address written in one line, `Via Lunga 9, 00100 Prova`; none where it names no postcode of five digits. */
export function partAddress(line: string): PostalAddress | null {
  const [, street, postcode, locality] = /^(.*\S)[\s,–-]+(\d{5})[\s,]+(\S.*)$/.exec(line.trim()) ?? []
  if (!street || !postcode || !locality) return null
  return { street: street.replace(/[\s,–-]+$/, ''), postcode, locality }
}
