export const talk = {
  preview: {
    button: 'Anteprima dell’e-mail',
    title: 'L’e-mail che riceverà l’autore',
    notSent: 'Non è ancora stata inviata.',
    subject: 'Oggetto',
    recipient: 'A chi',
    to: 'all’autore, all’indirizzo che ha lasciato',
    toNobody: 'l’autore non ha lasciato un indirizzo e-mail: lo leggerà nella sua pagina',
    none: 'Di questo l’autore non riceve un’e-mail.',
  },
}
