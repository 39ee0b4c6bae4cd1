import { expect, test } from 'vitest'
import { emptyRequest, type RequestContent, requestProblems } from './request.ts'

const services = [{ code: 'cie', categories: ['anagrafe-e-stato-civile'] }] as const
const whole: RequestContent = {
  ...emptyRequest,
  firstName: 'Ada',
  lastName: 'Verdi',
  email: 'ada@example.org',
  category: 'anagrafe-e-stato-civile',
  service: 'cie',
  details: 'Ho perso la ricevuta.',
  privacy: true,
}

test.each([
  ['about a service of its category', {}],
  ['about a service that the list does not have', { service: 'altro', category: 'turismo' }],
  ['to the desk itself', { service: 'altro', category: 'relazioni-con-il-pubblico' }],
  ['of exactly as many characters as there may be', { details: 'x'.repeat(600) }],
] as const)('a request can be sent %s', (_, more) => expect(requestProblems({ ...whole, ...more }, services)).toEqual([]))

test.each([
  ['firstName', 'first_name_missing', { firstName: '' }],
  ['email', 'email_wrong', { email: 'ada@' }],
  ['category', 'category_missing', { category: null }],
  ['service', 'service_missing', { service: '' }],
  ['service', 'service_missing', { service: 'gone' }],
  ['service', 'service_elsewhere', { category: 'turismo' }],
  ['details', 'details_missing', { details: ' \n' }],
  ['details', 'details_too_long', { details: 'x'.repeat(601) }],
  ['privacy', 'privacy_missing', { privacy: false }],
] as const)('a request is refused beside its field: %s, %s', (field, refusal, wrong) =>
  expect(requestProblems({ ...whole, ...wrong }, services)).toEqual([{ field, refusal }]),
)

test('a request in which nothing is said is refused in every field, in the order of the form', () => {
  const fields = requestProblems(emptyRequest, services).map(({ field }) => field)
  expect(fields).toEqual(['firstName', 'lastName', 'email', 'category', 'service', 'details', 'privacy'])
})
