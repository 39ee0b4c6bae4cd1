/** Why a letter did not arrive, as a person is told. */
export type MailProblem = 'no_mailbox' | 'mailbox_full' | 'too_large' | 'unwanted' | 'not_reachable' | 'other'

/** By the enhanced status first (RFC 3463), which says most; then by what servers write. */
const signs: readonly (readonly [MailProblem, RegExp])[] = [
  ['no_mailbox', /\b5\.1\.[0-36]\b|not an e-mail address/i],
  ['mailbox_full', /\b[45]\.2\.2\b/],
  ['too_large', /\b5\.(2\.3|3\.4)\b/],
  ['unwanted', /\b5\.7\.\d+\b/],
  ['not_reachable', /\b[45]\.4\.\d+\b|ECONN|ETIMEDOUT|EHOSTUNREACH|ENOTFOUND|timed? ?out/i],
  ['mailbox_full', /quota|mailbox (is )?full|over ?quota|\b552\b/i],
  ['too_large', /too (large|big)|size limit/i],
  ['unwanted', /spam|block(ed|list)|blacklist|policy|\b554\b/i],
  ['no_mailbox', /no such|unknown (user|mailbox|recipient)|user unknown|does not exist|not found|invalid recipient|\b550\b/i],
]

/** Reads what a mail server answered. */
export function mailProblem(answer: string): MailProblem {
  return signs.find(([, sign]) => sign.test(answer))?.[0] ?? 'other'
}
