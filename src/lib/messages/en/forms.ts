import type { Dictionary } from '../dictionary.ts'

export const forms: Dictionary['forms'] = {
  requiredHint: 'Fields marked with an asterisk are required',
  errorsTitle: { one: 'There is {n} error', other: 'There are {n} errors' },
  maxLength: 'At most {n} characters',
  choose: 'Choose an option',
  storedFiles: 'Files already uploaded',
  removeFile: 'Remove',
}
