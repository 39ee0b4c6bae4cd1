import type { talk as italian } from '../it/talk.ts'

export const talk: typeof italian = {
  enclosed: {
    label: 'Attachments for the author',
    help: 'Pictures, PDF, ODT or DOCX, 5 at most. The author alone sees them, on their page and from the e-mail.',
    list: 'They go with this message:',
    add: 'Add the files',
    tooMany: '5 files a message at most.',
  },
  proposal: {
    kind: 'Proposed reply',
    state: { open: 'It waits for whoever may reply.', used: 'It became the reply.', superseded: 'Superseded: it was not used.' },
    use: 'Use this reply',
    reply: 'without closing',
    resolve: 'and close: resolved',
  },
  mails: {
    again: 'Send again',
    unwritten: 'being prepared',
    attempt: 'sending no. {n}',
    madeGood: 'arrived afterwards',
    problem: {
      no_mailbox: 'the address does not exist or takes no mail',
      mailbox_full: 'the mailbox is full',
      too_large: 'the message is too large',
      unwanted: 'the mail server refused it',
      not_reachable: 'the mail server does not answer',
      other: 'the mail server did not take it',
    },
    answer: 'Answer of the server',
    to: { author: 'to the author', staff: 'to a colleague', supplier: 'to somebody outside' },
  },
  mention: {
    label: 'Tell also',
    help: 'They are told, and may read the report from then on. You can also write @ and the name in the text.',
    told: 'Told: {names}',
    suggestions: 'Colleagues',
  },
  preview: {
    button: 'Preview of the e-mail',
    title: 'The e-mail that the author will get',
    notSent: 'It has not been sent yet.',
    subject: 'Subject',
    recipient: 'To',
    to: 'the author, at the address that they left',
    toNobody: 'the author left no e-mail address: they will read it on their page',
    whole: 'See it as it is laid out',
    newTab: '(in a new tab)',
    none: 'The author gets no e-mail about this.',
  },
}
