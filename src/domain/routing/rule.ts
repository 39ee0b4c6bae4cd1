import type { Term } from '../clocks/working-calendar.ts'
import type { Channel, ReportKind } from '../reports/kind.ts'
import type { Priority } from '../reports/priority.ts'
import type { AccountId, AreaId, AuthorGroupId, CategoryId, Id, OfficeId } from '../shared/id.ts'

export type RuleId = Id<'routing-rule'>

/** Something that a report is asked, by ids. */
export type Asked =
  | { readonly about: 'kind'; readonly kinds: readonly ReportKind[] }
  /** Any of these or of what stands under them. */
  | { readonly about: 'category'; readonly categories: readonly CategoryId[] }
  | { readonly about: 'area'; readonly areas: readonly AreaId[] }
  | { readonly about: 'channel'; readonly channels: readonly Channel[] }
  /** The author's e-mail, as it was given and proven by nothing, meets one of these groups. */
  | { readonly about: 'author'; readonly groups: readonly AuthorGroupId[] }
  /** Any of these words, whole, in title, details or address; accents and capitals do not count. */
  | { readonly about: 'words'; readonly words: readonly string[] }
  | { readonly about: 'answer'; readonly question: QuestionName; readonly answers: readonly string[] }
  /** What was typed as an answer, or that there is one at all. */
  | { readonly about: 'typed'; readonly question: QuestionName; readonly test: AnswerTest }
  /** ISO weekdays (1 is Monday) and civil time of the body, `HH:MM`; an end before its beginning lies in the next night. */
  | { readonly about: 'time'; readonly days: readonly number[]; readonly from: string; readonly to: string }
  /** Sent on a day on which the body does not work. */
  | { readonly about: 'holiday' }

/** What has to hold of a report; `not` turns the answer round. */
export type Condition = Asked & { readonly not: boolean }

/** What is asked of an answer: a number's bounds and days (civil, ISO) are both included; of words one is enough. */
export type AnswerTest =
  | { readonly by: 'given' }
  | { readonly by: 'least' | 'most'; readonly number: number }
  | { readonly by: 'holds' | 'begins'; readonly words: readonly string[] }
  | { readonly by: 'from' | 'until'; readonly date: string }

/** A question of a category, by its code. */
type QuestionName = { readonly category: CategoryId; readonly code: string }

/** What a rule brings about; what is null, empty or not there is left as it is. */
export type RuleEffects = {
  readonly office: OfficeId | null
  /** Takes it in charge at once: this person, or whoever of the office has the least open. */
  readonly person: AccountId | 'least_loaded' | null
  readonly observers: readonly OfficeId[]
  readonly priority: Priority | null
  readonly firstReply: Term | null
  readonly resolution: Term | null
  /** Shown to everyone as the body publishes, or to nobody. */
  readonly moderation: 'approved' | 'rejected' | null
  /** The standard text that is advised for the reply. */
  readonly template: Id<'template'> | null
  /** Where whoever wrote is to be sent, as advice to the desk. */
  readonly referral: string
}

export type RuleEffect = keyof RuleEffects

/** What is done with a report that meets all conditions; `stop` leaves the rules after it unasked. */
export type RoutingRule = {
  readonly id: RuleId
  readonly name: string
  readonly active: boolean
  readonly conditions: readonly Condition[]
  readonly effects: RuleEffects
  readonly stop: boolean
}

/** A rule that does nothing yet. */
export const noEffects: RuleEffects = {
  office: null,
  person: null,
  observers: [],
  priority: null,
  firstReply: null,
  resolution: null,
  moderation: null,
  template: null,
  referral: '',
}

/** What is set, in the order in which it is told. */
export function effectsOf(effects: RuleEffects): readonly RuleEffect[] {
  return (Object.keys(noEffects) as readonly RuleEffect[]).filter((effect) => {
    const value = effects[effect]
    return value !== null && value !== '' && !(Array.isArray(value) && value.length === 0)
  })
}
