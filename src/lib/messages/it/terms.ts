export const terms = {
  term: { first_reply: 'prima risposta', resolution: 'risoluzione' },
}
