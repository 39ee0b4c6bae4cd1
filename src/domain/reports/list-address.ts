import { parseBox, writeBox } from '../shared/box.ts'
import { isCivilDate } from '../shared/day-span.ts'
import { type AccountId, type AreaId, type AuthorId, type CategoryId, isId, type OfficeId } from '../shared/id.ts'
import { manyOf, oneOf } from '../shared/known-words.ts'
import { buckets } from './inbox.ts'
import { channels, reportKinds } from './kind.ts'
import { priorities } from './priority.ts'
import { termNotices } from './report.ts'
import { bucketAtFirst, type ReportFilter } from './report-filter.ts'
import { satisfactions } from './satisfaction.ts'
import { stages } from './stage.ts'
import { moderations } from './visibility.ts'

/** How an address calls what a body has: by its code, or in what is kept, by its id. */
type Naming<Of extends string> = { idOf(name: string): Of | null; nameOf(id: Of): string }

export type Namings = {
  readonly categories: Naming<CategoryId>
  readonly areas: Naming<AreaId>
  readonly offices: Naming<OfficeId>
}

type Coded<Of extends string> = ReadonlyMap<Of, { readonly id: Of; readonly code: string }>

/** Addresses call things by their codes; what has none any more keeps its id, so that it is not left out in silence. */
export function byCode(body: {
  readonly categories: Coded<CategoryId>
  readonly areas: Coded<AreaId>
  readonly offices: Coded<OfficeId>
}): Namings {
  return { categories: codes(body.categories), areas: codes(body.areas), offices: codes(body.offices) }
}

function codes<Of extends string>(known: Coded<Of>): Naming<Of> {
  return {
    idOf: (name) => [...known.values()].find(({ code }) => code === name)?.id ?? asId<Of>(name),
    nameOf: (id) => known.get(id)?.code ?? id,
  }
}

const ids = { idOf: (name: string) => asId<never>(name), nameOf: (id: string) => id }

/** What is kept calls things by their ids: a code may change. */
export const byId: Namings = { categories: ids, areas: ids, offices: ids }

/** The names that a list's address may have, but for the place in it. */
export const listParameters = [
  'azione',
  'q',
  'stato',
  'tipo',
  'categoria',
  'zona',
  'ufficio',
  'mie',
  'persona',
  'canale',
  'termine',
  'priorita',
  'giudizio',
  'visibilita',
  'verifica',
  'dal',
  'al',
  'programmata-dal',
  'programmata-al',
  'riquadro',
  'foto',
  'osservatore',
  'autore',
  'registrata',
  'gruppo',
  'ordine',
  'forma',
  'colonna',
  'righe',
  'mappa',
] as const

const longestText = 100
const all = 'tutte'
const [yes, no] = ['si', 'no']

/** Reads the filter of an address; what it does not know is left out, so that an old link still shows a list. */
export function filterFromSearch(search: URLSearchParams, names: Namings): ReportFilter {
  const one = (name: string) => search.get(name) ?? ''
  const text = one('q').trim().slice(0, longestText).trim()
  const stagesAsked = manyOf(stages, search.getAll('stato'))
  const asked = one('azione')
  const bucket = asked === all ? null : oneOf(buckets, asked)
  return {
    bucket: asked === all ? null : (bucket ?? bucketAtFirst({ text, stages: stagesAsked })),
    stages: stagesAsked,
    kinds: manyOf(reportKinds, search.getAll('tipo')),
    category: one('categoria') === '' ? null : names.categories.idOf(one('categoria')),
    area: one('zona') === '' ? null : names.areas.idOf(one('zona')),
    office: one('ufficio') === '' ? null : names.offices.idOf(one('ufficio')),
    person: search.has('mie') ? 'me' : readPerson(one('persona')),
    channels: manyOf(channels, search.getAll('canale')),
    terms: manyOf(termNotices, search.getAll('termine')),
    priorities: manyOf(priorities, search.getAll('priorita')),
    satisfactions: manyOf(satisfactions, search.getAll('giudizio')),
    visible: readYesNo(one('visibilita'), 'pubblica', 'privata'),
    moderation: oneOf(moderations, one('verifica')),
    text,
    from: readDay(one('dal')),
    to: readDay(one('al')),
    plannedFrom: readDay(one('programmata-dal')),
    plannedTo: readDay(one('programmata-al')),
    box: parseBox(one('riquadro')),
    photo: readYesNo(one('foto'), yes, no),
    observer: one('osservatore') === '' ? null : names.offices.idOf(one('osservatore')),
    author: asId<AuthorId>(one('autore')),
    recordedBy: asId<AccountId>(one('registrata')),
    group: readGroup(one('gruppo')),
  }
}

/** Writes a filter as it stands in an address; read again, it is the same. */
export function searchOfFilter(filter: ReportFilter, names: Namings): URLSearchParams {
  const search = new URLSearchParams()
  const put = (name: string, value: string | null) => {
    if (value !== null && value !== '') search.append(name, value)
  }
  const putAll = (name: string, values: readonly string[]) => {
    for (const value of values) search.append(name, value)
  }
  if (filter.bucket !== bucketAtFirst(filter)) put('azione', filter.bucket ?? all)
  put('q', filter.text)
  putAll('stato', filter.stages)
  putAll('tipo', filter.kinds)
  put('categoria', filter.category && names.categories.nameOf(filter.category))
  put('zona', filter.area && names.areas.nameOf(filter.area))
  put('ufficio', filter.office && names.offices.nameOf(filter.office))
  if (filter.person === 'me') put('mie', yes)
  else put('persona', filter.person === 'nobody' ? nobody : filter.person)
  putAll('canale', filter.channels)
  putAll('termine', filter.terms)
  putAll('priorita', filter.priorities)
  putAll('giudizio', filter.satisfactions)
  put('visibilita', writeYesNo(filter.visible, 'pubblica', 'privata'))
  put('verifica', filter.moderation)
  put('dal', filter.from)
  put('al', filter.to)
  put('programmata-dal', filter.plannedFrom)
  put('programmata-al', filter.plannedTo)
  put('riquadro', filter.box && writeBox(filter.box))
  put('foto', writeYesNo(filter.photo, yes, no))
  put('osservatore', filter.observer && names.offices.nameOf(filter.observer))
  put('autore', filter.author)
  put('registrata', filter.recordedBy)
  put('gruppo', typeof filter.group === 'number' ? String(filter.group) : filter.group && groups[filter.group])
  return search
}

const nobody = 'nessuno'
const groups = { grouped: 'unite', single: 'singole' } as const

function readPerson(text: string): ReportFilter['person'] {
  return text === nobody ? 'nobody' : asId<AccountId>(text)
}

function readDay(text: string): string | null {
  return isCivilDate(text) ? text : null
}

function readGroup(text: string): ReportFilter['group'] {
  if (text === groups.grouped) return 'grouped'
  if (text === groups.single) return 'single'
  return /^[1-9]\d{0,11}$/.test(text) ? Number(text) : null
}

function readYesNo(text: string, yesWord: string, noWord: string): boolean | null {
  return text === yesWord ? true : text === noWord ? false : null
}

function writeYesNo(value: boolean | null, yesWord: string, noWord: string): string | null {
  return value === null ? null : value ? yesWord : noWord
}

function asId<Of extends string>(text: string): Of | null {
  return isId(text) ? (text as Of) : null
}
