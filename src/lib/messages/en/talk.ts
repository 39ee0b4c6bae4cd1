import type { talk as italian } from '../it/talk.ts'

export const talk: typeof italian = {
  mention: {
    label: 'Tell also',
    help: 'They are told, and may read the report from then on. You can also write @ and the name in the text.',
    told: 'Told: {names}',
    suggestions: 'Colleagues',
    letter: {
      subject: '{by} named you: report no. {number}, {title}',
      heading: '{by} named you in a note on report no. {number}',
      greeting: 'Dear {name},',
      note: 'Note by {by}',
      button: 'Open the report',
      hint: 'It opens in the staff area.',
      why: 'You get this message because your name is in an internal note.',
      stop: 'To get no more such e-mails',
    },
    wishes: {
      title: 'My notices',
      nav: 'My notices',
      text: 'When somebody names you in a note, the report shows in your inbox, under “Your name in a note”.',
      mail: 'Get an e-mail too when somebody names me in a note',
      save: 'Save',
      saved: 'Saved.',
    },
  },
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
