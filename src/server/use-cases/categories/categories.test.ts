import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { CategorySetting } from '#domain/categories/category.ts'
import type { Question } from '#domain/categories/question.ts'
import type { CategoryId } from '#domain/shared/id.ts'
import { readCategories } from '#server/storage/categories.ts'
import { listSettingChanges } from '#server/storage/settings/history.ts'
import { openReport } from '#server/use-cases/reports/open-report.ts'
import { revertSetting } from '#server/use-cases/settings/revert-setting.ts'
import { foundTenant } from '#server/use-cases/tenants/found-tenant.ts'
import { openTown, plainReport, type Town } from '#tests/town.ts'
import { townPlan } from '#tests/town-plan.ts'
import { placeCategory } from './place-category.ts'
import { setCategory } from './set-category.ts'
import { setQuestions } from './set-questions.ts'

let town: Town
beforeAll(async () => {
  town = await openTown()
})
afterAll(() => town.close())

const list = () => town.world.read(town.tenant, readCategories)
const find = async (id: CategoryId) => (await list()).find((one) => one.id === id)
const set = (id: CategoryId | null, setting: Partial<CategorySetting>, by = town.admin, seen: number | null = null) =>
  setCategory(town.world, town.tenant, { by, id, setting, seen })
const whole = (code: string): Partial<CategorySetting> => ({
  code,
  name: { it: code },
  kinds: ['problem'],
  office: town.office('roads'),
})
async function make(code: string, more: Partial<CategorySetting> = {}): Promise<CategoryId> {
  const made = await set(null, { ...whole(code), ...more })
  if (!made.ok) throw new Error(made.refusal)
  return made.value
}
const danger: Question = {
  code: 'danger',
  label: { it: 'C’è un pericolo immediato?' },
  type: 'yes_no',
  required: true,
  options: [],
  stops: [{ answers: ['yes'], referral: { it: 'Chiama il 112' }, contact: '112' }],
}

describe('a category', () => {
  test('is made last among its siblings, changed against what was seen, and its history kept', async () => {
    const id = await make('fountain')
    expect((await list()).at(-1)).toMatchObject({ id, active: true, questions: [] })
    expect((await set(id, { name: { it: 'Fontane' }, publication: 'never' }, town.admin, 1)).ok).toBe(true)
    expect(await set(id, { name: { it: 'Altro' } }, town.admin, 1)).toEqual({ ok: false, refusal: 'old_version' })
    expect(await find(id)).toMatchObject({ name: { it: 'Fontane' }, publication: 'never' })
    const page = { limit: 5, before: null }
    const changes = await town.world.read(town.tenant, (reader) => listSettingChanges(reader, { subject: 'category', id }, page))
    expect(changes.map(({ version }) => version)).toEqual([2, 1])
  })

  test('is set by administrators alone, and by nobody of another body', async () => {
    expect(await set(null, whole('mine'), town.desk)).toEqual({ ok: false, refusal: 'not_yours' })
    const id = await make('bench')
    const neighbour = await foundTenant(town.world, townPlan('neighbour'))
    const theirs = { by: town.admin, id, setting: { name: { it: 'Loro' } }, seen: null }
    expect(await setCategory(town.world, neighbour, theirs)).toEqual({ ok: false, refusal: 'no_such_category' })
  })

  test('keeps its code and its place as a leaf once something is filed under it', async () => {
    const { category } = await town.report()
    const [alone, spare] = [await make('alone'), await make('spare')]
    town.setNow(new Date('2026-05-11T08:00:05Z'))
    expect(await set(category, { code: 'other' })).toEqual({ ok: false, refusal: 'code_used' })
    await town.report({ category: alone })
    expect(await set(null, { ...whole('below'), parent: alone })).toEqual({ ok: false, refusal: 'parent_has_reports' })
    expect((await set(category, { active: false })).ok).toBe(true)
    expect((await town.read((await town.report({ category: spare })).id)).category).toBeDefined()
    expect((await set(category, { active: true })).ok).toBe(true)
  })

  test('moves up among its siblings with one change', async () => {
    const [one, two, three] = [await make('m1'), await make('m2'), await make('m3')]
    const index = (await list()).filter(({ parent }) => parent === null).findIndex(({ id }) => id === one)
    expect((await placeCategory(town.world, town.tenant, { by: town.admin, id: three, parent: null, index })).ok).toBe(true)
    const order = (await list()).map(({ id }) => id).filter((id) => [one, two, three].includes(id))
    expect(order).toEqual([three, one, two])
    const nowhere = { by: town.admin, id: town.tenant as string as CategoryId, parent: null, index: 0 }
    expect(await placeCategory(town.world, town.tenant, nowhere)).toEqual({ ok: false, refusal: 'no_such_category' })
  })

  test('that publishes otherwise shows or hides what is filed under it already, and says so in its history', async () => {
    const category = await make('square', { publication: 'at_once' })
    town.setNow(new Date('2026-05-11T08:00:10Z'))
    const report = await town.report({ category })
    expect(report.visible).toBe(true)
    expect((await set(category, { publication: 'never' })).ok).toBe(true)
    await town.runJobs()
    expect(await town.read(report.id)).toMatchObject({ visible: false, moderation: 'pending' })
    expect((await set(category, { publication: 'at_once' })).ok).toBe(true)
    await town.runJobs()
    expect((await town.read(report.id)).visible).toBe(true)
    const page = { limit: 1, before: null }
    const [last] = await town.world.read(town.tenant, (reader) =>
      listSettingChanges(reader, { subject: 'category', id: category }, page),
    )
    expect((await revertSetting(town.world, town.tenant, { change: last?.id ?? '', by: town.admin })).ok).toBe(true)
    await town.runJobs()
    expect((await town.read(report.id)).visible).toBe(false)
  })
})

describe('the questions of a category', () => {
  const change = (category: CategoryId, asked: Parameters<typeof setQuestions>[2]['change'], by = town.admin) =>
    setQuestions(town.world, town.tenant, { by, category, change: asked, seen: null })

  test('send elsewhere whoever answers so, but not the desk that records it', async () => {
    const category = await make('lane')
    expect((await change(category, { change: 'put', was: null, question: danger })).ok).toBe(true)
    expect((await find(category))?.questions).toEqual([danger])
    town.setNow(new Date('2026-05-11T08:00:20Z'))
    const ask = { ...plainReport(category), answers: { danger: ['yes'] } }
    expect(await openReport(town.world, town.tenant, ask)).toEqual({ ok: false, refusal: 'referred' })
    const recorded = { ...ask, channel: 'phone' as const, recordedBy: town.desk.account }
    expect((await openReport(town.world, town.tenant, recorded)).ok).toBe(true)
    expect(await change(category, { change: 'remove', code: 'danger' })).toEqual({ ok: false, refusal: 'question_answered' })
    const renamed = { change: 'put', was: 'danger', question: { ...danger, code: 'risk' } } as const
    expect(await change(category, renamed)).toEqual({ ok: false, refusal: 'question_answered' })
    expect((await change(category, { change: 'retire', code: 'danger' })).ok).toBe(true)
  })

  test('are refused by their rules, and for who does not administer', async () => {
    const category = await make('kerb')
    const nobody = { change: 'put', was: null, question: danger } as const
    expect(await change(category, nobody, town.desk)).toEqual({ ok: false, refusal: 'not_yours' })
    const waiting = { ...danger, shownIf: { question: 'nothing', answers: ['yes'] } }
    expect(await change(category, { change: 'put', was: null, question: waiting })).toEqual({
      ok: false,
      refusal: 'condition_wrong',
    })
    const nowhere = town.tenant as string as CategoryId
    expect(await change(nowhere, nobody)).toEqual({ ok: false, refusal: 'no_such_category' })
    expect(await change(category, { change: 'retire', code: 'z' })).toEqual({ ok: false, refusal: 'no_such_question' })
  })
})
