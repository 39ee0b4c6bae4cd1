import type { authorGroups as italian } from '../it/author-groups.ts'

export const authorGroups: typeof italian = {
  title: 'Groups of authors',
  text: 'Who writes from addresses that the body knows, such as schools or condominium administrators: rules can ask for them.',
  intro:
    'A group gathers e-mail addresses and whole domains. A routing rule can ask whether the author is in a group: the report remembers only which rule was applied. The addresses are seen by administrators alone.',
  none: 'There is no group yet.',
  new: 'New group',
  columns: { name: 'Group', members: 'Addresses and domains', rules: 'Rules that ask for it' },
  name: 'Name of the group',
  nameHelp: 'For example: Condominium administrators, Schools, District councillors',
  description: 'Description',
  descriptionHelp: 'Who belongs to it, and where the list comes from',
  members: 'Who belongs to it',
  membersHelp:
    'One a line: an address (name@example.org) or a whole domain (@example.org), which does not hold those below it (@site.example.org). At most 1000. Capitals do not count.',
  unproven:
    'What counts is the e-mail that the author writes on the report. Nobody checks that it is really theirs: who is in a group sees no more than others.',
  save: 'Save the group',
  back: 'All groups',
  gone: 'Deleted group',
  removed: 'The group was deleted.',
  remove: {
    title: 'Delete the group',
    free: 'No rule asks for it. The history can bring it back.',
    used: 'These rules ask for it: {rules}. If you delete it they are applied no more, and say so until you repair them. The history can bring the group back.',
    send: 'Delete the group',
  },
  erase: {
    title: 'Erase an address everywhere',
    text: 'When a person asks to be erased: the address goes from every group and from the history of changes, and does not come back. The history keeps only that the group changed.',
    address: 'Address or domain to erase',
    send: 'Erase for good',
    done: 'Erased from every group and from the history.',
  },
  wrong: {
    line: '{n} (“{text}”) is neither an address nor a domain',
    twice: '{n} (“{text}”) is on line {first} already',
    more: { one: 'and one more', other: 'and {n} more' },
  },
  refusal: {
    name_missing: 'Write the name of the group.',
    name_too_long: 'The name is too long: at most 100 characters.',
    name_taken: 'There is a group of this name already.',
    description_too_long: 'The description is too long: at most 300 characters.',
    members_missing: 'Write at least one address or domain.',
    members_wrong: 'Correct or remove these lines: {lines}.',
    too_many_members: 'A group may hold at most 1000 addresses and domains: make two of it.',
    too_many_groups: 'There may be at most 100 groups.',
    no_such_group: 'This group is there no more.',
    address_wrong: 'Write an address, such as name@example.org, or a domain, such as @example.org.',
    address_nowhere: 'It is in no group, and not in the history either.',
  },
}
