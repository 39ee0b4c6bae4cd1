export const people = {
  insteadOf: ' al posto di {person}, assente',
  role: {
    administrator: 'Amministrazione',
    desk: 'Front office (URP)',
    office_manager: 'Responsabile d’ufficio',
    office_operator: 'Operatore d’ufficio',
    observer: 'Osservatore',
    analyst: 'Analista',
  },
  contacts: { field: { name: 'nome', email: 'e-mail', phone: 'telefono' } },
  letter: {
    subject: 'Invito a lavorare con {body}',
    heading: 'Puoi lavorare alle segnalazioni di {body}',
    greeting: 'Gentile {name},',
    lead: '{body} ti ha dato accesso all’area operatori.',
    leadBy: '{inviter} ti ha dato accesso all’area operatori di {body}.',
    roles: 'Con questi ruoli',
    password: {
      button: 'Scegli la tua password',
      hint: 'Il collegamento vale una sola volta e per una settimana. È personale: non inoltrarlo a nessuno.',
    },
    signIn: { button: 'Accedi', hint: 'Usa l’indirizzo e la password che hai già.' },
    why: 'Se non sai di che cosa si tratta, puoi ignorare questo messaggio: senza di te non succede nulla.',
  },
}
