import { afterAll, beforeAll, expect, test } from 'vitest'
import type { EventDetail, EventKind } from '#domain/reports/event.ts'
import type { AreaId, EventId, MessageId, ReportId } from '#domain/shared/id.ts'
import { dictionary } from '#lib/messages/dictionaries.ts'
import type { ReportFile } from '#server/queries/desk/report-file.ts'
import type { ReportEvent } from '#server/storage/events.ts'
import { openTown, type Town } from '#tests/town.ts'
import { sayEvent } from './say-event.server.ts'

let town: Town
beforeAll(async () => {
  town = await openTown()
})
afterAll(() => town.close())

const other = 'other' as ReportId
const [lead, letter] = ['lead' as ReportId, 'letter' as EventId]

function say(kind: EventKind, detail: EventDetail): string {
  const { roads } = town
  const mails = [{ event: letter, recipient: 'author', subject: 'Ricevuta' }] as unknown as ReportFile['mails']
  const numbers = new Map([
    [other, 12],
    [lead, 7],
  ])
  const file = { names: new Map([[roads.account, 'Rita Roads']]), numbers, mails } as unknown as ReportFile
  const locals = { directory: town.directory, locale: 'it', words: dictionary('it') } as App.Locals
  return sayEvent({ kind, detail } as ReportEvent, file, locals)
}

test.each<readonly [string, EventKind, () => EventDetail]>([
  [
    'Assegnata a Strade (Rita Roads) (prima: Verde pubblico)',
    'assigned',
    () => ({
      office: town.office('roads'),
      person: town.roads.account,
      previousOffice: town.office('parks'),
      previousPerson: null,
    }),
  ],
  ['Assegnata a Strade', 'assigned', () => ({ office: town.office('roads'), person: null, previousOffice: null })],
  ['Riaperta', 'reopened', () => ({ from: 'resolved' })],
  ['Riaperta: torna a Strade', 'reopened', () => ({ office: town.office('roads'), person: null })],
  ['Priorità: alta (prima: normale)', 'prioritised', () => ({ priority: 'high', previousPriority: 'normal' })],
  [
    'Nuovo termine di risoluzione: lunedì 1 giugno 2026 (prima: lunedì 25 maggio 2026)',
    'term_set',
    () => ({ due: '2026-06-01T15:00:00Z', previousDue: '2026-05-25T15:00:00Z' }),
  ],
  ['Termine scaduto (prima risposta)', 'term_late', () => ({ term: 'first_reply' })],
  [
    'Osservatori: si aggiunge: Verde pubblico; non segue più: Strade',
    'observers_changed',
    () => ({ added: [town.office('parks')], removed: [town.office('roads')] }),
  ],
  ['Zona: nessuna (prima: nessuna)', 'moved', () => ({ area: null, previousArea: 'gone' as AreaId })],
  ['E-mail inviata di nuovo: «Ricevuta»', 'mail_resent', () => ({ mail: letter })],
  ['Chiusa: non accolta (già segnalata da altri, n. 12)', 'declined', () => ({ reason: 'duplicate', duplicateOf: other })],
  ['Chiusa: risolta', 'resolved', () => ({})],
  ['Chiusa: risolta, con la risposta proposta', 'resolved', () => ({ proposal: 'p' as MessageId })],
  ['Unita al gruppo della n. 7', 'grouped', () => ({ other: lead })],
  ['Un’immagine è stata tenuta privata', 'photo_moderated', () => ({ moderation: 'rejected' })],
  ['Nota interna', 'noted', () => ({})],
])('the history says: %s', (sentence, kind, detail) => {
  expect(say(kind, detail())).toBe(sentence)
})

test('the history says from where to where a report was filed, and by which rule it goes on', () => {
  const [from, to] = [town.category('pothole'), town.category('tree')]
  const moved = { office: town.office('parks'), previousOffice: town.office('roads') }
  const rules = [{ id: 'r' as never, name: 'Alberi', set: ['office'] as const }]
  const filed: EventDetail = { reportKind: 'problem', previousKind: 'complaint', category: to.id, previousCategory: from.id }
  expect(say('classified', { ...filed, ...moved, rules })).toBe(
    `Classificata come disservizio in «${to.name.it}» (prima: reclamo, «${from.name.it}»), va a Verde pubblico, per la regola «Alberi»`,
  )
})
