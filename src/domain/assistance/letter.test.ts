import { expect, test } from 'vitest'
import { type LetterContent, letterProblems } from './letter.ts'

const whole: LetterContent = {
  firstName: 'Ada',
  lastName: 'Verdi',
  email: 'ada@example.org',
  phone: '',
  title: 'Orari',
  description: 'Siete aperti il sabato?',
  privacy: true,
}

test('a letter with everything in it can be sent', () => expect(letterProblems(whole)).toEqual([]))

test.each([
  ['firstName', 'first_name_missing', { firstName: ' ' }],
  ['lastName', 'last_name_missing', { lastName: '' }],
  ['lastName', 'name_too_long', { lastName: 'x'.repeat(81) }],
  ['email', 'email_missing', { email: '' }],
  ['email', 'email_wrong', { email: 'ada@' }],
  ['phone', 'phone_wrong', { phone: 'dopo le 18' }],
  ['title', 'title_missing', { title: '' }],
  ['title', 'title_too_long', { title: 'x'.repeat(121) }],
  ['description', 'description_missing', { description: '\n' }],
  ['description', 'description_too_long', { description: 'x'.repeat(2001) }],
  ['privacy', 'privacy_missing', { privacy: false }],
] as const)('a letter is refused beside its field: %s, %s', (field, refusal, wrong) =>
  expect(letterProblems({ ...whole, ...wrong })).toEqual([{ field, refusal }]),
)

test('everything that is wrong is said at once, in the order of the form', () => {
  const empty = { ...whole, firstName: '', lastName: '', email: '', title: '', description: '', privacy: false }
  expect(letterProblems(empty).map(({ field }) => field)).toEqual([
    'firstName',
    'lastName',
    'email',
    'title',
    'description',
    'privacy',
  ])
})
