/** The list of services follows the category, and questions that answer come as one writes. */
export const csr = true
