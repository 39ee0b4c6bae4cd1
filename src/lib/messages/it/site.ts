export const site = {
  title: '{page} - {body}',
  nav: {
    management: 'Amministrazione',
    news: 'Novità',
    services: 'Servizi',
    live: 'Vivere il Comune',
    topics: 'Tutti gli argomenti',
    report: 'Segnala',
    reports: 'Elenco segnalazioni',
    offices: 'Uffici',
  },
  networks: {
    facebook: 'Facebook',
    instagram: 'Instagram',
    x: 'X',
    youtube: 'YouTube',
    telegram: 'Telegram',
    linkedin: 'LinkedIn',
  },
  staffArea: 'Accedi come operatore',
  home: {
    title: '{body}: il tuo filo diretto',
    intro:
      'Segnala un disservizio, proponi un miglioramento o fai un reclamo in due minuti, senza registrarti: ti diciamo chi se ne occupa e quando avrai risposta.',
    report: 'Fai una segnalazione',
    reports: 'Guarda le segnalazioni',
    howTitle: 'Come funziona',
    how: [
      { title: 'Segnala', text: 'Racconta che cosa succede, indica il luogo e aggiungi qualche foto.' },
      {
        title: 'Ricevi la conferma',
        text: 'Hai subito un numero, un collegamento privato e la data entro cui avrai una prima risposta.',
      },
      { title: 'Segui che cosa succede', text: 'Ti scriviamo a ogni passo: chi se ne occupa, quando interviene, com’è andata.' },
    ],
    latest: 'Ultime segnalazioni pubblicate',
    none: 'Non ci sono ancora segnalazioni pubbliche.',
    resolved: {
      one: 'Negli ultimi 12 mesi è stata risolta {n} segnalazione.',
      other: 'Negli ultimi 12 mesi sono state risolte {n} segnalazioni.',
    },
  },
}
