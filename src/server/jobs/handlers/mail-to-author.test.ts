import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Staff } from '#domain/people/actor.ts'
import { eventKinds, tellsAuthor } from '#domain/reports/event.ts'
import type { Move } from '#domain/reports/move.ts'
import type { EventId, ReportId } from '#domain/shared/id.ts'
import { isTold } from '#lib/mail/author-letter.ts'
import { it } from '#lib/messages/it.ts'
import { fakeMailer } from '#server/gateways/mail.fake.ts'
import { type Letter, MailRejected } from '#server/gateways/mail.ts'
import { readReportLink } from '#server/gateways/secrets.ts'
import { recordChange } from '#server/storage/changes.ts'
import { listEvents } from '#server/storage/events.ts'
import { listMailLog } from '#server/storage/mail-log.ts'
import { lockReport } from '#server/storage/reports.ts'
import { moveReport } from '#server/use-cases/reports/move-report.ts'
import { openTown, plainReport, type Town } from '#tests/town.ts'
import { mailToAuthor } from './mail-to-author.ts'

const mailer = fakeMailer()
let town: Town
beforeAll(async () => {
  town = await openTown({ mailer })
})
afterAll(() => town.close())

async function move(report: ReportId, asked: Move, by?: Staff): Promise<EventId> {
  const moved = await moveReport(town.world, town.tenant, {
    report,
    move: asked,
    seenVersion: null,
    by: by ?? town.desk,
    channel: 'web',
  })
  if (!moved.ok) throw new Error(moved.refusal)
  return moved.value
}

const log = async (report: ReportId) =>
  (await town.world.read(town.tenant, (reader) => listMailLog(reader, report))).filter(({ recipient }) => recipient === 'author')

/** A new report whose confirmation is still to be sent by whoever asks for it, and the job that sends it. */
async function confirmation() {
  const report = await town.report()
  const [event] = await town.world.read(town.tenant, (reader) => listEvents(reader, report.id))
  const payload = { tenant: town.tenant, report: report.id, event: event?.id ?? ('' as EventId) }
  return { report, event: payload.event, run: () => town.installation.handlers['mail.to-author'](payload) }
}

const sentFor = (event: EventId) => mailer.sent.filter(({ messageId }) => messageId.startsWith(`<${event}@`))
const the = (letters: readonly Letter[]): Letter => {
  const [letter] = letters
  if (letters.length !== 1 || !letter) throw new Error(`${letters.length} letters`)
  return letter
}

test('there are words for every event of which the author is told, and for no other', () => {
  const staff = { kind: 'staff', account: '' as never } as const
  expect(eventKinds.filter((kind) => isTold(kind, it))).toEqual(eventKinds.filter((kind) => tellsAuthor(kind, staff)))
})

describe('the confirmation', () => {
  test('says number, promise and private link in text and HTML, in the body’s name', async () => {
    const { report, event, run } = await confirmation()
    await run()
    const letter = the(sentFor(event))
    const host = `${town.directory.tenant.slug}.filo.test`
    expect(letter).toMatchObject({
      to: { name: 'Ada Verdi', address: 'ada@example.org' },
      from: { name: 'Comune di Prova', address: 'urp@town.example' },
      subject: `Abbiamo ricevuto la segnalazione n. ${report.number}: Buca profonda`,
      messageId: `<${event}@${host}>`,
    })
    for (const text of [letter.text, letter.html]) {
      expect(text).toContain(`numero ${report.number}`)
      expect(text).toContain('mercoledì 13 maggio 2026')
      expect(text).toContain(`http://${host}/segui/`)
      expect(text).toContain('Gentile Ada Verdi,')
    }
    const token = /\/segui\/([\w-]+)/.exec(letter.text)?.[1] ?? ''
    expect(readReportLink(town.world.secret, town.tenant, token)).toBe(report.id)
  })

  test('comes in the author’s language, and the link opens the page in it', async () => {
    const author = { ...plainReport(town.category('pothole').id).author, locale: 'en' as const }
    const report = await town.report({ author })
    await town.runJobs()
    const letter = the(mailer.sent.filter(({ subject }) => subject.includes(`no. ${report.number}:`)))
    expect(letter.text).toContain('first answer by Wednesday, 13 May 2026')
    expect(letter.text).toMatch(/\/segui\/[\w-]+\?lingua=en/)
    expect(letter.headers).toMatchObject({ 'Content-Language': 'en', 'Auto-Submitted': 'auto-generated' })
  })

  test('carries no link, line break or mark-up of a stranger', async () => {
    const title = 'Vinci\r\nBcc: all@evil.example <b onclick=x>ora</b> su https://evil.example/a'
    const author = { ...plainReport(town.category('pothole').id).author, firstName: 'www.evil.example', lastName: 'evil.example' }
    const report = await town.report({ title, author, address: 'Via <img src=x> evil.example/b' })
    await town.runJobs()
    const letter = the(mailer.sent.filter(({ subject }) => subject.includes(`n. ${report.number}:`)))
    expect(letter.subject).not.toMatch(/[\r\n]/)
    for (const text of [letter.subject, letter.text, letter.html]) expect(text).not.toMatch(/evil\.example/)
    expect(letter.html).not.toMatch(/<(b|img) /)
    expect(letter.html).toContain('&lt;b onclick=x&gt;')
  })
})

describe('what the body does', () => {
  const take: Move = { act: 'take_in_charge', office: null, person: null }
  const steps: readonly (readonly [Move, string, string])[] = [
    [take, 'presa in carico', 'Strade'],
    [{ act: 'plan', date: '2026-05-20' }, 'intervento programmato', 'mercoledì 20 maggio 2026'],
    [{ act: 'ask', text: 'Quale civico?' }, 'ci serve una tua risposta', 'Quale civico?'],
    [{ act: 'entrust', recipient: 'Acquedotto S.p.A.' }, 'affidata a terzi', 'Acquedotto S.p.A.'],
    [{ act: 'mark_worked', text: 'nota riservata' }, 'lavoro eseguito', 'terminato il lavoro'],
    [{ act: 'resolve', text: 'Riparata oggi.' }, 'risolta', 'Riparata oggi.'],
    [{ act: 'reopen', text: 'ragione riservata' }, 'riaperta', 'riaperto la tua segnalazione'],
    [{ act: 'decline', reason: 'not_competent', text: 'Non è nostra.', duplicateOf: null }, 'non accolta', 'Non è nostra.'],
  ]

  test('is told once each, under the confirmation, and notes stay in the house', async () => {
    const { report, event, run } = await confirmation()
    await run()
    for (const [wanted, subject, text] of steps) {
      const asked = wanted.act === 'take_in_charge' ? { ...wanted, office: town.office('roads') } : wanted
      const told = await move(report.id, asked, wanted.act === 'mark_worked' ? town.roads : town.desk)
      await town.runJobs()
      const letter = the(sentFor(told))
      expect(letter.subject).toContain(subject)
      for (const form of [letter.text, letter.html]) {
        expect(form).toContain(text)
        expect(form).not.toContain('riservata')
      }
      expect(letter.headers).toMatchObject({ 'In-Reply-To': the(sentFor(event)).messageId })
    }
    // The town’s Monday is long past: the time-out of the question was due at once, and the platform itself resumed the report.
    const events = await town.world.read(town.tenant, (reader) => listEvents(reader, report.id))
    const resumed = events.find(({ kind }) => kind === 'resumed')
    const letter = the(sentFor(resumed?.id ?? event))
    expect(letter.subject).toContain('di nuovo in lavorazione')
    expect(letter.text).toContain('risolverla entro lunedì 25 maggio 2026')
    await town.runJobs()
    const sent = (await log(report.id)).filter(({ state }) => state === 'sent')
    expect(sent.map(({ template }) => template).sort()).toEqual(
      events
        .filter(({ kind, actor }) => tellsAuthor(kind, actor))
        .map(({ kind }) => kind)
        .sort(),
    )
  })

  test('a reply without a closing is told too', async () => {
    const report = await town.report()
    await town.runJobs()
    const event = await town.world.transaction(town.tenant, async (tx) => {
      const locked = await lockReport(tx, report.id)
      if (!locked) throw new Error('gone')
      const words = { kind: 'reply', text: 'Ci stiamo lavorando.' } as const
      return recordChange(town.world, tx, { report: locked, event: { kind: 'replied', detail: {} }, words }, town.desk, 'web')
    })
    await town.runJobs()
    expect(the(sentFor(event)).text).toContain('> Ci stiamo lavorando.')
  })

  test('what is the author’s own is filled in for them alone', async () => {
    const report = await town.report()
    const told = await move(report.id, { act: 'ask', text: 'Gentile {{nome}}, quale civico? {{link}}' })
    await town.runJobs()
    const { text } = the(sentFor(told))
    expect(text).toContain('> Gentile Ada Verdi, quale civico? http://')
    expect(text).not.toContain('{{')
  })

  test('a refusal names its reason, the public report it repeats, and until when it can be reopened', async () => {
    const [first, second] = [await town.report(), await town.report()]
    const decline = (duplicateOf: ReportId): Move => ({ act: 'decline', reason: 'duplicate', text: 'Già nota.', duplicateOf })
    const hidden = await move(second.id, decline(first.id))
    await town.runJobs()
    const letter = the(sentFor(hidden))
    expect(letter.text).toContain('Motivo: Già segnalata da altri')
    expect(letter.text).not.toContain(`n. ${first.number}`)
    expect(letter.text).toContain('riaprire la segnalazione entro mercoledì 10 giugno 2026')
  })

  test('what the author does is not told back', async () => {
    const report = await town.report()
    await town.runJobs()
    const before = mailer.sent.length
    const by = { kind: 'author', report: report.id } as const
    await moveReport(town.world, town.tenant, {
      report: report.id,
      move: { act: 'withdraw' },
      seenVersion: null,
      by,
      channel: 'web',
    })
    await town.runJobs()
    expect(mailer.sent.length).toBe(before)
  })
})

describe('a letter', () => {
  test('is one, however often its job runs, one after the other or at once', async () => {
    const { event, run } = await confirmation()
    await Promise.allSettled(Array.from({ length: 6 }, run))
    await run()
    expect(sentFor(event)).toHaveLength(1)
  })

  test('waits while the mail server is away, and goes once it is back', async () => {
    const { report, event, run } = await confirmation()
    mailer.failWith(new Error('connect ECONNREFUSED'))
    await expect(run()).rejects.toThrow('ECONNREFUSED')
    expect(await log(report.id)).toMatchObject([{ state: 'queued', error: 'connect ECONNREFUSED' }])
    mailer.failWith(null)
    await run()
    await run()
    expect(sentFor(event)).toHaveLength(1)
    expect(await log(report.id)).toMatchObject([{ state: 'sent', error: null }])
  })

  test('that is refused for good is not tried again', async () => {
    const { report, event, run } = await confirmation()
    mailer.failWith(new MailRejected('550 no such user'))
    await run()
    mailer.failWith(null)
    await run()
    expect(sentFor(event)).toHaveLength(0)
    expect(await log(report.id)).toMatchObject([{ state: 'failed', error: '550 no such user' }])
  })

  test('is not sent by two while one is at it, and is taken over when that one died', async () => {
    const { report, event, run } = await confirmation()
    const held = Promise.withResolvers<void>()
    const begun = Promise.withResolvers<void>()
    const slow = {
      send: async () => {
        begun.resolve()
        return held.promise
      },
    }
    const payload = { tenant: town.tenant, report: report.id, event }
    const stuck = mailToAuthor({ world: town.world, mailer: slow, origin: 'http://filo.test' }, payload)
    await begun.promise
    await expect(run()).rejects.toThrow('the letter is being sent')
    town.setNow(new Date(town.world.now().getTime() + 5 * 60_000))
    await run()
    expect(sentFor(event)).toHaveLength(1)
    held.resolve()
    await stuck
  })

  test('is not written to somebody without an address', async () => {
    const author = { ...plainReport(town.category('pothole').id).author, email: null }
    const report = await town.report({ author, channel: 'phone' })
    await move(report.id, { act: 'take_in_charge', office: town.office('roads'), person: null })
    await town.runJobs()
    expect(await log(report.id)).toEqual([])
  })

  test('is not written about a report that was erased', async () => {
    const { event } = await confirmation()
    const erased = '01900000-0000-7000-8000-000000000000' as ReportId
    await town.installation.handlers['mail.to-author']({ tenant: town.tenant, report: erased, event })
    expect(sentFor(event)).toHaveLength(0)
  })
})
