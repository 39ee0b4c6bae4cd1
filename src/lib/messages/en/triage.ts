import type { triage as italian } from '../it/triage.ts'

export const triage: typeof italian = {
  title: 'Triage',
  priority: 'Priority',
  sameOwner: 'Leave as it is',
  noArea: 'No area',
  nobody: 'Nobody',
  more: 'Observers, visibility, term, note',
  observers: 'Observing offices',
  addObserver: 'Add an observer',
  dueReason: 'Why you move the term (internal note)',
  moderation: { as_it_is: 'Leave as it is', approved: 'Public', rejected: 'Private' },
  save: 'Save',
  saveAndTake: 'Save and take in charge',
  suggestion: {
    what: 'Suggested: “{category}”, {office}.',
    why: 'In the text: {words}.',
    accept: 'Accept',
    acceptAndTake: 'Accept and take in charge',
  },
  refusal: {
    place_decides: 'The place decides the area: correct the place.',
    area_unknown: 'This area is gone.',
    day_closed: 'The body is closed on that day: choose another.',
    term_reason_missing: 'Write why you move the term.',
  },
}
