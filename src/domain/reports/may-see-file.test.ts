import { describe, expect, test } from 'vitest'
import { mayAuthorSee, mayEveryoneSee, type SeenFile } from './may-see-file.ts'

const shown: SeenFile = { kind: 'photo', moderation: 'approved', message: null, reportVisible: true }

describe('everyone', () => {
  test.each([
    ['an approved photo of a public report', {}, true],
    ['a photo of a reply', { message: 'reply' }, true],
    ['no photo of a hidden report', { reportVisible: false }, false],
    ['no photo that nobody looked at', { moderation: 'pending' }, false],
    ['no photo that was refused', { moderation: 'rejected' }, false],
    ['no document', { kind: 'document' }, false],
    ['no photo of a note', { message: 'note' }, false],
    ['a photo of a comment', { message: 'comment' }, true],
    ['no photo of an answer to a question', { message: 'answer' }, false],
  ] as const)('sees %s', (_, wanted, expected) => expect(mayEveryoneSee({ ...shown, ...wanted })).toBe(expected))
})

describe('the author', () => {
  test.each([
    ['what came with the report', null, true],
    ['what came with a question', 'question', true],
    ['nothing of a note', 'note', false],
  ] as const)('sees %s', (_, message, expected) => expect(mayAuthorSee({ message })).toBe(expected))
})
