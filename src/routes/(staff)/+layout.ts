/** Signing in takes no script; the pages of work, seen all day, bring Kit's client. */
export const csr = false
