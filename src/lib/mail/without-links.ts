/** Explicit addresses, with or without scheme. */
const address = /\b(?:[a-z][a-z0-9+.-]{1,20}:\/\/|www\.)\S+/gi
/** What mail programs take for an address although nobody wrote one as such: a dot between letters. */
const dotted = /(?<=[\p{L}\p{N}-])\.(?=\p{L}{2})/gu

/** A stranger’s words in a letter of the body lead nowhere: else anybody could make the body send a link to anybody. */
export function withoutLinks(text: string, removed: string): string {
  return text.replace(address, removed).replace(dotted, '. ')
}
