import { expect, test } from 'vitest'
import { mailProblem } from './mail-problem.ts'

test.each([
  ['550 no such user', 'no_mailbox'],
  ['550 5.1.1 <ada@example.org>: Recipient address rejected: User unknown', 'no_mailbox'],
  ['not an e-mail address', 'no_mailbox'],
  ['552 5.2.2 The account is over quota', 'mailbox_full'],
  ['452 4.2.2 Mailbox full', 'mailbox_full'],
  ['552 5.3.4 Message size exceeds fixed limit', 'too_large'],
  ['550 5.7.1 Message rejected as spam', 'unwanted'],
  ['554 Your host is on our blocklist', 'unwanted'],
  ['connect ECONNREFUSED 10.0.0.1:25', 'not_reachable'],
  ['500 what?', 'other'],
] as const)('%s: %s', (answer, problem) => expect(mailProblem(answer)).toBe(problem))
