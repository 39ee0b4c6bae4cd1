import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { FaqId, FaqSetting } from '#domain/faqs/faq.ts'
import type { ServiceId } from '#domain/services/service.ts'
import type { ServiceCategory } from '#domain/services/service-category.ts'
import { faqsLike, faqsOfCategory, findFaq, searchFaqs } from '#server/queries/public/search-faqs.ts'
import { readHelp } from '#server/storage/faq-help.ts'
import { readFaqs } from '#server/storage/faqs.ts'
import { listSettingChanges } from '#server/storage/settings/history.ts'
import { revertSetting } from '#server/use-cases/settings/revert-setting.ts'
import { monday, openTown, type Town } from '#tests/town.ts'
import { countFaqHelp } from './count-faq-help.ts'
import { removeFaq } from './remove-faq.ts'
import { type SetFaq, setFaq } from './set-faq.ts'

let town: Town
let card: FaqId
let moving: FaqId
let draft: FaqId
beforeAll(async () => {
  town = await openTown()
  card = await made({
    question: { it: 'Come richiedo la carta d’identità elettronica?', en: 'How do I apply for an identity card?' },
  })
  moving = await made({
    question: { it: 'Come comunico il cambio di residenza?' },
    answer: { it: 'Allo sportello o dal portale.' },
    position: 1,
  })
  draft = await made({ question: { it: 'Quanto costa la carta d’identità?' }, published: false, position: 2 })
})
afterAll(() => town.close())

const whole: FaqSetting = {
  question: { it: 'Domanda?' },
  answer: { it: 'Prenota un appuntamento.' },
  category: 'anagrafe-e-stato-civile',
  service: null,
  position: 0,
  published: true,
}
const set = (setting: Partial<FaqSetting>, more: Partial<SetFaq> = {}) =>
  setFaq(town.world, town.tenant, { by: town.desk, id: null, setting: { ...whole, ...setting }, seen: null, ...more })
async function made(setting: Partial<FaqSetting>): Promise<FaqId> {
  const done = await set(setting)
  if (!done.ok) throw new Error(done.refusal)
  return done.value
}
const found = async (text: string) =>
  (await town.world.read(town.tenant, (reader) => searchFaqs(reader, text))).map(({ id }) => id)
const like = async (text: string) =>
  (await town.world.read(town.tenant, (reader) => faqsLike(reader, text, 3))).map(({ id }) => id)

describe('frequent questions', () => {
  test('are found by the words of question and answer, whatever their endings, accents and capitals', async () => {
    expect(await found('IDENTITA carte')).toEqual([card])
    expect(await found('sportelli')).toEqual([moving])
    expect(await found('identity')).toEqual([card])
    expect(await found('passaporto')).toEqual([])
    expect(await found(' ')).toEqual([card, moving])
    expect(await found("'; drop table faq; --")).toEqual([])
  })

  test('of a category are those that are published, in their order', async () => {
    const of = async (category: ServiceCategory) =>
      (await town.world.read(town.tenant, (reader) => faqsOfCategory(reader, category))).map(({ id }) => id)
    expect(await of('anagrafe-e-stato-civile')).toEqual([card, moving])
    expect(await of('turismo')).toEqual([])
  })

  test('are offered to whoever writes something with two of their words in it, drafts never', async () => {
    expect(await like('Ho perso la carta di identità e non so che cosa fare')).toEqual([card])
    expect(await like('Vorrei cambiare la residenza di mia madre')).toEqual([moving])
    expect(await like('C’è una buca davanti alla residenza')).toEqual([])
    expect(await like('')).toEqual([])
  })

  test('that are drafts are read by nobody', async () => {
    expect(await town.world.read(town.tenant, (reader) => findFaq(reader, draft))).toBeNull()
    expect(await town.world.read(town.tenant, (reader) => findFaq(reader, card))).toMatchObject({
      category: 'anagrafe-e-stato-civile',
    })
  })
})

describe('whether an answer helped', () => {
  const say = (faq: FaqId, said: 'helped' | 'unhelped', address: string) =>
    countFaqHelp(town.world, town.tenant, { faq, said, address, agent: 'Firefox' })
  const counted = async () => Object.fromEntries(await town.world.read(town.tenant, readHelp))

  test('is counted, once a day for each browser and question, by what it said last', async () => {
    await Promise.all([say(card, 'helped', '192.0.2.1'), say(card, 'helped', '192.0.2.1'), say(card, 'unhelped', '192.0.2.2')])
    expect(await counted()).toEqual({ [card]: { helped: 1, unhelped: 1 } })
    await say(card, 'unhelped', '192.0.2.1')
    await say(moving, 'helped', '192.0.2.1')
    expect(await counted()).toEqual({ [card]: { helped: 0, unhelped: 2 }, [moving]: { helped: 1, unhelped: 0 } })
  })

  test('is counted again on another day, when nobody is known any more', async () => {
    town.setNow(new Date('2026-05-12T08:00:00Z'))
    await say(card, 'helped', '192.0.2.1')
    town.setNow(monday)
    expect(await counted()).toMatchObject({ [card]: { helped: 1, unhelped: 2 } })
    const kept = await town.world.read(town.tenant, ({ db }) => db.selectFrom('faq_help_said').selectAll().execute())
    expect(kept).toMatchObject([{ day: '2026-05-12', faq_id: card }])
    expect(JSON.stringify(kept)).not.toContain('192.0.2')
  })

  test('leaves the counts alone once the day is over, where nobody says anything more', async () => {
    town.setNow(new Date('2026-05-13T08:00:00Z'))
    await town.installation.handlers['sweep.salts']({})
    town.setNow(monday)
    const kept = await town.world.read(town.tenant, async ({ db }) => ({
      said: await db.selectFrom('faq_help_said').selectAll().execute(),
      salts: await db.selectFrom('rating_salt').selectAll().execute(),
    }))
    expect(kept).toEqual({ said: [], salts: [] })
    expect(await counted()).toMatchObject({ [card]: { helped: 1, unhelped: 2 } })
  })

  test('is not asked of a draft', async () => {
    expect(await say(draft, 'helped', '192.0.2.1')).toEqual({ ok: false, refusal: 'no_such_faq' })
  })
})

describe('a frequent question', () => {
  test('is the desk’s and the administrators’ to write, and nobody else’s', async () => {
    expect(await set({}, { by: town.roads })).toEqual({ ok: false, refusal: 'not_yours' })
    expect(await set({}, { by: town.admin })).toMatchObject({ ok: true })
  })

  test.each([
    ['question_missing', { question: { it: '' } }],
    ['answer_missing', { answer: { it: '' } }],
    ['service_unknown', { service: '019aaaaa-aaaa-7aaa-8aaa-aaaaaaaaaaaa' as ServiceId }],
  ] as const)('is refused: %s', async (refusal, wrong) => expect(await set(wrong)).toEqual({ ok: false, refusal }))

  test('that somebody else changed meanwhile, or that is gone, is not overwritten', async () => {
    const id = await made({ question: { it: 'Prima?' } })
    expect(await set({ question: { it: 'Dopo?' } }, { id, seen: 0 })).toEqual({ ok: false, refusal: 'old_version' })
    expect(await set({}, { id: '019aaaaa-aaaa-7aaa-8aaa-aaaaaaaaaaaa' as FaqId })).toEqual({ ok: false, refusal: 'no_such_faq' })
  })

  test('that was taken away comes back from its history', async () => {
    const id = await made({ question: { it: 'Resta?' } })
    expect(await removeFaq(town.world, town.tenant, { by: town.desk, id, seen: 1 })).toMatchObject({ ok: true })
    const [change] = await town.world.read(town.tenant, (reader) =>
      listSettingChanges(reader, { subject: 'faq', id }, { limit: 1, before: null }),
    )
    const back = await revertSetting(town.world, town.tenant, { change: change?.id ?? '', by: town.admin })
    expect(back).toMatchObject({ ok: true })
    const all = await town.world.read(town.tenant, readFaqs)
    expect(all.find((faq) => faq.id === id)?.question.it).toBe('Resta?')
  })
})
