import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { simpleParser } from 'mailparser'
import { SMTPServer } from 'smtp-server'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type Letter, MailRejected, openMailer } from './mail.ts'
import { listMails, readMail } from './mail-folder.ts'

const letter: Letter = {
  to: { name: 'Žofia Čechová', address: 'zofia@example.org' },
  from: { name: 'Comune di Prova', address: 'noreply@comune.example' },
  replyTo: { name: 'URP', address: 'urp+17@comune.example' },
  subject: 'La tua segnalazione n. 17 è stata presa in carico',
  text: 'Perché è così?\n\n.\nUna riga con un punto solo.\n',
  html: '<p>Perché è così?</p>',
  messageId: '<event-17@comune.example>',
  headers: { 'Auto-Submitted': 'auto-generated' },
}

type Received = { readonly from: string; readonly to: readonly string[]; readonly raw: Buffer }

/** A mail server that refuses as the names of its recipients say. */
const received: Received[] = []
const refusal = (code: number, text: string) => Object.assign(new Error(text), { responseCode: code })
const server = new SMTPServer({
  authOptional: true,
  disabledCommands: ['STARTTLS'],
  logger: false,
  onAuth: ({ password }, _session, answer) =>
    answer(password === 'right' ? null : refusal(535, 'wrong password'), { user: 'filo' }),
  onMailFrom: ({ address }, _session, answer) => answer(address.startsWith('stranger') ? refusal(550, 'who are you') : null),
  onRcptTo: ({ address }, _session, answer) => {
    if (address.startsWith('nobody')) return answer(refusal(550, 'no such mailbox'))
    if (address.startsWith('full')) return answer(refusal(452, 'mailbox full'))
    return answer()
  },
  onData: (stream, session, answer) => {
    const parts: Buffer[] = []
    stream.on('data', (part) => parts.push(part))
    stream.on('end', () => {
      const from = session.envelope.mailFrom ? session.envelope.mailFrom.address : ''
      const to = session.envelope.rcptTo.map(({ address }) => address)
      if (to.some((address) => address.startsWith('picky'))) return answer(refusal(554, 'we take it for spam'))
      received.push({ from, to, raw: Buffer.concat(parts) })
      return answer()
    })
  },
})
let folder: string
let url: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'filo-mail-'))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  url = `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`
})
beforeEach(() => {
  received.length = 0
})
afterAll(async () => {
  await new Promise<void>((resolve) => server.close(resolve))
  await rm(folder, { recursive: true })
})

const send = (change: Partial<Letter>, address = url) => openMailer(address, folder).send({ ...letter, ...change })
const to = (address: string) => ({ to: { name: '', address } })

describe('by SMTP a letter', () => {
  test('arrives with both its forms, its names and its identity', async () => {
    await send({})
    const [{ from, to: recipients, raw } = { from: '', to: [], raw: Buffer.alloc(0) }] = received
    expect([from, recipients]).toEqual(['noreply@comune.example', ['zofia@example.org']])
    const mail = await simpleParser(raw)
    expect(mail.subject).toBe(letter.subject)
    expect(mail.text?.trim()).toBe(letter.text.trim())
    expect(mail.html).toBe(letter.html)
    expect(mail.messageId).toBe(letter.messageId)
    expect(mail.from?.value).toEqual([letter.from])
    expect(mail.replyTo?.value).toEqual([letter.replyTo])
    expect(mail.to).toMatchObject({ value: [letter.to] })
    expect(mail.headers.get('auto-submitted')).toBe('auto-generated')
    expect(mail.headers.get('content-type')).toMatchObject({ value: 'multipart/alternative' })
  })

  test.each([
    ['there is no such mailbox', to('nobody@example.org'), '550 no such mailbox'],
    ['the text is refused', to('picky@example.org'), '554 we take it for spam'],
  ])('is rejected for good, in the words of the other side, when %s', async (_, change, response) => {
    const fault = await send(change).catch((thrown) => thrown)
    expect(fault).toBeInstanceOf(MailRejected)
    expect(fault.response).toBe(response)
  })

  test.each([
    ['the mailbox is full', to('full@example.org'), () => url],
    ['the server does not know us', { from: { name: '', address: 'stranger@comune.example' } }, () => url],
    ['our password is wrong', {}, () => url.replace('//', '//filo:wrong@')],
    ['nobody answers', {}, () => 'smtp://127.0.0.1:1'],
  ])('is worth another try when %s', async (_, change, address) => {
    const fault = await send(change, address()).catch((thrown) => thrown)
    expect(fault).toBeInstanceOf(Error)
    expect(fault).not.toBeInstanceOf(MailRejected)
    expect(received).toEqual([])
  })

  test('goes with the user and password of the address', async () => {
    await send({}, url.replace('//', '//filo:right@'))
    expect(received.length).toBe(1)
  })

  const trick = 'x\r\nBcc: spy@example.org\nX-Spy: 1\u2028\r\n\r\nbody'
  test.each<readonly [string, Partial<Letter>]>([
    ['subject', { subject: trick }],
    ['name of the recipient', { to: { name: trick, address: letter.to.address } }],
    ['name of the sender', { from: { name: trick, address: letter.from.address } }],
    ['reply address', { replyTo: { name: trick, address: 'urp@comune.example' } }],
    ['identity', { messageId: `<17@comune.example>${trick}` }],
    ['header of ours', { headers: { 'X-Report': trick } }],
    ['name of a header', { headers: { 'X-Report: 1\r\nX-Spy': '1' } }],
  ])('keeps a line break in the %s within its line', async (_, change) => {
    await send(change)
    const [{ to: recipients, raw } = { to: [], raw: Buffer.alloc(0) }] = received
    expect(recipients).toEqual([letter.to.address])
    const mail = await simpleParser(raw)
    expect(mail.bcc).toBeUndefined()
    expect(mail.headers.has('x-spy')).toBe(false)
    expect(mail.text?.trim()).toBe(letter.text.trim())
  })

  test.each([
    'a@example.org, spy@example.org',
    'a@example.org\r\nRCPT TO:<spy@example.org>',
    '<a@example.org>',
    'a@b@example.org',
    '@relay:a@example.org',
    'a',
    '',
  ])('to %j goes nowhere, for good', async (address) => {
    await expect(send(to(address))).rejects.toBeInstanceOf(MailRejected)
    await expect(openMailer(undefined, folder).send({ ...letter, ...to(address) })).rejects.toBeInstanceOf(MailRejected)
    expect(received).toEqual([])
  })

  test('needs an address of a mail server', () => expect(() => openMailer('http://127.0.0.1', folder)).toThrow('FILO_MAIL_URL'))
})

describe('without a mail server a letter', () => {
  test('lies in the folder, whole, and the newest is listed first', async () => {
    const box = join(folder, 'box')
    expect(await listMails(box)).toEqual([])
    const mailer = openMailer(undefined, box)
    await mailer.send(letter)
    const [first] = await listMails(box)
    await mailer.send({ ...letter, subject: 'Seconda', ...to('altro@example.org') })
    const mails = await listMails(box)
    expect(mails.map((mail) => mail.letter.subject).sort()).toEqual([letter.subject, 'Seconda'])
    expect([...mails.map(({ name }) => name)].sort().reverse()).toEqual(mails.map(({ name }) => name))
    expect(first?.letter).toEqual(letter)
    expect(Math.abs(Date.now() - (first?.at.getTime() ?? 0))).toBeLessThan(60_000)
    expect(await listMails(box, 1)).toHaveLength(1)
    expect((await readdir(box)).filter((file) => file.endsWith('.eml'))).toHaveLength(2)
  })

  test('is a message that a mail program reads', async () => {
    const box = join(folder, 'one')
    await openMailer(undefined, box).send(letter)
    const [{ name } = { name: '' }] = await listMails(box)
    const found = await readMail(box, name)
    const raw = Buffer.from(found?.eml ?? [])
    expect(raw.equals(await readFile(join(box, `${name}.eml`)))).toBe(true)
    expect(raw.toString('latin1').replaceAll('\r\n', '')).not.toContain('\n')
    expect(await simpleParser(raw)).toMatchObject({ subject: letter.subject, messageId: letter.messageId, html: letter.html })
  })

  test.each(['', '../../etc/passwd', '20260101T000000000Z-0badcafe', '20260101T000000000Z-0badcafe/../x'])(
    'is not found as %j',
    async (name) => expect(await readMail(folder, name)).toBeNull(),
  )
})
