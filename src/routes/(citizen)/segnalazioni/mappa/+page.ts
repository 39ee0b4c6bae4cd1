/** The map needs a script; without one the page is a picture and the same list. */
export const csr = true
