import { agenda } from './it/agenda.ts'
import { appointments } from './it/appointments.ts'
import { areas } from './it/areas.ts'
import { assistance } from './it/assistance.ts'
import { auth } from './it/auth.ts'
import { author } from './it/author.ts'
import { authorGroups } from './it/author-groups.ts'
import { body } from './it/body.ts'
import { booking } from './it/booking.ts'
import { calendars } from './it/calendars.ts'
import { categories } from './it/categories.ts'
import { citizens } from './it/citizens.ts'
import { corrections } from './it/corrections.ts'
import { data } from './it/data.ts'
import { deskScreen } from './it/desk-screen.ts'
import { entry } from './it/entry.ts'
import { errors } from './it/errors.ts'
import { faqs } from './it/faqs.ts'
import { jobs } from './it/jobs.ts'
import { keyboard } from './it/keyboard.ts'
import { keys } from './it/keys.ts'
import { legal } from './it/legal.ts'
import { mail } from './it/mail.ts'
import { notices } from './it/notices.ts'
import { officePages } from './it/office-pages.ts'
import { offices } from './it/offices.ts'
import { open311 } from './it/open311.ts'
import { profiles } from './it/profiles.ts'
import { publicPages } from './it/public-pages.ts'
import { questions } from './it/questions.ts'
import { ratingResults } from './it/rating-results.ts'
import { ratings } from './it/ratings.ts'
import { routing } from './it/routing.ts'
import { serviceEditor } from './it/service-editor.ts'
import { serviceFiles } from './it/service-files.ts'
import { services } from './it/services.ts'
import { settings } from './it/settings.ts'
import { shell } from './it/shell.ts'
import { site } from './it/site.ts'
import { terms } from './it/terms.ts'
import { unfinished } from './it/unfinished.ts'
import { venues } from './it/venues.ts'
import { vocabularies } from './it/vocabularies.ts'
import { wizard } from './it/wizard.ts'

/** Everything the screens say in Italian; its shape is the type that every other language satisfies. */
export const it = {
  ...deskScreen,
  agenda,
  appointments,
  areas,
  assistance,
  auth,
  author,
  authorGroups,
  body,
  booking,
  calendars,
  categories,
  citizens,
  corrections,
  data,
  entry,
  errors,
  faqs,
  keyboard,
  keys,
  legal,
  mail,
  jobs,
  notices,
  officePages,
  offices,
  open311,
  profiles,
  publicPages,
  questions,
  ratingResults,
  ratings,
  routing,
  serviceEditor,
  serviceFiles,
  services,
  settings,
  shell,
  site,
  terms,
  unfinished,
  venues,
  vocabularies,
  wizard,
}
