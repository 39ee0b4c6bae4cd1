export const ratings = {
  pageQuestion: 'Quanto sono chiare le informazioni su questa pagina?',
  serviceQuestion: 'Quanto è stato facile usare questo servizio?',
  legend: 'Valuta da 1 a 5 stelle la pagina',
  star: { one: 'Valuta {n} stella su 5', other: 'Valuta {n} stelle su 5' },
  negative: {
    question: 'Dove hai incontrato le maggiori difficoltà?',
    answers: {
      unclear: 'A volte le indicazioni non erano chiare',
      incomplete: 'A volte le indicazioni non erano complete',
      lost: 'A volte non capivo se stavo procedendo correttamente',
      technical: 'Ho avuto problemi tecnici',
      other: 'Altro',
    },
  },
  positive: {
    question: 'Quali sono stati gli aspetti che hai preferito?',
    answers: {
      clear: 'Le indicazioni erano chiare',
      complete: 'Le indicazioni erano complete',
      confident: 'Capivo sempre che stavo procedendo correttamente',
      smooth: 'Non ho avuto problemi tecnici',
      other: 'Altro',
    },
  },
  more: 'Vuoi aggiungere altri dettagli?',
  detail: 'Dettaglio',
  detailHelp: 'Inserire massimo 200 caratteri',
  send: 'Invia',
  thanks: 'Grazie, il tuo parere ci aiuterà a migliorare il servizio!',
}
