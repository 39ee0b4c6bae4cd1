import { expect, test } from 'vitest'
import type { Stage } from './stage.ts'
import { isVisible, type Moderation, type PublicationPolicy, policyFor } from './visibility.ts'

test.each<readonly [boolean, boolean, Moderation, Stage, PublicationPolicy]>([
  [true, true, 'approved', 'in_charge', 'after_approval'],
  [true, true, 'approved', 'resolved', 'after_approval'],
  [true, true, 'pending', 'submitted', 'at_once'],
  [false, false, 'approved', 'in_charge', 'after_approval'],
  [false, false, 'approved', 'in_charge', 'at_once'],
  [false, true, 'pending', 'in_charge', 'after_approval'],
  [false, true, 'rejected', 'in_charge', 'at_once'],
  [false, true, 'approved', 'submitted', 'after_approval'],
  [false, true, 'approved', 'withdrawn', 'at_once'],
  [false, true, 'approved', 'in_charge', 'never'],
])('%s with consent %s, %s, %s, %s', (visible, consent, moderation, stage, policy) => {
  expect(isVisible({ consent, moderation, stage, heldBack: false }, policy)).toBe(visible)
})

test.each([
  ['pending', false],
  ['approved', true],
  ['rejected', false],
] as const)('one that is held back and %s is shown where all are shown at once: %s', (moderation, visible) => {
  expect(isVisible({ consent: true, moderation, stage: 'in_charge', heldBack: true }, 'at_once')).toBe(visible)
})

test.each([
  [{}, 'at_once', 'at_once'],
  [{ publication: 'never' }, 'at_once', 'never'],
  [{ publication: 'at_once' }, 'never', 'at_once'],
] as const)('a category that says %j, in a body that says %s, shows its reports %s', (category, body, policy) => {
  expect(policyFor(category, body)).toBe(policy)
})
