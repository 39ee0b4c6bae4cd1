/** The form saves, uploads and searches as one goes; all of it works by its buttons too. */
export const csr = true
