/** What every field of a form is told: words, value kept, and what was wrong with it. */
export type Field = {
  readonly id: string
  readonly name: string
  readonly label: string
  readonly value?: string | undefined
  readonly error?: string | undefined
  readonly help?: string | undefined
  readonly required?: boolean | undefined
  readonly disabled?: boolean | undefined
}

/** One choice of a select, a radio group or a group of checkboxes. */
export type Option = {
  readonly value: string
  readonly label: string
  readonly help?: string | undefined
  readonly disabled?: boolean | undefined
}

/** A named bunch of options in a select. */
export type OptionGroup = { readonly label: string; readonly options: readonly Option[] }

/** A problem shown at the top of a form, leading to its field by id. */
export type FormError = { readonly field: string; readonly message: string }

/** The ids of what describes a field, in reading order; absent when nothing does. */
export function describedBy(field: Pick<Field, 'id' | 'help' | 'error'>): string | undefined {
  const ids = [field.help ? helpId(field.id) : '', field.error ? errorId(field.id) : ''].filter(Boolean)
  return ids.length > 0 ? ids.join(' ') : undefined
}

/** The id of a field's help text. */
export function helpId(id: string): string {
  return `${id}-help`
}

/** The id of a field's error text. */
export function errorId(id: string): string {
  return `${id}-error`
}
