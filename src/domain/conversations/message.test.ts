import { describe, expect, test } from 'vitest'
import { mayReadMessage, messageKinds, moderationAtFirst, type Reader } from './message.ts'

const approved = (kind: (typeof messageKinds)[number]) => ({ kind, moderation: 'approved' }) as const

describe('who reads a message', () => {
  test.each([
    ['staff', ['citizen', 'question', 'answer', 'reply', 'note', 'comment']],
    ['author', ['citizen', 'question', 'answer', 'reply', 'comment']],
    ['public', ['reply', 'comment']],
  ] as const satisfies readonly (readonly [Reader, unknown])[])('%s', (reader, expected) =>
    expect(messageKinds.filter((kind) => mayReadMessage(approved(kind), reader))).toEqual(expected),
  )

  test.each([
    ['pending', 'staff', true],
    ['pending', 'author', true],
    ['pending', 'public', false],
    ['rejected', 'staff', true],
    ['rejected', 'author', false],
    ['rejected', 'public', false],
  ] as const)('of a comment that is %s: %s', (moderation, reader, expected) =>
    expect(mayReadMessage({ kind: 'comment', moderation }, reader)).toBe(expected),
  )

  test('a comment alone waits for the desk', () =>
    expect(messageKinds.filter((kind) => moderationAtFirst(kind) === 'pending')).toEqual(['comment']))
})
