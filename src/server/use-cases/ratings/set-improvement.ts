import type { Actor } from '#domain/people/actor.ts'
import { checkImprovement, type ImprovementRefusal, type ImprovementSetting } from '#domain/ratings/improvement.ts'
import { civilDate } from '#domain/shared/civil-date.ts'
import type { Id, TenantId } from '#domain/shared/id.ts'
import { done, type Result } from '#domain/shared/result.ts'
import { listSubjects } from '#server/storage/ratings.ts'
import { type ChangeSettingRefusal, changeSetting } from '#server/storage/settings/change-setting.ts'
import type { World } from '#server/world.ts'

export type SetImprovement = {
  readonly by: Actor
  /** Nothing, and a new one is made. */
  readonly id: Id<'improvement'> | null
  /** Nothing, and it is taken away. */
  readonly setting: ImprovementSetting | null
  readonly seen: number | null
}

export type SetImprovementRefusal = ImprovementRefusal | ChangeSettingRefusal

/** The body says what it changed because of ratings, corrects it or takes it back; its history brings it back again. */
export async function setImprovement(
  world: World,
  tenant: TenantId,
  { by, id: asked, setting, seen }: SetImprovement,
): Promise<Result<Id<'improvement'>, SetImprovementRefusal>> {
  const id = asked ?? world.newId<'improvement'>()
  const { calendar } = (await world.directories.of(tenant)).tenant.settings
  return world.transaction(tenant, async (tx): Promise<Result<Id<'improvement'>, SetImprovementRefusal>> => {
    if (setting !== null) {
      const subjects = new Set<string>((await listSubjects(tx)).map((subject) => subject.id))
      const checked = checkImprovement(setting, { today: civilDate(world.now(), calendar.zone), subjects })
      if (!checked.ok) return checked
    }
    const changed = await changeSetting(world, tx, { subject: 'improvement', id, by, value: setting, seen })
    return changed.ok ? done(id) : changed
  })
}
