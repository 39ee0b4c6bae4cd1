import { type Argon2Parameters, argon2, createHash, createHmac, randomBytes, randomInt, timingSafeEqual } from 'node:crypto'
import { promisify } from 'node:util'

const derive = promisify(argon2)

/** OWASP's first choice for argon2id: 19 MiB, two passes, one lane. */
const cost = { memory: 19_456, passes: 2, parallelism: 1 } as const
const saltLength = 16
const hashLength = 32

/** A hash that asks for more than this was not made here. */
const mostMemory = 1_048_576
const mostPasses = 16

const phc = /^\$argon2id\$v=19\$m=(\d{1,7}),t=(\d{1,2}),p=(\d)\$([A-Za-z0-9+/]{11,86})\$([A-Za-z0-9+/]{22,86})$/

/** A secret that nobody can guess, fit for an address or a cookie. */
export function randomToken(bytes = 32): string {
  return randomBytes(bytes).toString('base64url')
}

const plainSigns = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789'

/** A code that is read aloud and typed: eight signs of which none looks like another. */
export function randomCode(): string {
  return plainCode(randomBytes(8))
}

function plainCode(bytes: Uint8Array): string {
  return [...bytes].map((byte) => plainSigns[byte % plainSigns.length]).join('')
}

/** A code of digits, each code as likely as any other. */
export function randomDigits(digits: number): string {
  return String(randomInt(10 ** digits)).padStart(digits, '0')
}

/** What is kept of a random token: it can be recognised, not read back. */
export function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('hex')
}

/** What is kept of a password: an argon2id hash in PHC string format, which carries its own cost and salt. */
export async function hashPassword(password: string): Promise<string> {
  const nonce = randomBytes(saltLength)
  const hash = await derive('argon2id', { ...cost, message: normal(password), nonce, tagLength: hashLength })
  return `$argon2id$v=19$m=${cost.memory},t=${cost.passes},p=${cost.parallelism}$${unpadded(nonce)}$${unpadded(hash)}`
}

/** Whether this is the password that was hashed; a hash of another make fits no password. */
export async function verifyPassword(password: string, hash: string): Promise<boolean> {
  const asked = readHash(hash)
  if (!asked) return false
  const { expected, ...parameters } = asked
  const found = await derive('argon2id', { ...parameters, message: normal(password), tagLength: expected.length })
  return timingSafeEqual(found, expected)
}

const idLength = 16
const signatureLength = 16

/** The token of the private link to a report: it names the report and proves that we made it, so nothing is stored for it. */
export function signReportLink(secret: Uint8Array, tenant: string, report: string): string {
  return sign(secret, 'report-link', tenant, report)
}

/** The token of the link by which somebody outside is asked to do the work of one report; the rest of it is kept, and can be taken back. */
export function signSupplierLink(secret: Uint8Array, tenant: string, link: string): string {
  return sign(secret, 'supplier-link', tenant, link)
}

/** The report that a private link opens within this tenant, or null if we did not make the link for it. */
export function readReportLink(secret: Uint8Array, tenant: string, token: string): string | null {
  return readSigned(secret, 'report-link', tenant, token)
}

/** The supplier's link that a token names, or null if we did not make it. */
export function readSupplierToken(secret: Uint8Array, tenant: string, token: string): string | null {
  return readSigned(secret, 'supplier-link', tenant, token)
}

/** The token of the link by which something unfinished is gone on with, on whatever device. */
export function signDraftLink(secret: Uint8Array, tenant: string, draft: string): string {
  return sign(secret, 'draft-link', tenant, draft)
}

/** The code by which the same draft is gone on with, typed beside its address; like the link it is made anew and kept nowhere. */
export function draftCode(secret: Uint8Array, tenant: string, draft: string): string {
  return plainCode(signature(secret, 'draft-code', tenant, draft).subarray(0, 8))
}

/** The draft that a link names, or null if we did not make it. */
export function readDraftLink(secret: Uint8Array, tenant: string, token: string): string | null {
  return readSigned(secret, 'draft-link', tenant, token)
}

/** A text that goes out in a form and comes back: `openSealed` gives it where nobody touched it. */
export function sealText(secret: Uint8Array, tenant: string, text: string): string {
  const seal = signature(secret, 'sealed-text', tenant, text).toString('base64url')
  return `${Buffer.from(text).toString('base64url')}.${seal}`
}

/** What was sealed within this tenant, or null if we did not seal it so. */
export function openSealed(secret: Uint8Array, tenant: string, sealed: string): string | null {
  const [, body = '', seal = ''] = /^([\w-]+)\.([\w-]{22})$/.exec(sealed) ?? []
  const text = Buffer.from(body, 'base64url').toString()
  const expected = signature(secret, 'sealed-text', tenant, text)
  return timingSafeEqual(expected, Buffer.from(seal.padEnd(22, 'A'), 'base64url')) ? text : null
}

/** Something by which one thing is recognised while the key is there, and which says nothing once it is gone. */
export function hashUnder(key: Uint8Array, ...parts: readonly string[]): string {
  return createHmac('sha256', key).update(JSON.stringify(parts)).digest('base64url')
}

/** Whether two secrets are the same, told in the same time wherever they differ. */
export function isSame(one: string, other: string): boolean {
  const [first, second] = [Buffer.from(one), Buffer.from(other)]
  return first.length === second.length && timingSafeEqual(first, second)
}

/** The token of the private link to an appointment, by which it is seen, moved and cancelled. */
export function signAppointmentLink(secret: Uint8Array, tenant: string, appointment: string): string {
  return sign(secret, 'appointment-link', tenant, appointment)
}

/** The appointment that a token names, or null if we did not make it. */
export function readAppointmentToken(secret: Uint8Array, tenant: string, token: string): string | null {
  return readSigned(secret, 'appointment-link', tenant, token)
}

/** The token of the link by which somebody leaves the waiting list. */
export function signWaitingLink(secret: Uint8Array, tenant: string, waiting: string): string {
  return sign(secret, 'waiting-link', tenant, waiting)
}

/** The place in a waiting list that a token names, or null if we did not make it. */
export function readWaitingToken(secret: Uint8Array, tenant: string, token: string): string | null {
  return readSigned(secret, 'waiting-link', tenant, token)
}

/** The token of the secret address by which a calendar program reads appointments. */
export function signFeedLink(secret: Uint8Array, tenant: string, feed: string): string {
  return sign(secret, 'feed-link', tenant, feed)
}

/** The feed that a token names, or null if we did not make it. */
export function readFeedToken(secret: Uint8Array, tenant: string, token: string): string | null {
  return readSigned(secret, 'feed-link', tenant, token)
}

type Purpose =
  | 'feed-link'
  | 'report-link'
  | 'supplier-link'
  | 'draft-link'
  | 'draft-code'
  | 'appointment-link'
  | 'waiting-link'
  | 'sealed-text'

function sign(secret: Uint8Array, purpose: Purpose, tenant: string, named: string): string {
  const id = Buffer.from(named.replaceAll('-', ''), 'hex')
  if (id.length !== idLength) throw new Error('what a link names is a UUID')
  return Buffer.concat([id, signature(secret, purpose, tenant, named.toLowerCase())]).toString('base64url')
}

function readSigned(secret: Uint8Array, purpose: Purpose, tenant: string, token: string): string | null {
  if (!/^[\w-]{43}$/.test(token)) return null
  const bytes = Buffer.from(token, 'base64url')
  // The last character of 43 has spare bits: without this, several spellings would open the same.
  if (bytes.toString('base64url') !== token) return null
  const named = bytes.toString('hex', 0, idLength).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
  return timingSafeEqual(bytes.subarray(idLength), signature(secret, purpose, tenant, named)) ? named : null
}

function signature(secret: Uint8Array, purpose: Purpose, tenant: string, named: string): Buffer {
  return createHmac('sha256', secret).update(`${purpose}|${tenant}|${named}`).digest().subarray(0, signatureLength)
}

function readHash(
  hash: string,
): (Pick<Argon2Parameters, 'memory' | 'passes' | 'parallelism' | 'nonce'> & { expected: Buffer }) | null {
  const found = phc.exec(hash)
  if (!found) return null
  const [memory, passes, parallelism] = [Number(found[1]), Number(found[2]), Number(found[3])]
  if (memory > mostMemory || passes > mostPasses || passes < 1 || parallelism < 1 || memory < 8 * parallelism) return null
  const [nonce, expected] = [Buffer.from(found[4] ?? '', 'base64'), Buffer.from(found[5] ?? '', 'base64')]
  return { memory, passes, parallelism, nonce, expected }
}

/** The same word typed on two keyboards may be composed differently. */
function normal(password: string): string {
  return password.normalize('NFKC')
}

function unpadded(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('base64').replaceAll('=', '')
}
