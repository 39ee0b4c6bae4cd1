import type { Dictionary } from './dictionary.ts'
import { areas } from './en/areas.ts'
import { auth } from './en/auth.ts'
import { author } from './en/author.ts'
import { body } from './en/body.ts'
import { bulk } from './en/bulk.ts'
import { categories } from './en/categories.ts'
import { desk } from './en/desk.ts'
import { drafts } from './en/drafts.ts'
import { entry } from './en/entry.ts'
import { errors } from './en/errors.ts'
import { forms } from './en/forms.ts'
import { groups } from './en/groups.ts'
import { inbox } from './en/inbox.ts'
import { keyboard } from './en/keyboard.ts'
import { keys } from './en/keys.ts'
import { lists } from './en/lists.ts'
import { mail } from './en/mail.ts'
import { map } from './en/map.ts'
import { offices } from './en/offices.ts'
import { open311 } from './en/open311.ts'
import { people } from './en/people.ts'
import { print } from './en/print.ts'
import { publicPages } from './en/public-pages.ts'
import { questions } from './en/questions.ts'
import { ratings } from './en/ratings.ts'
import { reports } from './en/reports.ts'
import { routing } from './en/routing.ts'
import { settings } from './en/settings.ts'
import { shell } from './en/shell.ts'
import { site } from './en/site.ts'
import { suppliers } from './en/suppliers.ts'
import { talk } from './en/talk.ts'
import { templates } from './en/templates.ts'
import { terms } from './en/terms.ts'
import { triage } from './en/triage.ts'
import { wizard } from './en/wizard.ts'

/** Everything the screens say in English. */
export const en: Dictionary = {
  areas,
  auth,
  author,
  body,
  bulk,
  categories,
  desk,
  entry,
  drafts,
  errors,
  forms,
  groups,
  inbox,
  lists,
  keyboard,
  keys,
  mail,
  map,
  offices,
  open311,
  people,
  publicPages,
  questions,
  ratings,
  reports,
  print,
  routing,
  settings,
  shell,
  site,
  talk,
  templates,
  suppliers,
  terms,
  triage,
  wizard,
}
