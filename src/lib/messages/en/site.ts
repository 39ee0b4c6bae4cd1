import type { Dictionary } from '../dictionary.ts'

export const site: Dictionary['site'] = {
  title: '{page} - {body}',
  nav: { report: 'Report', reports: 'All reports', offices: 'Offices' },
  staffArea: 'Staff sign-in',
  home: {
    title: '{body}: your direct line',
    intro:
      'Report a problem, propose an improvement or make a complaint in two minutes, without signing up: we tell you who deals with it and when you will have an answer.',
    report: 'Make a report',
    reports: 'See the reports',
    howTitle: 'How it works',
    how: [
      { title: 'Report', text: 'Tell us what is going on, show the place and add a few photos.' },
      {
        title: 'Get the confirmation',
        text: 'You have at once a number, a private link and the date by which you will have a first answer.',
      },
      { title: 'Follow what happens', text: 'We write to you at every step: who deals with it, when they come, how it went.' },
    ],
    latest: 'Latest public reports',
    none: 'There are no public reports yet.',
    resolved: {
      one: 'In the last 12 months {n} report was resolved.',
      other: 'In the last 12 months {n} reports were resolved.',
    },
  },
  privacy: {
    title: 'Privacy notice',
    ratings: {
      title: 'Ratings of pages and services',
      text: 'Ratings are anonymous and use no cookies: we keep the stars, the answer you chose, the text you write and the day. So that everybody rates a page only once a day, we make a fingerprint of the network address and of the browser with a key that changes every day and is then destroyed: from then on nobody can find out who rated. Do not write personal data in the text.',
    },
  },
  legal: {
    title: 'Legal notes',
    termsTitle: 'Terms of service',
    licenceTitle: 'Licence of the contents',
    licence:
      'Under the principle of open by default (article 52 of legislative decree 82 of 7 March 2005) and unless stated otherwise, including embedded contents of third parties, the data, documents and information published on this site are released under the licence CC-BY 4.0.',
  },
}
