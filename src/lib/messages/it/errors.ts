export const errors = {
  noSuchBody: 'A questo indirizzo non risponde nessun ente',
  notFound: 'Pagina non trovata',
  notFoundHelp: 'La pagina che cerchi non esiste o è stata spostata. Controlla l’indirizzo o riparti dalla pagina iniziale.',
  fault: 'Qualcosa non ha funzionato',
  faultHelp: 'Il problema è nostro e non hai sbagliato nulla: quello che avevi inviato prima è al sicuro. Riprova tra poco.',
  faultNumber: 'Se scrivi all’ente, cita il numero {number}.',
  forbidden: 'Non hai accesso a questa pagina',
  tooMany: 'Hai inviato troppe richieste in poco tempo. Aspetta qualche minuto e riprova.',
  tooLong: 'Quello che hai inviato è troppo lungo: torna indietro, accorcialo e invia di nuovo',
  home: 'Vai alla pagina iniziale',
}
