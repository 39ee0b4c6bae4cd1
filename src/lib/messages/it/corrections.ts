export const corrections = {
  back: 'Torna alla segnalazione',
  place: {
    link: 'Correggi il luogo',
    title: 'Correggi il luogo della segnalazione n. {number}',
    intro: 'La zona si trova da sé. Il luogo di prima resta nella cronologia.',
    where: 'Dove si trova',
    help: 'Via e numero civico, oppure un punto sulla mappa.',
    point: 'Oppure le coordinate',
    pointHelp: 'Latitudine e longitudine in gradi, per esempio: 44.40750, 8.93370',
    save: 'Salva il luogo',
    unknown: 'senza un luogo',
  },
  text: {
    link: 'Modifica il testo che leggono tutti',
    title: 'Modifica il testo della segnalazione n. {number}',
    intro:
      'Togli quello che non è per tutti: nomi, telefoni, targhe, offese. Il testo originale resta nella cronologia, solo per gli operatori. L’autore vede che il testo è cambiato e perché.',
    subject: 'Titolo',
    description: 'Testo',
    why: 'Perché lo modifichi',
    whyHelp: 'Lo legge l’autore. Per esempio: conteneva il telefono di un’altra persona.',
    save: 'Salva il testo',
    before: 'Prima: «{title}»\n{description}',
  },
  refusal: {
    point_wrong: 'Scrivi latitudine e longitudine in gradi, per esempio: 44.40750, 8.93370.',
    why_missing: 'Scrivi perché modifichi il testo: lo legge l’autore.',
    why_too_long: 'Il motivo può avere al massimo 500 caratteri.',
  },
}
