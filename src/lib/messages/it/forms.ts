/** What can be wrong with a picture that something shows. */
export const pictureRefusals = {
  picture_wrong: 'Carica un’immagine.',
  alt_missing: 'Scrivi che cosa mostra l’immagine, oppure indica che è solo decorativa.',
  alt_too_long: 'Il testo alternativo è troppo lungo: al massimo 250 caratteri.',
}

export const forms = {
  requiredHint: 'I campi contraddistinti dal simbolo asterisco sono obbligatori',
  errorsTitle: { one: 'C’è {n} errore', other: 'Ci sono {n} errori' },
  maxLength: 'Inserire al massimo {n} caratteri',
  choose: 'Seleziona opzione',
  storedFiles: 'File già caricati',
  removeFile: 'Elimina',
  document: {
    orFile: 'Oppure carica un file',
    help: 'PDF, ODT o DOCX, al massimo 10 MB. Si carica quando salvi.',
    now: 'È il file caricato «{name}».',
  },
  picture: {
    choose: 'Scegli un’immagine',
    replace: 'Sostituiscila con un’altra',
    help: 'JPEG, PNG, WebP, AVIF, GIF o HEIC, al massimo 15 MB. Si carica quando salvi, senza i dati nascosti come il luogo dello scatto.',
    now: 'L’immagine caricata',
    remove: 'Togli l’immagine',
    alt: 'Testo alternativo',
    altHelp: 'Che cosa mostra, per chi non la vede: ad esempio «L’ingresso con la rampa a destra».',
    altEn: 'Testo alternativo, in inglese',
    decorative: 'È solo decorativa: chi non la vede non perde nulla',
  },
}
