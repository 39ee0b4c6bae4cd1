export const legal = {
  privacy: {
    title: 'Informativa sulla privacy',
    storedTitle: 'Che cosa conserva questo sito',
    storedIntro: 'Per ogni servizio, i dati che restano registrati e per quanto tempo.',
    stored: {
      reports: {
        title: 'Segnalazioni',
        text: 'Il testo, la categoria, il luogo, le risposte alle domande, le immagini e i documenti, la data e tutto ciò che accade in seguito. Dalle immagini togliamo i dati nascosti prima di conservarle. Nome, e-mail e telefono, se li indichi, sono conservati a parte: li vede solo chi tra il personale ne è autorizzato, e ogni consultazione resta registrata. Registriamo anche a quale indirizzo sono andate le e-mail su quella segnalazione e se sono arrivate.',
      },
      drafts: {
        title: 'Bozze',
        text: 'Quello che scrivi prima dell’invio, con i file, resta per sette giorni dall’ultima modifica; poi è cancellato. Se chiedi il codice per riprenderlo, o accedi, conserviamo accanto alla bozza anche il tuo indirizzo e-mail.',
      },
      assistance: {
        title: 'Richieste d’assistenza',
        text: 'Nome, cognome, e-mail, il servizio e il testo della richiesta, con le risposte. Non sono mai pubblicate.',
      },
      appointment: {
        title: 'Appuntamenti',
        text: 'Nome, cognome, e-mail e, se lo indichi, telefono; il motivo e i dettagli, l’ufficio, il giorno e l’ora, se l’appuntamento è stato spostato o annullato e se ti sei presentato. In lista d’attesa, anche i giorni che ti vanno bene.',
      },
      area: {
        title: 'Area personale',
        text: 'L’indirizzo e-mail con cui accedi, finché dura la sessione: al massimo otto ore. Il codice che ti inviamo è conservato come impronta, per quindici minuti. Nome, cognome e telefono solo se lo chiedi, per compilare i moduli al posto tuo: finché non li cancelli, o per due anni dall’ultimo accesso.',
      },
      ratings: {
        title: 'Valutazioni',
        text: 'Le stelle, la risposta scelta, il testo che aggiungi e il giorno, senza cookie. Perché ognuno valuti una pagina una sola volta al giorno, calcoliamo un’impronta dell’indirizzo di rete e del browser con una chiave che cambia ogni giorno e poi viene distrutta: da quel momento nessuno può risalire a chi ha valutato. Non scrivere dati personali nel testo.',
      },
      abuse: {
        title: 'Difesa dagli abusi',
        text: 'Per contare gli invii che arrivano dallo stesso indirizzo di rete ne conserviamo per breve tempo, al massimo un’ora, un’impronta da cui non si risale all’indirizzo.',
      },
    },
    cookies: {
      title: 'Cookie',
      text: 'Usiamo solo cookie tecnici di questo sito, per i quali la legge non richiede il consenso. Nessuna pagina carica contenuti, caratteri, mappe o misurazioni da altri siti.',
      name: 'Nome',
      purpose: 'A che cosa serve',
      duration: 'Durata',
      list: [
        { name: 'filo_lingua', purpose: 'Ricorda la lingua che hai scelto', duration: 'un anno' },
        { name: 'filo_bozza', purpose: 'Ritrova la segnalazione che stai scrivendo', duration: 'sette giorni' },
        { name: 'filo_richiesta', purpose: 'Ritrova la richiesta d’assistenza che stai scrivendo', duration: 'sette giorni' },
        { name: 'filo_lettera', purpose: 'Ritrova il messaggio a un ufficio che stai scrivendo', duration: 'sette giorni' },
        { name: 'filo_prenotazione', purpose: 'Ritrova l’appuntamento che stai prenotando', duration: 'sette giorni' },
        { name: 'filo_accesso', purpose: 'Ritrova il codice che hai chiesto per accedere', duration: 'quindici minuti' },
        {
          name: 'filo_area',
          purpose: 'Riconosce chi ha effettuato l’accesso all’area personale',
          duration: 'fino alla chiusura del browser, al massimo otto ore',
        },
        {
          name: 'filo_sessione',
          purpose: 'Riconosce gli operatori dell’ente che hanno effettuato l’accesso',
          duration: 'dodici ore',
        },
      ],
    },
    rightsTitle: 'Come esercitare i tuoi diritti',
    rights:
      'Puoi chiedere di vedere, correggere o cancellare i tuoi dati, di limitarne l’uso o di opporti scrivendo all’ente: {email} oppure, con posta certificata, {pec}. Puoi presentare reclamo al Garante per la protezione dei dati personali.',
  },
  notes: {
    title: 'Note legali',
    termsTitle: 'Termini e condizioni di servizio',
    licenceTitle: 'Licenza dei contenuti',
    licence:
      'In applicazione del principio open by default ai sensi dell’articolo 52 del decreto legislativo 7 marzo 2005, n. 82 (CAD) e salvo dove diversamente specificato (compresi i contenuti incorporati di terzi), i dati, i documenti e le informazioni pubblicati sul sito sono rilasciati con licenza CC-BY 4.0. Gli utenti sono quindi liberi di condividere (riprodurre, distribuire, comunicare al pubblico, esporre in pubblico), rappresentare, eseguire e recitare questo materiale con qualsiasi mezzo e formato e modificare (trasformare il materiale e utilizzarlo per opere derivate) per qualsiasi fine, anche commerciale con il solo onere di attribuzione, senza apporre restrizioni aggiuntive.',
    licenceLink: 'Testo integrale della licenza',
  },
  accessibility: {
    title: 'Accessibilità',
    intro: 'Questo sito deve poter essere usato da tutte le persone. Se qualcosa te lo impedisce, vogliamo saperlo.',
    statementTitle: 'Dichiarazione di accessibilità',
    statementText:
      'La dichiarazione dice quanto questo sito è conforme alle norme (legge 9 gennaio 2004, n. 4; WCAG 2.1 livello AA) e che cosa ancora non lo è.',
    statement: 'Leggi la dichiarazione di accessibilità',
    feedbackTitle: 'Segnala un problema di accessibilità',
    feedbackText:
      'Scrivici che cosa non riesci a fare, in quale pagina e con quali strumenti. Ti rispondiamo entro 30 giorni. Se la risposta manca o non ti soddisfa, puoi rivolgerti al Difensore civico per il digitale.',
    write: 'Scrivi all’ente',
    contacts: 'Altri modi per scriverci',
    email: 'E-mail',
    phone: 'Telefono',
    pec: 'PEC',
    subject: 'Problema di accessibilità',
  },
  siteMap: {
    title: 'Mappa del sito',
    reports: 'Segnalazioni',
    information: 'Informazioni',
    map: 'Mappa delle segnalazioni',
    home: 'Pagina iniziale',
  },
  management: {
    title: 'Amministrazione',
    intro: 'Gli uffici dell’ente e chi ci lavora: che cosa fanno e come si raggiungono.',
    offices: 'Di che cosa si occupa ogni ufficio, quando è aperto, come si contatta.',
  },
}
