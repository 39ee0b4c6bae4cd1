import { describe, expect, test } from 'vitest'
import type { AccountId, OfficeId } from '../shared/id.ts'
import {
  checkProfile,
  type Post,
  type Profile,
  type ProfileId,
  type ProfileSetting,
  peopleOf,
  personInCharge,
} from './profile.ts'

const roads = 'roads' as OfficeId
const parks = 'parks' as OfficeId
const ada = 'ada' as ProfileId
const post = (office: OfficeId, inCharge = false, it = 'Funzionaria'): Post => ({ office, title: { it }, inCharge })
const profile: ProfileSetting = {
  code: 'ada-rossi',
  firstName: 'Ada',
  lastName: 'Rossi',
  posts: [post(roads)],
  competences: { it: '' },
  photo: null,
  cv: 'https://comune.example/cv.pdf',
  points: [],
  account: null,
  active: true,
}
const boss: Profile = {
  ...profile,
  id: 'bea' as ProfileId,
  code: 'bea',
  lastName: 'Bianchi',
  posts: [post(roads, true)],
  account: 'a' as AccountId,
}
const others = { profiles: [boss], offices: new Set([roads, parks]) }

test('a whole profile is taken as it is, its own row among the others', () => {
  const itself = { ...others, profiles: [boss, { ...profile, id: ada }] }
  expect(checkProfile(ada, profile, itself)).toEqual({ ok: true, value: profile })
})

test.each<readonly [string, string | undefined, Partial<ProfileSetting>]>([
  ['first_name_missing', undefined, { firstName: '' }],
  ['last_name_missing', undefined, { lastName: ' ' }],
  ['name_too_long', 'lastName', { lastName: 'x'.repeat(121) }],
  ['code_wrong', undefined, { code: 'ada rossi' }],
  ['code_taken', undefined, { code: 'bea' }],
  ['text_too_long', 'competences', { competences: { it: 'x'.repeat(2001) } }],
  ['text_too_long', 'post-title-0', { posts: [post(roads, false, 'x'.repeat(201))] }],
  ['post_missing', undefined, { posts: [] }],
  ['title_missing', 'post-title-1', { posts: [post(roads), post(parks, false, '')] }],
  ['office_unknown', 'post-office-0', { posts: [post('nowhere' as OfficeId)] }],
  ['in_charge_taken', 'post-charge-1', { posts: [post(parks, true), post(roads, true)] }],
  ['account_taken', undefined, { account: 'a' as AccountId }],
  ['contact_wrong', 'contact-value-0', { points: [{ kind: 'url', value: 'x', note: '' }] }],
])('refuses: %s', (refusal, field, part) =>
  expect(checkProfile(ada, { ...profile, ...part }, others)).toEqual({ ok: false, refusal, ...(field && { field }) }),
)

test('whoever is not shown takes nobody’s charge', () =>
  expect(checkProfile(ada, { ...profile, posts: [post(roads, true)], active: false }, others).ok).toBe(true))

describe('the people of an office', () => {
  const zeno: Profile = { ...profile, id: 'zeno' as ProfileId, code: 'zeno', lastName: 'Zeni' }
  const abba: Profile = { ...profile, id: 'abba' as ProfileId, code: 'abba', lastName: 'Abba' }
  const gone: Profile = { ...boss, id: 'gone' as ProfileId, active: false }
  test('are led by who is in charge, then in the order of their names', () =>
    expect(peopleOf(roads, [gone, zeno, boss, abba]).map(({ id }) => id)).toEqual(['bea', 'abba', 'zeno']))
  test('are nobody where nobody has a post', () => expect(peopleOf(parks, [boss])).toEqual([]))
  test('have nobody in charge where nobody is said to be', () => expect(personInCharge(roads, [zeno, gone])).toBeNull())
})
