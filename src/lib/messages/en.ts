import type { Dictionary } from './dictionary.ts'
import { errors } from './en/errors.ts'
import { forms } from './en/forms.ts'
import { open311 } from './en/open311.ts'
import { ratings } from './en/ratings.ts'
import { reports } from './en/reports.ts'
import { shell } from './en/shell.ts'
import { site } from './en/site.ts'

/** Everything the screens say in English. */
export const en: Dictionary = { errors, forms, open311, ratings, reports, shell, site }
