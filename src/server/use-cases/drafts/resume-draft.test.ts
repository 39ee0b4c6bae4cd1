import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { emptyLetter } from '#domain/assistance/letter.ts'
import { emptyRequest } from '#domain/assistance/request.ts'
import { emptyDraft } from '#domain/reports/draft.ts'
import type { DraftId } from '#domain/shared/id.ts'
import { hashToken, signDraftLink } from '#server/gateways/secrets.ts'
import { findDraft, findRequestDraft } from '#server/storage/drafts.ts'
import { openTown, type Town } from '#tests/town.ts'
import { discardDraft } from './discard-draft.ts'
import { resumeDraft } from './resume-draft.ts'
import { sendDraftLink } from './send-draft-link.ts'
import { startDraft } from './start-draft.ts'

let town: Town
beforeAll(async () => {
  town = await openTown()
})
afterAll(() => town.close())

const request = { ...emptyRequest, firstName: 'Ada', email: 'ada@example.org', details: 'Ho perso la ricevuta.' }
const begin = () => startDraft(town.world, town.tenant, request)
const link = (id: DraftId) => signDraftLink(town.world.secret, town.tenant, id)
const open = (token: string) => town.world.read(town.tenant, (reader) => findRequestDraft(reader, hashToken(token)))
const send = (id: DraftId, email: string) => sendDraftLink(town.world, town.tenant, { draft: id, email, locale: 'it' })

describe('a draft is gone on with', () => {
  test('by the link that goes to the address in it, from another device; the one before has it no more', async () => {
    const { id, token } = await begin()
    expect(await send(id, ' ada@example.org ')).toMatchObject({ ok: true })
    await town.runJobs()
    const letter = town.letters.findLast(({ to }) => to.address === 'ada@example.org')
    expect(letter?.subject).toBe('Comune di Prova: riprendi quello che avevi iniziato')
    expect(letter?.text).not.toContain('ricevuta')
    const sent = letter?.text.match(/\/riprendi\/([\w-]+)/)?.[1] ?? ''
    const resumed = await resumeDraft(town.world, town.tenant, { link: sent })
    expect(resumed).toMatchObject({ ok: true, value: { id, form: 'request' } })
    expect(await open(token)).toBeNull()
    expect(resumed.ok && (await open(resumed.value.token))?.content).toEqual(request)
  })

  test('by the code of the same letter beside its address, however both are written', async () => {
    const { id, token } = await begin()
    await send(id, 'Eva@Example.org')
    await town.runJobs()
    const letters = town.letters.filter(({ to }) => to.address === 'eva@example.org')
    expect(letters).toHaveLength(1)
    expect(letters[0]?.text).toContain('fino a lunedì 18 maggio 2026')
    const code = letters[0]?.text.match(/[A-Z2-9]{4}-[A-Z2-9]{4}/)?.[0] ?? ''
    const by = (email: string, typed: string) => resumeDraft(town.world, town.tenant, { email, code: typed })
    const gone = { ok: false, refusal: 'draft_gone' }
    expect(await by('ada@example.org', code)).toEqual(gone)
    expect(await by('eva@example.org', '')).toEqual(gone)
    expect(await by('eva@example.org', 'AAAA-AAAA')).toEqual(gone)
    const resumed = await by(' EVA@example.org', code.toLowerCase().replace('-', ' '))
    expect(resumed).toMatchObject({ ok: true, value: { id, form: 'request', office: null } })
    expect(await open(token)).toBeNull()
  })

  test('by whoever has shown that its address is theirs, and by nobody else', async () => {
    const citizen = { email: 'ida@example.org' }
    const letter = { ...emptyLetter, office: 'parks', title: 'Orari' }
    const { id } = await startDraft(town.world, town.tenant, letter, citizen)
    const mine = await resumeDraft(town.world, town.tenant, { draft: id, citizen })
    expect(mine).toMatchObject({ ok: true, value: { id, form: 'letter', office: 'parks' } })
    const theirs = await resumeDraft(town.world, town.tenant, { draft: id, citizen: { email: 'ada@example.org' } })
    expect(theirs).toEqual({ ok: false, refusal: 'draft_gone' })
    const guest = await begin()
    expect(await resumeDraft(town.world, town.tenant, { draft: guest.id, citizen })).toMatchObject({ ok: false })
  })

  test('as what it is: a report or a request for assistance', async () => {
    const report = await startDraft(town.world, town.tenant, emptyDraft('problem'))
    expect(await open(report.token)).toBeNull()
    const { token } = await begin()
    expect(await town.world.read(town.tenant, (reader) => findDraft(reader, hashToken(token)))).toBeNull()
    expect(await resumeDraft(town.world, town.tenant, { link: link(report.id) })).toMatchObject({
      ok: true,
      value: { form: 'report' },
    })
  })
})

describe('nobody goes on', () => {
  test('with a draft that is gone, by a link that is not ours or is another body’s', async () => {
    const { id } = await begin()
    const foreign = signDraftLink(town.world.secret, '019aaaaa-aaaa-7aaa-8aaa-aaaaaaaaaaaa', id)
    expect(await resumeDraft(town.world, town.tenant, { link: foreign })).toEqual({ ok: false, refusal: 'draft_gone' })
    expect(await resumeDraft(town.world, town.tenant, { link: 'x'.repeat(43) })).toEqual({ ok: false, refusal: 'draft_gone' })
    await discardDraft(town.world, town.tenant, id)
    expect(await resumeDraft(town.world, town.tenant, { link: link(id) })).toEqual({ ok: false, refusal: 'draft_gone' })
    expect(await send(id, 'ada@example.org')).toEqual({ ok: false, refusal: 'draft_gone' })
  })

  test('and no letter goes where no address is written, or the draft was sent meanwhile', async () => {
    const { id } = await begin()
    expect(await send(id, 'ada@')).toEqual({ ok: false, refusal: 'email_wrong' })
    expect(await send(id, ' ')).toEqual({ ok: false, refusal: 'email_missing' })
    const before = town.letters.length
    await send(id, 'ada@example.org')
    await discardDraft(town.world, town.tenant, id)
    await town.runJobs()
    expect(town.letters).toHaveLength(before)
  })
})
