/** A file that the server already holds for a form; `size` is written out for the reader. */
export type StoredFile = {
  readonly key: string
  readonly name: string
  readonly size?: string | undefined
  readonly thumbnail?: string | undefined
}
