import type { jobs as italian } from '../it/jobs.ts'

export const jobs: typeof italian = {
  title: 'Failed operations',
  text: 'What the system tried to do several times, for about a day, and could not: with the reason, to be tried again.',
  letters: 'Mails that did not arrive are with their report; invitations, with the person invited.',
  empty: 'None: everything went well.',
  report: '{what}, report no. {number}',
  again: 'Try again',
  leave: 'Take off the list',
  done: { again: 'The operation waits again to be done.', leave: 'Taken off the list.' },
  name: {
    'mail.to-author': 'Mail to whoever reported',
    'mail.to-staff': 'Mail to the staff',
    'mail.to-supplier': 'Mail to the supplier',
    'mail.invitation': 'Invitation',
    'media.fetch': 'Picture from another application',
    'waiting.time-out': 'Resuming after a question without an answer',
    'group.tell': 'Passing news on to the group',
    'group.follow': 'Updating a report of the group',
    'group.mark': 'Another lead for the group',
    'bulk.run': 'Action on many reports',
    'people.hand-over': 'Handing over a person’s reports',
    'offices.hand-over': 'Handing over an office’s reports',
    'category.republish': 'Publication by the new rule of a category',
    'areas.reassign': 'Areas of reports after borders moved',
  },
  refusal: {
    not_yours: 'These operations are for those who administer the body.',
    no_such_job: 'This operation is no longer on the list.',
  },
}
