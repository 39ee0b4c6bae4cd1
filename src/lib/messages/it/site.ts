export const site = {
  title: '{page} - {body}',
  nav: { report: 'Segnala', reports: 'Elenco segnalazioni', offices: 'Uffici' },
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
  privacy: {
    title: 'Informativa sulla privacy',
    ratings: {
      title: 'Valutazioni delle pagine e dei servizi',
      text: 'Le valutazioni sono anonime e non usano cookie: conserviamo le stelle, la risposta scelta, il testo che scrivi e il giorno. Perché ognuno valuti una pagina una sola volta al giorno, calcoliamo un’impronta dell’indirizzo di rete e del browser con una chiave che cambia ogni giorno e poi viene distrutta: da quel momento nessuno può risalire a chi ha valutato. Non scrivere dati personali nel testo.',
    },
  },
  legal: {
    title: 'Note legali',
    termsTitle: 'Termini e condizioni di servizio',
    licenceTitle: 'Licenza dei contenuti',
    licence:
      'In applicazione del principio open by default ai sensi dell’articolo 52 del decreto legislativo 7 marzo 2005, n. 82 (CAD) e salvo dove diversamente specificato (compresi i contenuti incorporati di terzi), i dati, i documenti e le informazioni pubblicati sul sito sono rilasciati con licenza CC-BY 4.0. Gli utenti sono quindi liberi di condividere (riprodurre, distribuire, comunicare al pubblico, esporre in pubblico), rappresentare, eseguire e recitare questo materiale con qualsiasi mezzo e formato e modificare (trasformare il materiale e utilizzarlo per opere derivate) per qualsiasi fine, anche commerciale con il solo onere di attribuzione, senza apporre restrizioni aggiuntive.',
  },
}
