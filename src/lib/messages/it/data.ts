export const data = {
  nav: 'Dati',
  title: 'Dati delle segnalazioni',
  text: 'Una riga per ogni segnalazione dell’ente, da contare e confrontare. Non contiene testi, indirizzi, nomi o contatti.',
  filter: 'Mostra',
  clear: 'Togli i filtri',
  take: 'Scarica',
  formats: { csv: 'Scarica in CSV', xlsx: 'Scarica per Excel' },
  columns: { first_reply: 'Prima risposta' },
  file: 'dati-segnalazioni',
  notYours: 'Scaricare i dati spetta a chi analizza, al front office e a chi amministra l’ente.',
}
