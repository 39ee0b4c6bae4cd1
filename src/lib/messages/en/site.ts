import type { Dictionary } from '../dictionary.ts'

export const site: Dictionary['site'] = {
  title: '{page} - {body}',
  nav: {
    management: 'Administration',
    news: 'News',
    services: 'Services',
    live: 'Living in the city',
    topics: 'All topics',
    report: 'Report',
    reports: 'All reports',
    offices: 'Offices',
  },
  networks: {
    facebook: 'Facebook',
    instagram: 'Instagram',
    x: 'X',
    youtube: 'YouTube',
    telegram: 'Telegram',
    linkedin: 'LinkedIn',
  },
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
}
