import type { Bucket } from '#domain/reports/inbox.ts'
import type { Priority } from '#domain/reports/priority.ts'
import type { Stage } from '#domain/reports/stage.ts'
import type { Option } from '#lib/forms/field.ts'

type ShownBucket = {
  readonly bucket: Bucket
  readonly label: string
  readonly count: number
  readonly href: string
  readonly current: boolean
}

export type ShownRow = {
  readonly number: number
  readonly href: string
  readonly crumb: string
  readonly title: string
  readonly category: string
  readonly place: string
  readonly stage: Stage
  readonly priority: { readonly level: Priority; readonly label: string } | null
  readonly owner: string
  readonly sent: string
  readonly due: string
  readonly late: boolean
  readonly unread: boolean
}

/** The list of the desk as it is shown. */
export type ShownList = {
  readonly groups: readonly { readonly label: string; readonly buckets: readonly ShownBucket[] }[]
  readonly filter: {
    readonly text: string
    readonly stage: string
    readonly office: string
    readonly mine: boolean
    readonly bucket: string
  }
  readonly stages: readonly Option[]
  readonly offices: readonly Option[]
  readonly rows: readonly ShownRow[]
  readonly further: string | undefined
}
