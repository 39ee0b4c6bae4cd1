import { expect, test } from 'vitest'
import type { OfficeId } from '../shared/id.ts'
import { checkVenue, type Venue, type VenueId, type VenueSetting } from './venue.ts'

const id = 'hall' as VenueId
const office = 'urp' as OfficeId
const hall: VenueSetting = {
  code: 'hall',
  name: { it: 'Palazzo' },
  description: { it: 'Sede del Comune' },
  picture: { href: '/file/ente/3f2a1b4c-9d8e-8f70-a1b2-c3d4e5f60718/large/sede.jpg', alt: { it: 'La facciata' } },
  access: { it: 'Rampa' },
  address: 'Via Prova 1',
  postcode: '00000',
  place: { longitude: 9, latitude: 44 },
  opening: null,
  hours: { it: '' },
  points: [{ kind: 'phone', value: '010 1234', note: '' }],
  offices: [office],
  active: true,
}
const others = { venues: [{ ...hall, id: 'school' as VenueId, code: 'school' }] as readonly Venue[], offices: new Set([office]) }

test('a whole venue is taken as it is', () => expect(checkVenue(id, hall, others)).toEqual({ ok: true, value: hall }))

test.each<readonly [string, string | undefined, Partial<VenueSetting>]>([
  ['name_missing', undefined, { name: { it: ' ' } }],
  ['name_too_long', 'name-en', { name: { it: 'x', en: 'x'.repeat(121) } }],
  ['description_missing', undefined, { description: { it: '' } }],
  ['description_too_long', 'description', { description: { it: 'x'.repeat(256) } }],
  ['picture_wrong', 'picture-file', { picture: { href: '/a.jpg', alt: null } }],
  ['access_missing', undefined, { access: { it: '' } }],
  ['text_too_long', 'hours', { hours: { it: 'x'.repeat(2001) } }],
  ['address_missing', undefined, { address: '' }],
  ['contact_too_long', 'address', { address: 'x'.repeat(201) }],
  ['postcode_wrong', undefined, { postcode: '1612' }],
  ['place_wrong', undefined, { place: { longitude: Number.NaN, latitude: 44 } }],
  ['interval_wrong', 'day-1', { opening: { 1: [{ from: '13:00', to: '09:00' }], 2: [], 3: [], 4: [], 5: [], 6: [], 7: [] } }],
  ['contacts_missing', undefined, { points: [] }],
  ['contact_wrong', 'contact-value-0', { points: [{ kind: 'email', value: 'x', note: '' }] }],
  ['code_wrong', undefined, { code: 'il palazzo' }],
  ['code_taken', undefined, { code: 'school' }],
  ['office_unknown', undefined, { offices: ['nowhere' as OfficeId] }],
])('refuses: %s', (refusal, field, part) =>
  expect(checkVenue(id, { ...hall, ...part }, others)).toEqual({ ok: false, refusal, ...(field && { field }) }),
)
