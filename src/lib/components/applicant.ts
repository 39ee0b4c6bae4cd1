import type { Dictionary } from '#lib/messages/dictionary.ts'

/** Whoever fills in a form: known by an address, or nobody yet; with the words of either. */
export type ShownApplicant = { readonly email: string | null; readonly words: Dictionary['citizens']['known'] }
