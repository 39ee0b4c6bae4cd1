export const terms = {
  term: { first_reply: 'prima risposta', resolution: 'risoluzione' },
  letter: {
    subject: {
      term_warned: 'Sta per scadere: segnalazione n. {number}, {title}',
      term_late: 'È in ritardo: segnalazione n. {number}, {title}',
      term_very_late: 'È in grave ritardo: segnalazione n. {number}, {title}',
    },
    lead: {
      term_warned: 'Sono passati quattro quinti del tempo che l’ente si è dato per la {term}.',
      term_late: 'È passato il tempo che l’ente si è dato per la {term}.',
      term_very_late: 'È passato il triplo del tempo che l’ente si è dato per la {term}.',
    },
    greeting: 'Gentile {name},',
    rows: { number: 'Numero', title: 'Titolo', office: 'Ufficio', owner: 'Incaricato', due: 'Scadenza' },
    button: 'Apri la segnalazione',
    hint: 'Si apre nell’area operatori.',
    why: 'Ricevi questo messaggio perché lavori all’ufficio che se ne occupa.',
  },
}
