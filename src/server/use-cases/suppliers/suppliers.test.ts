import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Report } from '#domain/reports/report.ts'
import type { AttachmentId } from '#domain/shared/id.ts'
import type { SupplierLink } from '#domain/suppliers/supplier-link.ts'
import { signReportLink, signSupplierLink } from '#server/gateways/secrets.ts'
import { openSupplierLink } from '#server/queries/suppliers/open-supplier-link.ts'
import { type Attachment, listReportAttachments } from '#server/storage/attachments.ts'
import { listEvents } from '#server/storage/events.ts'
import { listMessages } from '#server/storage/messages.ts'
import { listSupplierLinks } from '#server/storage/supplier-links.ts'
import { listSuppliers } from '#server/storage/suppliers.ts'
import { setForcedNotes } from '#server/use-cases/people/set-forced-notes.ts'
import { moveReport } from '#server/use-cases/reports/move-report.ts'
import { monday, openTown, type Town } from '#tests/town.ts'
import { answerAsSupplier } from './answer-as-supplier.ts'
import { type InviteSupplier, inviteSupplier } from './invite-supplier.ts'
import { noteLinkUse } from './note-link-use.ts'
import { resendSupplierLink } from './resend-supplier-link.ts'
import { revokeSupplierLink } from './revoke-supplier-link.ts'
import { setSupplier } from './set-supplier.ts'

let town: Town
beforeAll(async () => {
  town = await openTown()
})
afterAll(() => town.close())

const later = (days: number) => new Date(monday.getTime() + days * 86_400_000)
const asked = (report: Report, more: Partial<InviteSupplier> = {}): InviteSupplier => ({
  report: report.id,
  by: town.desk,
  seenVersion: null,
  name: 'Strade srl',
  email: 'info@strade.example',
  description: 'Chiudere la buca davanti al civico 12.',
  photos: [],
  showsPlace: true,
  days: 30,
  checked: 'checked',
  ...more,
})
const invite = (report: Report, more: Partial<InviteSupplier> = {}) =>
  inviteSupplier(town.world, town.tenant, asked(report, more))
const linksOf = (report: Report) => town.world.read(town.tenant, (reader) => listSupplierLinks(reader, report.id))
const open = (link: SupplierLink) =>
  openSupplierLink(town.world, town.tenant, signSupplierLink(town.world.secret, town.tenant, link.id))
const kindsOf = async (report: Report) =>
  (await town.world.read(town.tenant, (reader) => listEvents(reader, report.id))).map(({ kind }) => kind)
const bucketsOf = async (report: Report) =>
  (
    await town.world.read(town.tenant, ({ db, tenant }) =>
      db.selectFrom('inbox_entry').where('tenant_id', '=', tenant).where('report_id', '=', report.id).select('bucket').execute(),
    )
  ).map(({ bucket }) => bucket)
const say = (link: SupplierLink, what: Parameters<typeof answerAsSupplier>[2]['say'], photos: readonly Attachment[] = []) =>
  answerAsSupplier(town.world, town.tenant, { link: link.id, say: what, photos })

async function invited(): Promise<{ report: Report; link: SupplierLink }> {
  const report = await town.report()
  expect(await invite(report)).toMatchObject({ ok: true })
  const [link] = await linksOf(report)
  if (!link) throw new Error('no link was made')
  return { report, link }
}

const photo = (): Attachment => ({
  ...{ id: town.world.newId<'attachment'>(), draft: null, report: null, message: null, kind: 'photo' },
  ...{ key: town.world.newId(), name: 'dopo.jpg', mediaType: 'image/webp', bytes: 1, width: 1, height: 1 },
  ...{ foundPlace: null, sourceUrl: null, moderation: 'pending', fromAuthor: true, position: 0, at: monday },
})

describe('somebody outside', () => {
  test('is entrusted with a report and gets a letter with the link, without a word of its author', async () => {
    const { report, link } = await invited()
    expect(await town.read(report.id)).toMatchObject({ stage: 'with_others', recipient: 'Strade srl' })
    expect(await kindsOf(report)).toEqual(['submitted', 'entrusted', 'supplier_invited'])
    await town.runJobs()
    const letter = town.letters.find(({ to }) => to.address === 'info@strade.example')
    expect(letter?.text).toContain(`/fornitore/${signSupplierLink(town.world.secret, town.tenant, link.id)}`)
    expect(letter?.text).toContain('Chiudere la buca')
    for (const word of ['Ada', 'Verdi', 'ada@example.org', report.title]) expect(letter?.text).not.toContain(word)
  })

  test('sees what was chosen, and not what was not', async () => {
    const { link } = await invited()
    expect(await open(link)).toMatchObject({ refusal: null, address: 'Via Lunga 12', photos: [] })
    const hidden = await town.report()
    await invite(hidden, { showsPlace: false })
    const [other] = await linksOf(hidden)
    expect(other && (await open(other))).toMatchObject({ place: null, address: null })
  })

  test('accepts, and says with a photo that it is done; the stage stays until the owner has looked', async () => {
    const { report, link } = await invited()
    expect(await say(link, { act: 'accept' })).toMatchObject({ ok: true })
    expect(await say(link, { act: 'accept' })).toEqual({ ok: false, refusal: 'link_answered' })
    expect(await bucketsOf(report)).not.toContain('supplier')
    expect(await say(link, { act: 'done', text: 'Chiusa con asfalto a freddo.', photos: 1 }, [photo()])).toMatchObject({
      ok: true,
    })
    expect(await kindsOf(report)).toEqual(['submitted', 'entrusted', 'supplier_invited', 'supplier_accepted', 'supplier_done'])
    expect((await town.read(report.id)).stage).toBe('with_others')
    expect(await bucketsOf(report)).toContain('supplier')
    const [note] = await town.world.read(town.tenant, (reader) => listMessages(reader, report.id, ['note']))
    const [file] = await town.world.read(town.tenant, (reader) => listReportAttachments(reader, report.id))
    expect(note?.text).toBe('Chiusa con asfalto a freddo.')
    expect(file).toMatchObject({ message: note?.id, fromAuthor: false, moderation: 'rejected' })
    const move = { act: 'mark_worked', text: 'Visto.' } as const
    await moveReport(town.world, town.tenant, { report: report.id, by: town.roads, seenVersion: null, move, channel: 'web' })
    expect(await bucketsOf(report)).not.toContain('supplier')
  })

  test('refuses with a reason, which the owner is shown', async () => {
    const { report, link } = await invited()
    expect(await say(link, { act: 'refuse', text: '' })).toEqual({ ok: false, refusal: 'text_missing' })
    expect(await say(link, { act: 'refuse', text: 'Fuori zona.' })).toMatchObject({ ok: true })
    expect(await bucketsOf(report)).toContain('supplier')
  })

  test('answers once, however many hold the link', async () => {
    const { report, link } = await invited()
    const done = { act: 'done', text: 'Fatto.', photos: 0 } as const
    const answers = await Promise.all([say(link, done), say(link, done), say(link, done)])
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
    expect((await kindsOf(report)).filter((kind) => kind === 'supplier_done')).toHaveLength(1)
  })

  test.each([
    ['check_missing', { checked: 'unchecked' }],
    ['names_author', { description: 'Sentire la signora Ada Verdi' }],
    ['no_such_photo', { photos: ['01890000-0000-7000-8000-000000000000' as AttachmentId] }],
    ['recipient_missing', { name: ' ' }],
    ['name_too_long', { name: 'x'.repeat(121) }],
  ] as const)('is not invited where %s; the report stays as it was', async (refusal, more) => {
    const report = await town.report()
    expect(await invite(report, more)).toEqual({ ok: false, refusal })
    expect((await town.read(report.id)).stage).toBe('submitted')
    expect(await linksOf(report)).toEqual([])
  })
})

describe('a link', () => {
  test('opens nothing once it is taken back, too old or not needed', async () => {
    const [revoked, old, over] = [await invited(), await invited(), await invited()]
    const ask = { report: revoked.report.id, by: town.desk, seenVersion: null, link: revoked.link.id }
    expect(await revokeSupplierLink(town.world, town.tenant, ask)).toMatchObject({ ok: true })
    expect(await revokeSupplierLink(town.world, town.tenant, ask)).toEqual({ ok: false, refusal: 'link_revoked' })
    const move = { act: 'plan', date: '2026-06-01' } as const
    await moveReport(town.world, town.tenant, { report: over.report.id, by: town.desk, seenVersion: null, move, channel: 'web' })
    expect((await open(revoked.link))?.refusal).toBe('link_revoked')
    expect((await open(over.link))?.refusal).toBe('link_not_needed')
    town.setNow(later(31))
    expect(await open(old.link)).toMatchObject({ refusal: 'link_expired', address: null, photos: [] })
    expect(await say(old.link, { act: 'accept' })).toEqual({ ok: false, refusal: 'link_expired' })
    town.setNow(monday)
  })

  test('is sent again, and holds as long as at first', async () => {
    const { report, link } = await invited()
    await town.runJobs()
    const before = town.letters.length
    town.setNow(later(31))
    const ask = { report: report.id, by: town.desk, seenVersion: null, link: link.id }
    expect(await resendSupplierLink(town.world, town.tenant, ask)).toMatchObject({ ok: true })
    await town.runJobs()
    expect(town.letters.slice(before).map(({ to }) => to.address)).toEqual(['info@strade.example'])
    expect((await open(link))?.refusal).toBeNull()
    town.setNow(monday)
  })

  test('of another report is no link of this one', async () => {
    const [one, other] = [await invited(), await invited()]
    const ask = { report: one.report.id, by: town.desk, seenVersion: null, link: other.link.id }
    expect(await revokeSupplierLink(town.world, town.tenant, ask)).toEqual({ ok: false, refusal: 'no_such_link' })
    expect(await resendSupplierLink(town.world, town.tenant, ask)).toEqual({ ok: false, refusal: 'no_such_link' })
    const nowhere = { ...other.link, id: town.world.newId<'supplier-link'>() }
    expect(await say(nowhere, { act: 'accept' })).toEqual({ ok: false, refusal: 'no_such_link' })
  })

  test('is not the author’s, and the author’s is none', async () => {
    const { report, link } = await invited()
    const authors = signReportLink(town.world.secret, town.tenant, report.id)
    expect(await openSupplierLink(town.world, town.tenant, authors)).toBeNull()
    expect(await openSupplierLink(town.world, town.tenant, signReportLink(town.world.secret, town.tenant, link.id))).toBeNull()
  })

  test('tells when it was last opened', async () => {
    const { report, link } = await invited()
    await noteLinkUse(town.world, town.tenant, link)
    expect((await linksOf(report))[0]?.usedAt).toEqual(monday)
  })
})

test('the address book is an administrator’s, and keeps what was before', async () => {
  const supplier = { name: 'Verde spa', email: 'verde@example.org', phone: null, note: '', active: true }
  const ask = { id: town.world.newId<'supplier'>(), supplier, by: town.admin, seen: 0 }
  expect(await setSupplier(town.world, town.tenant, { ...ask, by: town.desk })).toEqual({ ok: false, refusal: 'not_yours' })
  expect(await setSupplier(town.world, town.tenant, { ...ask, supplier: { ...supplier, email: 'x' } })).toMatchObject({
    refusal: 'email_wrong',
  })
  expect(await setSupplier(town.world, town.tenant, ask)).toMatchObject({ ok: true })
  expect(await setSupplier(town.world, town.tenant, { ...ask, seen: 1 })).toEqual({ ok: false, refusal: 'nothing_changes' })
  const listed = await town.world.read(town.tenant, listSuppliers)
  expect(listed.map(({ name }) => name)).toEqual(['Verde spa'])
})

test('where the body wants a word to the colleagues, nobody is entrusted with work without one', async () => {
  await setForcedNotes(town.world, town.tenant, { by: town.admin, forced: ['entrust'], seen: null })
  town.setNow(later(32))
  const report = await town.report()
  expect(await invite(report)).toEqual({ ok: false, refusal: 'note_missing' })
  expect(await invite(report, { note: 'Sentiti per telefono.' })).toMatchObject({ ok: true })
  const notes = await town.world.read(town.tenant, (reader) => listMessages(reader, report.id, ['note']))
  expect(notes.map(({ text }) => text)).toEqual(['Sentiti per telefono.'])
  expect(await invite(report)).toMatchObject({ ok: true })
})
