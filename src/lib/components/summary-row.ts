/** One line of a summary: what was asked and what was answered, a text or several; a text may lead somewhere. */
export type SummaryRow = { readonly label: string; readonly value: string | readonly string[]; readonly href?: string }
