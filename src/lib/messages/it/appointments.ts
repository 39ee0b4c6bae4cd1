export const appointments = {
  /** Nel calendario di chi viene. */
  file: { summary: '{title}, {body}', description: 'Codice: {code}\nMotivo: {reason}\nPer spostare o annullare: {link}' },
  waitingLetter: {
    subject: 'Sei in lista d’attesa: {reason}',
    heading: 'Sei in lista d’attesa',
    lead: 'Se nei giorni che hai indicato si libera un posto adatto a te, ti scriviamo a questo indirizzo. Non devi fare altro.',
    days: 'Giorni',
    span: 'da {first} a {last}',
    offer:
      'Il posto che ti offriremo resterà riservato a te per {hours} ore, o meno se l’appuntamento è vicino: l’e-mail dirà fino a quando puoi accettarlo. Poi passa alla persona successiva e tu resti in lista.',
    button: 'Vedi o lascia la lista d’attesa',
    noBooking: 'Essere in lista d’attesa non è un appuntamento: per venire aspetta la conferma.',
  },
  letter: {
    greeting: 'Gentile {name},',
    happened: {
      booked: {
        subject: 'Appuntamento confermato: {day}, ore {hour}',
        heading: 'Il tuo appuntamento è confermato',
        lead: 'L’appuntamento è fissato per {day} dalle ore {hour} alle ore {end}. Lo trovi anche nel file allegato, da aggiungere al tuo calendario.',
        button: 'Vedi, sposta o annulla l’appuntamento',
      },
      moved: {
        subject: 'Appuntamento spostato: {day}, ore {hour}',
        heading: 'Il tuo appuntamento è stato spostato',
        lead: 'L’appuntamento che era fissato per {before} è ora {day} dalle ore {hour} alle ore {end}. Il codice resta lo stesso.',
        button: 'Vedi l’appuntamento',
      },
      cancelled: {
        subject: 'Appuntamento annullato: {day}, ore {hour}',
        heading: 'Il tuo appuntamento è annullato',
        lead: 'L’appuntamento di {day} alle ore {hour} è stato annullato. Se ti serve ancora, puoi prenotarne un altro quando vuoi.',
        button: 'Vedi l’appuntamento annullato',
      },
      reminded: {
        subject: 'Promemoria: appuntamento {day}, ore {hour}',
        heading: 'Domani hai un appuntamento',
        lead: 'Ti aspettiamo {day} dalle ore {hour} alle ore {end}. Se non puoi venire, annulla: il posto andrà a un’altra persona.',
        button: 'Vedi, sposta o annulla l’appuntamento',
      },
      disrupted: {
        subject: 'Scegli un altro orario per l’appuntamento di {day}',
        heading: 'Non possiamo riceverti all’orario previsto',
        lead: 'Ci scusiamo: {day} alle ore {hour} non potremo riceverti. Scegli un altro orario, anche all’ultimo momento; la tua prenotazione resta registrata finché non la sposti o la annulli.',
        button: 'Scegli un altro orario',
      },
      relocated: {
        subject: 'Cambia il luogo dell’appuntamento di {day}, ore {hour}',
        heading: 'Cambia il luogo del tuo appuntamento',
        lead: 'Giorno e ora restano gli stessi, {day} dalle ore {hour} alle ore {end}, ma il luogo è un altro: {where}. Il codice resta lo stesso.',
        button: 'Vedi, sposta o annulla l’appuntamento',
      },
      rating_asked: {
        subject: 'Com’è andato l’appuntamento di {day}?',
        heading: 'Com’è andata?',
        lead: '{day} alle ore {hour} ti abbiamo ricevuto. Dicci quanto è stato facile usare questo servizio: bastano pochi secondi, e la valutazione non porta il tuo nome.',
        button: 'Valuta l’appuntamento',
      },
      offered: {
        subject: 'Si è liberato un posto: {day}, ore {hour}',
        heading: 'Si è liberato un posto per te',
        lead: 'Eri in lista d’attesa: ora puoi venire {day} dalle ore {hour} alle ore {end}. Il posto è riservato a te fino a {until}; poi passa alla persona successiva e tu resti in lista.',
        button: 'Accetta o rifiuta il posto',
      },
    },
    rows: { code: 'Codice', when: 'Quando', office: 'Ufficio', where: 'Dove', reason: 'Motivo' },
    when: '{day}, ore {hour}–{end}',
    online: 'Online: riceverai le indicazioni per collegarti',
    bring: 'Cosa serve',
    alternatives: 'Orari ancora liberi',
    hint: 'Se il pulsante non funziona, copia questo indirizzo nel browser:',
    changes: 'Puoi spostare o annullare l’appuntamento fino a {until}.',
    private: 'Il collegamento è personale: chi lo apre può spostare o annullare l’appuntamento al tuo posto.',
    leave: 'Non ti serve più?',
    leaveLink: 'Esci dalla lista d’attesa',
    contacts: 'Per informazioni: {body}, {phone}, {email}.',
  },
}
