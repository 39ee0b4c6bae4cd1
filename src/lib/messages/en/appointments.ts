import type { Dictionary } from '../dictionary.ts'

export const appointments: Dictionary['appointments'] = {
  file: { summary: '{title}, {body}', description: 'Code: {code}\nReason: {reason}\nTo move or cancel: {link}' },
  waitingLetter: {
    subject: 'You are on the waiting list: {reason}',
    heading: 'You are on the waiting list',
    lead: 'If a place that suits you becomes free on the days you said, we write to this address. You need do nothing else.',
    days: 'Days',
    span: '{first} to {last}',
    offer:
      'The place that we offer is kept for you for {hours} hours, or less if the appointment is near: the e-mail says until when you can accept it. Then it goes to the next person and you stay on the list.',
    button: 'See or leave the waiting list',
    noBooking: 'A place on the waiting list is no appointment: please wait for the confirmation before you come.',
  },
  letter: {
    greeting: 'Dear {name},',
    happened: {
      booked: {
        subject: 'Appointment confirmed: {day}, {hour}',
        heading: 'Your appointment is confirmed',
        lead: 'Your appointment is on {day} from {hour} to {end}. It is in the attached file too, to be added to your calendar.',
        button: 'See, move or cancel the appointment',
      },
      moved: {
        subject: 'Appointment moved: {day}, {hour}',
        heading: 'Your appointment was moved',
        lead: 'Your appointment of {before} is now on {day} from {hour} to {end}. The code stays the same.',
        button: 'See the appointment',
      },
      cancelled: {
        subject: 'Appointment cancelled: {day}, {hour}',
        heading: 'Your appointment is cancelled',
        lead: 'The appointment on {day} at {hour} was cancelled. If you still need one, you can book another whenever you like.',
        button: 'See the cancelled appointment',
      },
      reminded: {
        subject: 'Reminder: appointment on {day}, {hour}',
        heading: 'You have an appointment tomorrow',
        lead: 'We expect you on {day} from {hour} to {end}. If you cannot come, please cancel: somebody else will get the place.',
        button: 'See, move or cancel the appointment',
      },
      disrupted: {
        subject: 'Please choose another time for your appointment on {day}',
        heading: 'We cannot receive you at the time arranged',
        lead: 'We are sorry: on {day} at {hour} we will not be able to receive you. Please choose another time, even at the last moment; your booking stays on record until you move or cancel it.',
        button: 'Choose another time',
      },
      relocated: {
        subject: 'Another place for your appointment on {day}, {hour}',
        heading: 'Your appointment is in another place',
        lead: 'Day and time stay the same, {day} from {hour} to {end}, but the place is another one: {where}. The code stays the same.',
        button: 'See, move or cancel the appointment',
      },
      rating_asked: {
        subject: 'How was your appointment on {day}?',
        heading: 'How did it go?',
        lead: 'We received you on {day} at {hour}. Tell us how easy this service was to use: it takes a few seconds, and your rating does not bear your name.',
        button: 'Rate the appointment',
      },
      offered: {
        subject: 'A place is free: {day}, {hour}',
        heading: 'There is a place for you',
        lead: 'You were on the waiting list: now you can come on {day} from {hour} to {end}. The place is kept for you until {until}; then it goes to the next person and you stay on the list.',
        button: 'Accept or decline the place',
      },
    },
    rows: { code: 'Code', when: 'When', office: 'Office', where: 'Where', reason: 'Reason' },
    when: '{day}, {hour}–{end}',
    online: 'Online: you will be told how to connect',
    bring: 'What you need',
    alternatives: 'Times that are still free',
    hint: 'If the button does not work, copy this address into your browser:',
    changes: 'You can move or cancel the appointment until {until}.',
    private: 'The link is personal: whoever opens it can move or cancel the appointment in your place.',
    leave: 'You do not need it any more?',
    leaveLink: 'Leave the waiting list',
    contacts: 'For information: {body}, {phone}, {email}.',
  },
}
