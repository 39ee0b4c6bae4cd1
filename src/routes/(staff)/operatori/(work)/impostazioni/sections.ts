import type { Dictionary } from '#lib/messages/dictionary.ts'

/** A page of the settings: its address below `/operatori/impostazioni`, and what it is called and for. */
export type Section = { readonly path: string; readonly title: string; readonly text: string }

/** The pages of the settings, in the order of the menu. */
export function sectionsOf({
  settings,
  people,
  offices,
  areas,
  calendars,
  body,
  keys,
  categories,
  suppliers,
  templates,
  routing,
  authorGroups,
  jobs,
  notices,
  venues,
  profiles,
  serviceEditor,
}: Dictionary): readonly Section[] {
  return [
    { path: 'ente', ...body.names },
    { path: 'collegamenti', ...body.site },
    { path: 'calendario', ...body.calendar },
    { path: 'segnalazioni', ...body.reports },
    { path: 'home', ...body.home },
    { path: 'aspetto', ...body.look },
    { path: 'valutazioni', ...body.ratings },
    { path: 'persone', ...people.list },
    { path: 'uffici', ...offices },
    { path: 'luoghi', ...venues },
    { path: 'profili', ...profiles },
    { path: 'servizi', ...serviceEditor },
    { path: 'appuntamenti', ...calendars },
    { path: 'categorie', ...categories },
    { path: 'zone', ...areas },
    { path: 'regole', ...routing },
    { path: 'gruppi', ...authorGroups },
    { path: 'fornitori', ...suppliers },
    { path: 'modelli', ...templates },
    { path: 'note', ...people.notes },
    { path: 'avvisi', ...notices.body },
    { path: 'chiavi', ...keys },
    { path: 'consultazioni', ...people.looks },
    { path: 'operazioni', ...jobs },
    { path: 'storia', ...settings.history },
  ].map(({ path, title, text }) => ({ path, title, text }))
}
