import type { inbox as italian } from '../it/inbox.ts'

export const inbox: typeof italian = {
  bucket: {
    open: 'All open',
    classify: 'To classify',
    take_in_charge: 'To take in charge',
    answered: 'The citizen answered',
    read_author: 'The citizen wrote',
    answer: 'Worked, to be answered',
    work: 'In progress',
    wait: 'Waiting for the citizen',
    late: 'Late',
    warned: 'Due soon',
    moderate: 'To moderate',
    mail_failed: 'Mail not delivered',
  },
  groups: { next: 'What to do', watch: 'To keep an eye on' },
  priority: { low: 'low', normal: 'normal', high: 'high', urgent: 'urgent' },
  priorityMark: 'Priority {priority}',
  scope: { label: 'Whose', desk: 'Everyone’s', offices: 'My office’s', mine: 'Mine' },
  unread: 'Unread',
  list: 'List',
  news: 'Something changed',
  refresh: 'Refresh the list',
  choose: 'Choose a report from the list',
  chooseText: 'It opens beside it; the list stays where it is.',
  backToList: 'Back to the list',
}
