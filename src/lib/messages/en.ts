import type { Dictionary } from './dictionary.ts'
import { agenda } from './en/agenda.ts'
import { appointments } from './en/appointments.ts'
import { areas } from './en/areas.ts'
import { assistance } from './en/assistance.ts'
import { auth } from './en/auth.ts'
import { author } from './en/author.ts'
import { authorGroups } from './en/author-groups.ts'
import { body } from './en/body.ts'
import { booking } from './en/booking.ts'
import { calendars } from './en/calendars.ts'
import { categories } from './en/categories.ts'
import { citizens } from './en/citizens.ts'
import { corrections } from './en/corrections.ts'
import { data } from './en/data.ts'
import { deskScreen } from './en/desk-screen.ts'
import { entry } from './en/entry.ts'
import { errors } from './en/errors.ts'
import { faqs } from './en/faqs.ts'
import { jobs } from './en/jobs.ts'
import { keyboard } from './en/keyboard.ts'
import { keys } from './en/keys.ts'
import { legal } from './en/legal.ts'
import { mail } from './en/mail.ts'
import { notices } from './en/notices.ts'
import { officePages } from './en/office-pages.ts'
import { offices } from './en/offices.ts'
import { open311 } from './en/open311.ts'
import { profiles } from './en/profiles.ts'
import { publicPages } from './en/public-pages.ts'
import { questions } from './en/questions.ts'
import { ratingResults } from './en/rating-results.ts'
import { ratings } from './en/ratings.ts'
import { routing } from './en/routing.ts'
import { serviceEditor } from './en/service-editor.ts'
import { serviceFiles } from './en/service-files.ts'
import { services } from './en/services.ts'
import { settings } from './en/settings.ts'
import { shell } from './en/shell.ts'
import { site } from './en/site.ts'
import { terms } from './en/terms.ts'
import { unfinished } from './en/unfinished.ts'
import { venues } from './en/venues.ts'
import { vocabularies } from './en/vocabularies.ts'
import { wizard } from './en/wizard.ts'

/** Everything the screens say in English. */
export const en: Dictionary = {
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
