import type { Dictionary } from '#lib/messages/dictionary.ts'

/** Everything that a key does at the desk. */
export type Command = keyof Dictionary['keyboard']['command']

export type Shortcut = { readonly keys: string; readonly command: Command }

/** The keys of the desk, in the order in which the help shows them; two letters are typed one after the other. */
export const shortcuts: readonly Shortcut[] = [
  { keys: 'j', command: 'next' },
  { keys: 'k', command: 'previous' },
  { keys: 'x', command: 'select' },
  { keys: '/', command: 'search' },
  { keys: 'e', command: 'triage' },
  { keys: 's', command: 'accept' },
  { keys: 't', command: 'take_in_charge' },
  { keys: 'a', command: 'assign' },
  { keys: 'i', command: 'give_back' },
  { keys: 'r', command: 'reply' },
  { keys: 'c', command: 'resolve' },
  { keys: 'd', command: 'decline' },
  { keys: 'y', command: 'reopen' },
  { keys: 'q', command: 'ask' },
  { keys: 'h', command: 'resume' },
  { keys: 'n', command: 'note' },
  { keys: 'z', command: 'propose' },
  { keys: 'p', command: 'plan' },
  { keys: 'o', command: 'entrust' },
  { keys: 'w', command: 'mark_worked' },
  { keys: 'b', command: 'send_back' },
  { keys: 'v', command: 'moderate' },
  { keys: 'l', command: 'contacts' },
  { keys: 'u', command: 'list' },
  { keys: 'f', command: 'filters' },
  { keys: 'm', command: 'map' },
  { keys: '.', command: 'older' },
  { keys: 'g i', command: 'inbox' },
  { keys: 'g n', command: 'entry' },
  { keys: 'g a', command: 'bulk' },
  { keys: 'g c', command: 'agenda' },
  { keys: '?', command: 'help' },
]

/** What is being typed so far names a command, may become one, or is nothing. */
export function readKeys(typed: string): Command | 'unfinished' | null {
  const found = shortcuts.find(({ keys }) => keys === typed)
  if (found) return found.command
  return shortcuts.some(({ keys }) => keys.startsWith(`${typed} `)) ? 'unfinished' : null
}

/** A key that is typed into a field is text, and one with a modifier belongs to the browser. */
export function isTyping(event: KeyboardEvent): boolean {
  const { target } = event
  if (event.ctrlKey || event.metaKey || event.altKey) return true
  return (
    target instanceof HTMLElement &&
    target.closest('input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable], dialog') !== null
  )
}
