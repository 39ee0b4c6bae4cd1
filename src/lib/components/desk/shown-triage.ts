import type { Option } from '#lib/forms/field.ts'

type TriageValues = Readonly<Record<'kind' | 'category' | 'area' | 'priority' | 'owner' | 'dueOn', string>>

/** The form of the triage as it is shown. */
export type ShownTriage = {
  readonly values: TriageValues
  /** Nobody has taken it in charge yet. */
  readonly submitted: boolean
  /** The person says priority, owner and observers alone. */
  readonly limited: boolean
  readonly mayTakeTerm: boolean
  /** None where the place decides. */
  readonly areas: readonly Option[]
  readonly priorities: readonly Option[]
  readonly observers: readonly Option[]
  readonly offices: readonly Option[]
  readonly moderations: readonly Option[]
  readonly suggestion: { readonly values: TriageValues; readonly what: string; readonly why: string } | null
}
