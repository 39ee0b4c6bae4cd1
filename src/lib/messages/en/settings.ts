import type { settings as italian } from '../it/settings.ts'

export const settings: typeof italian = {
  title: 'Settings',
  intro: 'Everything that the body can decide by itself. Each change stays in the history and can be undone.',
  forAdministrators: 'Settings are for those who administer the body.',
  menu: 'Settings',
  saved: 'Saved.',
  history: {
    title: 'History of changes',
    text: 'Who changed what, when, and how it was before.',
    empty: 'No changes yet.',
    system: 'System',
    before: 'Before',
    after: 'After',
    nothing: '(empty)',
    revert: 'Back to how it was before',
  },
  refusal: {
    not_yours: 'Settings are for those who administer the body.',
    old_version: 'Somebody changed it before you: look at it as it is now and save again.',
    nothing_changes: 'It is so already: there is nothing to save.',
    breaks_rule: 'As things are now, this would not fit with the rest: look at it and change it from here.',
    no_such_change: 'This change is gone.',
    refers_to_gone: 'There is no way back: it refers to something that is gone.',
  },
}
