/** The 64 topics of the official model, as the check compares them: in small letters. */
export const modelTopics: readonly string[] = (
  "accesso all'informazione|acqua|agricoltura|anagrafe|animale domestico|aria|assistenza agli invalidi|" +
  "assistenza sociale|associazioni|bilancio|commercio al minuto|commercio all'ingrosso|commercio ambulante|" +
  'comunicazione istituzionale|comunicazione politica|concorsi|covid-19|elezioni|energie rinnovabili|estero|' +
  'foreste|formazione professionale|gemellaggi|gestione rifiuti|giustizia|igiene pubblica|immigrazione|imposte|' +
  'imprese|inquinamento|integrazione sociale|isolamento termico|istruzione|lavoro|matrimonio|mercato|' +
  'mobilità sostenibile|morte|nascita|parcheggi|patrimonio culturale|pesca|piano di sviluppo|pista ciclabile|pnrr|' +
  'politica commerciale|polizia|prodotti alimentari|protezione civile|residenza|risposta alle emergenze|' +
  'sistema giuridico|spazio verde|sport|sviluppo sostenibile|tassa sui servizi|tempo libero|' +
  'trasparenza amministrativa|trasporto pubblico|turismo|urbanizzazione|viaggi|zone pedonali|ztl'
).split('|')
