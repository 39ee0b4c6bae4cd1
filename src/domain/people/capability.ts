import { type Actor, holds } from './actor.ts'

/** What a person may do in the body that concerns no single report. */
export type Capability =
  /** Sets up the body: people, offices, categories, rules, texts. */
  | 'administer'
  /** Has an inbox: reads reports, or sets up the body in which they lie. */
  | 'see_inbox'
  /** Takes the rows of all reports away, without anything personal. */
  | 'take_data'
  /** Takes lists away as files. */
  | 'export'
  /** Sees what all offices have to do. */
  | 'see_desk'
  /** Sees how much each person of an office has to do. */
  | 'see_workload'
  /** Writes down what somebody says by phone or at the counter. */
  | 'record_for_others'
  /** Writes the frequent questions that everybody reads. */
  | 'write_faqs'
  /** Changes many reports at once. */
  | 'bulk'
  /** Sees how people rate the body, or the offices that the person manages. */
  | 'see_ratings'
  /** Reads what people wrote with a rating: nobody looked at it before. */
  | 'read_rating_texts'
  /** Hides what somebody wrote with a rating. */
  | 'moderate_ratings'

/** Answers whether the actor has the capability (product design §4); what is done with it to a report is asked of `may` again. */
export function mayDo(actor: Actor, capability: Capability): boolean {
  switch (capability) {
    case 'administer':
      return holds(actor, 'administrator')
    case 'see_inbox':
      return actor.kind === 'staff' && actor.memberships.some(({ role }) => role !== 'analyst')
    case 'take_data':
      return holds(actor, 'analyst') || holds(actor, 'desk') || holds(actor, 'administrator')
    case 'export':
      return holds(actor, 'desk') || holds(actor, 'office_manager') || holds(actor, 'observer')
    case 'see_desk':
      return holds(actor, 'desk') || holds(actor, 'observer')
    case 'see_workload':
      return holds(actor, 'desk') || holds(actor, 'office_manager')
    case 'record_for_others':
      return holds(actor, 'desk') || holds(actor, 'office_manager') || holds(actor, 'office_operator')
    case 'write_faqs':
      return holds(actor, 'desk') || holds(actor, 'administrator')
    case 'bulk':
      return holds(actor, 'desk') || holds(actor, 'office_manager')
    case 'see_ratings':
      return mayDo(actor, 'take_data') || holds(actor, 'office_manager')
    case 'read_rating_texts':
      return holds(actor, 'desk') || holds(actor, 'administrator') || holds(actor, 'office_manager')
    case 'moderate_ratings':
      return holds(actor, 'desk') || holds(actor, 'administrator')
  }
}
