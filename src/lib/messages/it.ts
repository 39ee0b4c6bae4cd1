import { areas } from './it/areas.ts'
import { auth } from './it/auth.ts'
import { author } from './it/author.ts'
import { body } from './it/body.ts'
import { bulk } from './it/bulk.ts'
import { categories } from './it/categories.ts'
import { desk } from './it/desk.ts'
import { drafts } from './it/drafts.ts'
import { entry } from './it/entry.ts'
import { errors } from './it/errors.ts'
import { forms } from './it/forms.ts'
import { groups } from './it/groups.ts'
import { inbox } from './it/inbox.ts'
import { keyboard } from './it/keyboard.ts'
import { keys } from './it/keys.ts'
import { lists } from './it/lists.ts'
import { mail } from './it/mail.ts'
import { map } from './it/map.ts'
import { offices } from './it/offices.ts'
import { open311 } from './it/open311.ts'
import { people } from './it/people.ts'
import { print } from './it/print.ts'
import { publicPages } from './it/public-pages.ts'
import { questions } from './it/questions.ts'
import { ratings } from './it/ratings.ts'
import { reports } from './it/reports.ts'
import { routing } from './it/routing.ts'
import { settings } from './it/settings.ts'
import { shell } from './it/shell.ts'
import { site } from './it/site.ts'
import { suppliers } from './it/suppliers.ts'
import { talk } from './it/talk.ts'
import { templates } from './it/templates.ts'
import { terms } from './it/terms.ts'
import { triage } from './it/triage.ts'
import { wizard } from './it/wizard.ts'

/** Everything the screens say in Italian; its shape is the type that every other language satisfies. */
export const it = {
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
