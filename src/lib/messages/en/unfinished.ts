import type { unfinished as italian } from '../it/unfinished.ts'

export const unfinished: typeof italian = {
  saved: {
    title: 'Request saved',
    here: 'You find it on this device until {date}, even if you close the page.',
    mailed: 'We sent a code and a link to {email}, by which you go on with it on another device too, until {date}.',
    area: 'You find it in your personal area, on any device, until {date}.',
    areaLink: 'Go to the personal area',
    codeLink: 'Receive a code to go on with it on another device',
    slot: 'The time is kept for the minutes shown alone.',
  },
  form: {
    report: 'Report',
    booking: 'Booking of an appointment',
    request: 'Request for assistance',
    letter: 'Message to an office',
  },
  send: {
    title: 'Receive a code to go on with it',
    text: 'The draft is already saved on this device until {date}. If you write your email we send you a code and a link: with either of them you go on with it on another device.',
    email: 'Email',
    button: 'Send the code',
    sent: 'Code sent',
    back: 'Back to the request',
    problems: {
      email_missing: 'Write your email',
      email_wrong: 'This email is not valid: check that it is whole, such as name@example.org',
      draft_gone: 'The request is no longer there: it was sent or deleted already',
    },
  },
  resume: {
    title: 'Go on with what you had begun',
    text: 'Go on with it on this device from where you left it. On the device before it will no longer be there.',
    button: 'Go on',
    find: 'Write the email to which the code came, and the code: you go on with it on this device from where you left it.',
    findLink: 'Did you save a request on another device? Go on with it by its code',
    email: 'Email',
    code: 'Code',
    codeHelp: 'Eight signs, such as AB23-CD45',
    notFound:
      'There is no draft with this code and this email: check them in the message that you received. Drafts are kept for 7 days.',
  },
  own: {
    title: 'To be finished',
    until: 'Draft, kept until {date}',
    resume: 'Go on',
    discard: 'Delete',
    discarded: 'The draft was deleted, with its files.',
    gone: 'The draft is no longer there: it was sent or deleted already.',
  },
  letter: {
    subject: '{body}: go on with what you had begun',
    heading: 'You saved something to be finished',
    lead: 'What you wrote is safe and has not been sent. You go on with it from where you left it, on another device too, until {until}.',
    button: 'Go on',
    hint: 'If the button does not work, copy this address into the browser:',
    byCode: 'On whatever device you like you may also open {page} and write this code, with your email.',
    code: 'Code',
    why: 'You receive this automatic message because somebody gave this address in an unfinished request. If it was not you, ignore it: the draft is deleted by itself.',
  },
}
