import type { AddressInfo } from 'node:net'
import { type ParsedMail, simpleParser } from 'mailparser'
import { SMTPServer } from 'smtp-server'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { ReportId } from '#domain/shared/id.ts'
import { openMailer } from '#server/gateways/mail.ts'
import { listEvents } from '#server/storage/events.ts'
import { listMailLog } from '#server/storage/mail-log.ts'
import { moveReport } from '#server/use-cases/reports/move-report.ts'
import { openTown, plainReport, type Town } from '#tests/town.ts'

/** A mail server that takes letters, is away for a while, or knows nobody, as the test says. */
function openPost() {
  const taken: ParsedMail[] = []
  let mood: 'takes' | 'away' | 'knows nobody' = 'takes'
  const refusal = (responseCode: number, text: string) => Object.assign(new Error(text), { responseCode })
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onRcptTo: (_address, _session, answer) => {
      if (mood === 'away') return answer(refusal(451, 'try again later'))
      return answer(mood === 'knows nobody' ? refusal(550, 'no such user') : null)
    },
    onData: (stream, _session, answer) => {
      simpleParser(stream).then((mail) => {
        taken.push(mail)
        answer()
      }, answer)
    },
  })
  return {
    taken,
    become: (wanted: typeof mood) => {
      mood = wanted
    },
    listen: () =>
      new Promise<string>((ready) => {
        server.listen(0, '127.0.0.1', () => ready(`smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`))
      }),
    close: () => new Promise<void>((closed) => server.close(() => closed())),
  }
}

const post = openPost()
let town: Town
beforeAll(async () => {
  const url = await post.listen()
  town = await openTown({ mailer: openMailer(url, '') })
})
afterAll(async () => {
  await town.close()
  await post.close()
})

const log = async (report: ReportId) =>
  (await town.world.read(town.tenant, (reader) => listMailLog(reader, report))).filter(({ recipient }) => recipient === 'author')

async function waiting(title: string) {
  const report = await town.report({ title })
  const [event] = await town.world.read(town.tenant, (reader) => listEvents(reader, report.id))
  if (!event) throw new Error('no event')
  const payload = { tenant: town.tenant, report: report.id, event: event.id }
  return { report, run: () => town.installation.handlers['mail.to-author'](payload) }
}

test('a letter arrives by SMTP in two forms, with its headers and every letter of its subject', async () => {
  const author = { ...plainReport(town.category('pothole').id).author, firstName: 'Đorđe', lastName: 'Šimić' }
  const report = await town.report({ title: 'Perché c’è già un’altra buca? 🚧', author })
  await town.runJobs()
  const toAuthor = () => post.taken.filter(({ to }) => JSON.stringify(to).includes('ada@example.org'))
  const [mail] = toAuthor()
  expect(mail?.subject).toBe(`Abbiamo ricevuto la segnalazione n. ${report.number}: Perché c’è già un’altra buca? 🚧`)
  expect(mail?.from?.value).toEqual([{ name: 'Comune di Prova', address: 'urp@town.example' }])
  expect(mail?.to).toMatchObject({ value: [{ name: 'Đorđe Šimić', address: 'ada@example.org' }] })
  expect(mail?.replyTo?.value).toMatchObject([{ address: 'urp@town.example' }])
  expect(mail?.headers.get('auto-submitted')).toBe('auto-generated')
  expect(mail?.headers.get('content-type')).toMatchObject({ value: 'multipart/alternative' })
  expect(mail?.text).toContain('Gentile Đorđe Šimić,')
  expect(mail?.html).toContain('<h1')

  const by = town.desk
  const move = { act: 'ask', text: 'A che altezza?' } as const
  await moveReport(town.world, town.tenant, { report: report.id, move, seenVersion: null, by, channel: 'web' })
  await town.runJobs()
  expect(toAuthor()[1]).toMatchObject({ inReplyTo: mail?.messageId, references: mail?.messageId })
})

test('a letter that the server puts off is sent once when the server is back', async () => {
  const { report, run } = await waiting('Server assente')
  post.become('away')
  await expect(run()).rejects.toThrow('451')
  expect(await log(report.id)).toMatchObject([{ state: 'queued' }])
  post.become('takes')
  await run()
  await run()
  expect(post.taken.filter(({ subject }) => subject?.includes('Server assente'))).toHaveLength(1)
  expect(await log(report.id)).toMatchObject([{ state: 'sent' }])
})

test('a letter to somebody whom the server does not know fails in the log, with the server’s words', async () => {
  const { report, run } = await waiting('Casella inesistente')
  post.become('knows nobody')
  await run()
  post.become('takes')
  await run()
  expect(post.taken.filter(({ subject }) => subject?.includes('Casella'))).toHaveLength(0)
  expect(await log(report.id)).toMatchObject([{ state: 'failed', error: expect.stringContaining('no such user') }])
})
