import { checkFaq, type FaqId, type FaqRefusal, type FaqSetting } from '#domain/faqs/faq.ts'
import type { Actor } from '#domain/people/actor.ts'
import type { TenantId } from '#domain/shared/id.ts'
import { done, type Result, refuse } from '#domain/shared/result.ts'
import { servicesThere } from '#server/storage/services-there.ts'
import { type ChangeSettingRefusal, changeSetting, lockBody } from '#server/storage/settings/change-setting.ts'
import { faqStore } from '#server/storage/settings/faq.ts'
import type { World } from '#server/world.ts'

export type SetFaq = {
  readonly by: Actor
  /** Nothing, and a new one is made. */
  readonly id: FaqId | null
  readonly setting: FaqSetting
  readonly seen: number | null
}

export type SetFaqRefusal = FaqRefusal | ChangeSettingRefusal | 'no_such_faq'

/** Writes a frequent question, or changes one; it is the desk's and the administrators'. */
export async function setFaq(
  world: World,
  tenant: TenantId,
  { by, id: asked, setting, seen }: SetFaq,
): Promise<Result<FaqId, SetFaqRefusal>> {
  const id = asked ?? world.newId<'faq'>()
  return world.transaction(tenant, async (tx): Promise<Result<FaqId, SetFaqRefusal>> => {
    await lockBody(tx)
    if (asked !== null && !(await faqStore.read(tx, asked))) return refuse('no_such_faq')
    const there = await servicesThere(tx)
    const checked = checkFaq(setting, (service) => there.has(service))
    if (!checked.ok) return checked
    const changed = await changeSetting(world, tx, { subject: 'faq', id, by, value: checked.value, seen })
    return changed.ok ? done(id) : changed
  })
}
