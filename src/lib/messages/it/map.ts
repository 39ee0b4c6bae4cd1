export const map = {
  zoomIn: 'Avvicina la mappa',
  zoomOut: 'Allontana la mappa',
  loading: 'La mappa si sta caricando…',
  failed: 'La mappa non si è caricata. Puoi comunque usare l’indirizzo o l’elenco.',
  keysToPut:
    'Tocca o clicca sulla mappa per mettere il segnaposto, poi trascinalo se serve. Da tastiera: le frecce spostano la mappa sotto il mirino, + e − la avvicinano e la allontanano, Invio mette il segnaposto al centro.',
  keysToMove: 'Da tastiera: le frecce spostano la mappa, + e − la avvicinano e la allontanano.',
  picture: 'Mappa con il punto della segnalazione: {place}',
  reports: 'Mappa delle segnalazioni',
  picturePublic: 'Mappa delle zone di {body}',
  noScript: 'La mappa interattiva ha bisogno di JavaScript: qui sotto trovi le stesse segnalazioni in elenco.',
  legend: 'Legenda',
  groups: {
    received: 'Inviata',
    in_progress: 'In lavorazione',
    resolved: 'Risolta',
    declined: 'Non accolta',
    several: 'Più segnalazioni vicine',
  },
  selected: 'Segnalazione scelta sulla mappa',
  close: 'Chiudi',
  listTitle: 'Segnalazioni in elenco',
  inView: { one: 'Nella mappa c’è {n} segnalazione', other: 'Nella mappa ci sono {n} segnalazioni' },
  crowded: 'Avvicina la mappa per vedere le singole segnalazioni.',
  keysToTake:
    'Tocca o clicca un segno per vedere la segnalazione. Da tastiera: le frecce spostano la mappa sotto il mirino, + e − la avvicinano e la allontanano, Invio apre il segno al centro.',
}
