/** Questions that answer come as one writes. */
export const csr = true
