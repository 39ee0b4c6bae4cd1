import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { createTransport, type SendMailOptions } from 'nodemailer'
import { writeWhole } from './folder.ts'

type MailAddress = { readonly name: string; readonly address: string }

export type Letter = {
  readonly to: MailAddress
  readonly from: MailAddress
  readonly replyTo?: MailAddress
  readonly subject: string
  readonly text: string
  readonly html: string
  /** Derived from the event that it tells of, so that a letter sent twice is recognised as one: `<…@…>`. */
  readonly messageId: string
  readonly headers?: Readonly<Record<string, string>>
  /** Texts that go with it as files. */
  readonly files?: readonly { readonly name: string; readonly type: string; readonly text: string }[]
}

/** Takes a letter or throws: MailRejected when it can never arrive, anything else when it is worth another try. */
export type Mailer = { send(letter: Letter): Promise<void> }

/** The recipient's side refused for good, in its own words. */
export class MailRejected extends Error {
  override readonly name = 'MailRejected'
  readonly response: string
  constructor(response: string) {
    super(`mail rejected: ${response}`)
    this.response = response
  }
}

/** Sends by SMTP (`smtp://…`, `smtps://…`), or, without an address, lays the letters in a folder. */
export function openMailer(url: string | undefined, folder: string): Mailer {
  const deliver = url === undefined ? openMailFolder(folder) : openSmtp(url)
  return {
    send: async (letter) => {
      if (!isPlainAddress(letter.to.address)) throw new MailRejected('not an e-mail address')
      await deliver(letter, composed(letter))
    },
  }
}

const milliseconds = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 30_000 } as const

function openSmtp(url: string) {
  if (!/^smtps?:\/\//.test(url)) throw new Error('FILO_MAIL_URL: smtp://… or smtps://…')
  const transport = createTransport({ ...milliseconds, url })
  return async (_letter: Letter, message: SendMailOptions) => {
    try {
      await transport.sendMail(message)
    } catch (fault) {
      throw asRejection(fault) ?? fault
    }
  }
}

/** For development and demonstrations: each letter is a file that any mail program opens, in order of time by name. */
function openMailFolder(folder: string) {
  const transport = createTransport({ streamTransport: true, buffer: true, newline: 'windows' })
  return async (letter: Letter, message: SendMailOptions) => {
    const sent = await transport.sendMail(message)
    const name = `${new Date().toISOString().replace(/[-:.]/g, '')}-${randomBytes(4).toString('hex')}`
    // The message comes last: whoever sees it finds what it was made of.
    await writeWhole(join(folder, `${name}.json`), Buffer.from(JSON.stringify(letter)))
    await writeWhole(join(folder, `${name}.eml`), sent.message as Buffer)
  }
}

/** Only what is said of this recipient or this letter is final: a refused sender or password is for the operator to mend. */
function asRejection(fault: unknown): MailRejected | null {
  const {
    responseCode = 0,
    command = '',
    response = '',
  } = fault as { responseCode?: number; command?: string; response?: string }
  const final = responseCode >= 500 && responseCode < 600 && (command === 'RCPT TO' || command === 'DATA')
  return final ? new MailRejected(response) : null
}

function composed(letter: Letter): SendMailOptions {
  return {
    from: plain(letter.from),
    to: plain(letter.to),
    ...(letter.replyTo ? { replyTo: plain(letter.replyTo) } : {}),
    subject: oneLine(letter.subject),
    text: letter.text,
    html: letter.html,
    messageId: oneLine(letter.messageId),
    headers: Object.fromEntries(Object.entries(letter.headers ?? {}).map(([name, value]) => [oneLine(name), oneLine(value)])),
    ...(letter.files && {
      attachments: letter.files.map(({ name, type, text }) => ({ filename: name, contentType: type, content: text })),
    }),
    disableFileAccess: true,
    disableUrlAccess: true,
  }
}

function plain({ name, address }: MailAddress): MailAddress {
  return { name: oneLine(name), address: oneLine(address) }
}

/** Whatever a person typed stays within its header. */
function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ').trim()
}

/** One address and nothing that a mail server could read as a second one or as a route. */
function isPlainAddress(address: string): boolean {
  return address.length <= 254 && /^[^\s\p{Cc}<>()[\]\\,;:"@]+@[^\s\p{Cc}<>()[\]\\,;:"@]+$/u.test(address)
}
