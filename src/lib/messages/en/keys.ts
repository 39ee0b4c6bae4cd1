import type { Dictionary } from '../dictionary.ts'

export const keys: Dictionary['keys'] = {
  title: 'Keys for programs',
  text: 'Which applications may send and read reports by Open311.',
  intro: 'A program shows its key. Give each program a key of its own, so that one can be revoked without stopping the others.',
  none: 'No keys.',
  columns: { name: 'Name', scopes: 'What it may do', made: 'Made', used: 'Last used', state: 'State' },
  scope: { 'open311:read': 'Read the reports that it sent, public or not', 'open311:write': 'Send reports and updates' },
  unused: 'Never',
  revoke: 'Revoke',
  revoked: 'Revoked {date}',
  add: 'New key',
  name: 'Name of the program',
  nameHelp: 'To know it by: for example the name of the application and of who runs it',
  scopes: 'What it may do',
  create: 'Make the key',
  made: 'Key made: {name}',
  madeText: 'Copy it now: we do not keep it and it cannot be seen again. If it is lost, revoke it and make another.',
  refusal: {
    name_missing: 'Write the name of the program.',
    name_too_long: 'The name is too long: at most 100 characters.',
    scope_missing: 'Choose at least one thing that the program may do.',
    scope_unknown: 'Choose among what is listed.',
    secret_taken: 'This key is there already: make another.',
    no_such_key: 'This key is not there, or is revoked already.',
  },
}
