export const forms = {
  requiredHint: 'I campi contraddistinti dal simbolo asterisco sono obbligatori',
  errorsTitle: { one: 'C’è {n} errore', other: 'Ci sono {n} errori' },
  maxLength: 'Inserire al massimo {n} caratteri',
  choose: 'Seleziona opzione',
  storedFiles: 'File già caricati',
  removeFile: 'Elimina',
}
