/** The desk's pages are forms and tables; they carry no script. */
export const csr = false
