import type { talk as italian } from '../it/talk.ts'

export const talk: typeof italian = {
  preview: {
    button: 'Preview of the e-mail',
    title: 'The e-mail that the author will get',
    notSent: 'It has not been sent yet.',
    subject: 'Subject',
    recipient: 'To',
    to: 'the author, at the address that they left',
    toNobody: 'the author left no e-mail address: they will read it on their page',
    none: 'The author gets no e-mail about this.',
  },
}
