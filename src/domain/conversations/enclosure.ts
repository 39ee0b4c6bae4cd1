/** The forms whose text goes to the author, with files if there are any. */
export const enclosingForms = ['reply', 'ask', 'resolve', 'decline'] as const

export type EnclosingForm = (typeof enclosingForms)[number]

/** So many files go with one message at most. */
export const mostEnclosed = 5
