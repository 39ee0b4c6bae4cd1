import { errors } from './it/errors.ts'
import { forms } from './it/forms.ts'
import { open311 } from './it/open311.ts'
import { ratings } from './it/ratings.ts'
import { reports } from './it/reports.ts'
import { shell } from './it/shell.ts'
import { site } from './it/site.ts'

/** Everything the screens say in Italian; its shape is the type that every other language satisfies. */
export const it = { errors, forms, open311, ratings, reports, shell, site }
