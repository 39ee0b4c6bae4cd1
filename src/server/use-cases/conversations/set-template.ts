import { checkTemplate, type TemplateRefusal, type TemplateSetting } from '#domain/conversations/template.ts'
import type { Actor } from '#domain/people/actor.ts'
import type { Id, TenantId } from '#domain/shared/id.ts'
import { done, type Result, refuse } from '#domain/shared/result.ts'
import { type ChangeSettingRefusal, changeSetting, lockBody } from '#server/storage/settings/change-setting.ts'
import { templateStore } from '#server/storage/settings/template.ts'
import { templateSurroundings } from '#server/storage/template-surroundings.ts'
import type { World } from '#server/world.ts'

export type SetTemplate = {
  readonly by: Actor
  /** Nothing, and a new one is made. */
  readonly id: Id<'template'> | null
  readonly setting: TemplateSetting
  readonly seen: number | null
}

export type SetTemplateRefusal = TemplateRefusal | ChangeSettingRefusal | 'no_such_template'

/** Writes a standard text, or changes one; what was sent with it before stays as it was sent. */
export async function setTemplate(
  world: World,
  tenant: TenantId,
  { by, id: asked, setting, seen }: SetTemplate,
): Promise<Result<Id<'template'>, SetTemplateRefusal>> {
  const id = asked ?? world.newId<'template'>()
  return world.transaction(tenant, async (tx): Promise<Result<Id<'template'>, SetTemplateRefusal>> => {
    await lockBody(tx)
    if (asked !== null && !(await templateStore.read(tx, asked))) return refuse('no_such_template')
    const checked = checkTemplate(setting, await templateSurroundings(tx, id))
    if (!checked.ok) return checked
    const changed = await changeSetting(world, tx, { subject: 'template', id, by, value: checked.value, seen })
    return changed.ok ? done(id) : changed
  })
}
