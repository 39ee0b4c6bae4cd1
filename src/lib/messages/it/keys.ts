export const keys = {
  title: 'Chiavi per i programmi',
  text: 'Quali applicazioni possono inviare e leggere segnalazioni con Open311.',
  intro:
    'Un programma si presenta con la sua chiave. Dai una chiave diversa a ogni programma, così puoi revocarne una senza fermare gli altri.',
  none: 'Nessuna chiave.',
  columns: { name: 'Nome', scopes: 'Che cosa può fare', made: 'Creata', used: 'Usata l’ultima volta', state: 'Stato' },
  scope: {
    'open311:read': 'Leggere le segnalazioni che ha inviato, anche non pubbliche',
    'open311:write': 'Inviare segnalazioni e aggiornamenti',
  },
  unused: 'Mai',
  revoke: 'Revoca',
  revoked: 'Revocata {date}',
  add: 'Nuova chiave',
  name: 'Nome del programma',
  nameHelp: 'Per riconoscerla: per esempio il nome dell’applicazione e di chi la gestisce',
  scopes: 'Che cosa può fare',
  create: 'Crea la chiave',
  made: 'Chiave creata: {name}',
  madeText:
    'Copiala adesso: per sicurezza non la conserviamo e non si potrà più rivedere. Se si perde, revocala e creane un’altra.',
  refusal: {
    name_missing: 'Scrivi il nome del programma.',
    name_too_long: 'Il nome è troppo lungo: al massimo 100 caratteri.',
    scope_missing: 'Scegli almeno una cosa che il programma può fare.',
    scope_unknown: 'Scegli tra le voci dell’elenco.',
    secret_taken: 'Questa chiave esiste già: creane un’altra.',
    no_such_key: 'Questa chiave non c’è, o è già revocata.',
  },
}
