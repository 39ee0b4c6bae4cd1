/** Text pages carry no script; the few pages with a map or a form that helps turn it on for themselves. */
export const csr = false
