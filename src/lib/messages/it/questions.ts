/** Quello che ogni modulo dice attorno alle domande di una categoria. */
export const questions = {
  yes: 'Sì',
  no: 'No',
  between: 'Un numero da {least} a {most}.',
  atLeast: 'Un numero da {least} in su.',
  atMost: 'Un numero fino a {most}.',
  example: 'Per esempio: {example}.',
  referral: 'Per questo caso c’è un’altra strada',
  contact: 'Contatto:',
  recordedAllTheSame: 'Si può registrare comunque, se serve.',
  notSent: 'Da qui la segnalazione non prosegue. Se la risposta era diversa, si può correggere e andare avanti.',
}
