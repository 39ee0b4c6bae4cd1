/** Events in a person's life (AgID's controlled vocabulary), for which services are looked for. */
export const lifeEvents = [
  'iscrizione-scuola',
  'invalidita',
  'lavoro',
  'pensionamento',
  'patente',
  'veicolo',
  'trasporto-pubblico',
  'casa',
  'cambio-di-residenza',
  'espatrio',
  'viaggi-internazionali',
  'nascita',
  'matrimonio',
  'morte-ed-eredita',
  'visite-ed-esami',
  'denuncia-crimini',
  'tributi',
  'luoghi-della-cultura',
  'animale-da-compagnia',
] as const

export type LifeEvent = (typeof lifeEvents)[number]

/** Events in the life of a business (AgID's controlled vocabulary). */
export const businessEvents = [
  'avvio-impresa',
  'nuova-attivita-professionale',
  'licenze-e-permessi',
  'impresa-transfrontaliera',
  'avvio-filiale',
  'finanziamento-impresa',
  'gestione-personale',
  'iva-tasse-dogane',
  'notifiche-autorita',
  'chiusura-impresa',
  'chiusura-filiale',
  'ristrutturazione-impresa',
  'vendita-impresa',
  'bancarotta',
  'appalti-pubblici',
] as const

export type BusinessEvent = (typeof businessEvents)[number]
