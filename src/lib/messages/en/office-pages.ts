import type { officePages as italian } from '../it/office-pages.ts'

export const officePages: typeof italian = {
  list: {
    title: 'Offices',
    intro: 'Who deals with what, when it is open and how to get there.',
    empty: 'There are no offices yet.',
  },
  page: {
    openNow: 'Open now, until {time}',
    opensAgain: 'Closed now; opens {day} at {time}',
    closedNow: 'Closed',
    competences: 'What it deals with',
    hours: 'Opening hours',
    span: '{from}–{to}',
    closedDay: 'closed',
    closures: 'In the coming weeks it is closed on',
    ics: 'The hours in your calendar (.ics)',
    calendar: 'Open: {office}',
    contacts: 'Contacts',
    documents: 'Documents',
    reach: 'How to get there',
    map: 'Map with the door: {office}',
    people: 'Who works here',
    inCharge: 'in charge',
    venues: 'Where it is found',
    tree: 'Organisation',
    above: 'Part of',
    below: 'Parts of it',
    reports: 'What you can report',
    reportsText: 'Reports of these categories come to this office.',
    received: {
      one: 'In the last 12 months it received {n} report.',
      other: 'In the last 12 months it received {n} reports.',
    },
    closed: { one: '{n} is closed already.', other: '{n} are closed already.' },
    report: 'Make a report',
  },
}
