import type { Dictionary } from './dictionary.ts'
import { errors } from './en/errors.ts'
import { forms } from './en/forms.ts'
import { ratings } from './en/ratings.ts'
import { reports } from './en/reports.ts'
import { shell } from './en/shell.ts'
import { site } from './en/site.ts'

/** Everything the screens say in English. */
export const en: Dictionary = { errors, forms, ratings, reports, shell, site }
