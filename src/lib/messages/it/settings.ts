export const settings = {
  title: 'Impostazioni',
  intro: 'Tutto quello che l’ente può decidere da sé. Ogni modifica resta nella storia e si può annullare.',
  forAdministrators: 'Le impostazioni sono riservate a chi amministra l’ente.',
  menu: 'Impostazioni',
  saved: 'Salvato.',
  history: {
    title: 'Storia delle modifiche',
    text: 'Chi ha cambiato che cosa, quando, e com’era prima.',
    empty: 'Ancora nessuna modifica.',
    system: 'Sistema',
    before: 'Prima',
    after: 'Dopo',
    nothing: '(vuoto)',
    revert: 'Torna a com’era prima',
  },
  refusal: {
    not_yours: 'Le impostazioni sono riservate a chi amministra l’ente.',
    old_version: 'Qualcuno l’ha cambiata prima di te: controlla com’è adesso e salva di nuovo.',
    nothing_changes: 'È già così: non c’è nulla da salvare.',
    no_such_change: 'Questa modifica non c’è più.',
    refers_to_gone: 'Non si può tornare indietro: si riferisce a qualcosa che non c’è più.',
  },
}
