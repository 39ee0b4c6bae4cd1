import type { Dictionary } from '../dictionary.ts'

export const legal: Dictionary['legal'] = {
  privacy: {
    title: 'Privacy notice',
    storedTitle: 'What this site keeps',
    storedIntro: 'For every service, the data that stay recorded, and for how long.',
    stored: {
      reports: {
        title: 'Reports',
        text: 'The text, the category, the place, the answers to questions, pictures and documents, the date and all that happens afterwards. We remove hidden data from pictures before they are stored. Your name, e-mail and telephone, if you give them, are kept apart: only staff who are authorised see them, and every look is recorded. We also record to which address the e-mails about that report went and whether they arrived.',
      },
      drafts: {
        title: 'Drafts',
        text: 'What you write before sending it, with its files, stays for seven days after the last change and is then deleted. If you ask for the code to go on with it, or sign in, we keep your e-mail beside the draft too.',
      },
      assistance: {
        title: 'Requests for assistance',
        text: 'First and last name, e-mail, the service and the text of the request, with the answers. They are never published.',
      },
      appointment: {
        title: 'Appointments',
        text: 'First and last name, e-mail and, if you give it, telephone; the reason and the details, the office, the day and the time, whether the appointment was moved or cancelled and whether you came. On the waiting list, also the days that suit you.',
      },
      area: {
        title: 'Personal area',
        text: 'The email with which you sign in, while the session lasts: eight hours at most. The code that we send is kept as a hash, for fifteen minutes. Name, surname and telephone only if you ask for it, to fill in forms for you: until you erase them, or for two years after you signed in last.',
      },
      ratings: {
        title: 'Ratings',
        text: 'The stars, the answer you chose, the text you write and the day, without cookies. So that everybody rates a page only once a day, we make a fingerprint of the network address and of the browser with a key that changes every day and is then destroyed: from then on nobody can find out who rated. Do not write personal data in the text.',
      },
      abuse: {
        title: 'Protection against abuse',
        text: 'To count what is sent from the same network address we keep for a short time, one hour at most, a fingerprint from which the address cannot be found.',
      },
    },
    cookies: {
      title: 'Cookies',
      text: 'We use only technical cookies of this site, for which the law asks for no consent. No page loads contents, fonts, maps or measurements from other sites.',
      name: 'Name',
      purpose: 'What it is for',
      duration: 'How long',
      list: [
        { name: 'filo_lingua', purpose: 'Remembers the language that you chose', duration: 'one year' },
        { name: 'filo_bozza', purpose: 'Finds the report again that you are writing', duration: 'seven days' },
        {
          name: 'filo_richiesta',
          purpose: 'Finds the request for assistance again that you are writing',
          duration: 'seven days',
        },
        { name: 'filo_lettera', purpose: 'Finds the message to an office again that you are writing', duration: 'seven days' },
        { name: 'filo_prenotazione', purpose: 'Finds the appointment again that you are booking', duration: 'seven days' },
        { name: 'filo_accesso', purpose: 'Finds the code again that you asked for to sign in', duration: 'fifteen minutes' },
        {
          name: 'filo_area',
          purpose: 'Recognises who has signed in to the personal area',
          duration: 'until the browser is closed, eight hours at most',
        },
        { name: 'filo_sessione', purpose: 'Recognises staff who are signed in', duration: 'twelve hours' },
      ],
    },
    rightsTitle: 'How to exercise your rights',
    rights:
      'You may ask to see, correct or erase your data, to limit their use, or object to it, by writing to the body: {email} or, by certified mail, {pec}. You may lodge a complaint with the Italian data protection authority.',
  },
  notes: {
    title: 'Legal notes',
    termsTitle: 'Terms of service',
    licenceTitle: 'Licence of the contents',
    licence:
      'Under the principle of open by default (article 52 of legislative decree 82 of 7 March 2005) and unless stated otherwise, including embedded contents of third parties, the data, documents and information published on this site are released under the licence CC-BY 4.0.',
    licenceLink: 'Full text of the licence',
  },
  accessibility: {
    title: 'Accessibility',
    intro: 'Everybody must be able to use this site. If something keeps you from it, we want to know.',
    statementTitle: 'Accessibility statement',
    statementText:
      'The statement says how far this site conforms to the rules (law 4 of 9 January 2004; WCAG 2.1 level AA) and what does not yet.',
    statement: 'Read the accessibility statement',
    feedbackTitle: 'Report an accessibility problem',
    feedbackText:
      'Tell us what you cannot do, on which page and with which tools. We answer within 30 days. If there is no answer, or it does not satisfy you, you can turn to the digital ombudsman (Difensore civico per il digitale).',
    write: 'Write to the body',
    contacts: 'Other ways to reach us',
    email: 'E-mail',
    phone: 'Telephone',
    pec: 'Certified e-mail (PEC)',
    subject: 'Accessibility problem',
  },
  siteMap: {
    title: 'Site map',
    reports: 'Reports',
    information: 'Information',
    map: 'Map of the reports',
    home: 'Home page',
  },
  management: {
    title: 'Administration',
    intro: 'The offices of the body and who works there: what they do and how they are reached.',
    offices: 'What every office deals with, when it is open, how it is contacted.',
  },
}
