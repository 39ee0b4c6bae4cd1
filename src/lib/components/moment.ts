/** An instant as the reader reads it, with its machine form. */
export type Moment = { readonly iso: string; readonly text: string }
