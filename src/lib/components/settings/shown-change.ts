import type { Moment } from '../moment.ts'

/** One change of a setting as it is shown. */
export type ShownChange = {
  readonly id: string
  readonly by: string
  readonly at: Moment
  readonly differences: readonly { readonly field: string; readonly before: string; readonly after: string }[]
}
