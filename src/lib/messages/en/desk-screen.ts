import type { DeskWords } from '../it/desk-screen.ts'
import { bulk } from './bulk.ts'
import { desk } from './desk.ts'
import { drafts } from './drafts.ts'
import { forms } from './forms.ts'
import { groups } from './groups.ts'
import { inbox } from './inbox.ts'
import { lists } from './lists.ts'
import { map } from './map.ts'
import { people } from './people.ts'
import { print } from './print.ts'
import { reports } from './reports.ts'
import { suppliers } from './suppliers.ts'
import { talk } from './talk.ts'
import { templates } from './templates.ts'
import { triage } from './triage.ts'

/** What the desk's screen says in English: a file that a browser fetches once, instead of being sent it with every report. */
export const deskScreen = {
  bulk,
  desk,
  drafts,
  forms,
  groups,
  inbox,
  lists,
  map,
  people,
  print,
  reports,
  suppliers,
  talk,
  templates,
  triage,
} satisfies DeskWords
