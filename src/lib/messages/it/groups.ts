export const groups = {
  /** Dove, in una risposta scritta a una persona, stava il suo nome o un suo contatto. */
  neutral: { greeting: 'Gentile cittadina o cittadino', person: 'chi ha segnalato', removed: '[…]' },
}
