import type { WorkingCalendar } from '../clocks/working-calendar.ts'
import type { NoticeDefaults } from '../conversations/notice.ts'
import type { SubjectKind } from '../ratings/subject.ts'
import type { NotedChange } from '../reports/forced-notes.ts'
import type { ReportKind } from '../reports/kind.ts'
import type { PublicationPolicy } from '../reports/visibility.ts'
import type { TenantId } from '../shared/id.ts'
import type { Place } from '../shared/place.ts'
import type { Words } from '../shared/words.ts'
import type { SiteSettings } from './site.ts'

/** The parts of the home that a body may leave out or put elsewhere. */
export const homeBlocks = ['how', 'latest'] as const

type HomeBlock = (typeof homeBlocks)[number]

type HomeSettings = {
  readonly blocks: readonly HomeBlock[]
  /** A notice between two civil dates (ISO, both included); null is from now on, or for good. */
  readonly notice: { readonly text: Words; readonly from: string | null; readonly to: string | null } | null
}

/** What a body sets for itself; each setting has one place and one type. */
export type TenantSettings = {
  readonly name: string
  readonly region: string
  readonly tagline: Words
  readonly address: string
  readonly taxCode: string
  readonly phone: string
  readonly email: string
  readonly pec: string
  /** Numbers that not every body has: free of charge, and for messages. */
  readonly tollFree?: string | undefined
  readonly whatsapp?: string | undefined
  readonly centre: Place
  readonly calendar: WorkingCalendar
  readonly kinds: readonly ReportKind[]
  readonly publication: PublicationPolicy
  readonly anonymousReports: boolean
  readonly authorReopens: boolean
  readonly reopenDays: number
  readonly waitingDays: number
  /** The changes that want a word to the colleagues. */
  readonly forcedNotes: readonly NotedChange[]
  /** Who is told of what by mail, where they did not say so themselves; absent, as the product has it. */
  readonly notices?: NoticeDefaults | undefined
  /** A report that holds one of them is shown to nobody until the desk approves it. */
  readonly blockedWords?: readonly string[] | undefined
  /** The body’s own colour (six hexadecimal digits) and its crest (PNG, base64); absent, those of the product. */
  readonly look?: { readonly colour?: string | undefined; readonly crest?: string | undefined } | undefined
  /** What the home shows, in its order; absent, everything. */
  readonly home?: HomeSettings | undefined
  /** Where the pages of the body’s own site lie; absent, only ours are known. */
  readonly site?: SiteSettings | undefined
  /** Of what everybody reads how it is rated; absent, of nothing. */
  readonly shownRatings?: readonly SubjectKind[] | undefined
  /** Whether people are asked by mail how it was after an appointment; absent, they are. */
  readonly ratingMails?: 'on' | 'off' | undefined
  readonly emergencyNotice: Words
  readonly privacyNotice: Words
  readonly terms: Words
  readonly accessibilityStatement: string
}

/** One body on the installation: a municipality, a metropolitan city or another; everything else belongs to exactly one. */
export type Tenant = { readonly id: TenantId; readonly slug: string; readonly settings: TenantSettings }
