/** A file that waits to be sent with a form. */
export type ShownEnclosed = { readonly id: string; readonly form: string; readonly name: string; readonly size: string }
