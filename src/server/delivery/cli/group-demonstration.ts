import { z } from 'zod'
import { priorities } from '#domain/reports/priority.ts'
import { noEffects } from '#domain/routing/rule.ts'
import type { TenantId } from '#domain/shared/id.ts'
import { setAuthorGroup } from '#server/use-cases/routing/set-author-group.ts'
import { setRules } from '#server/use-cases/routing/set-rules.ts'
import type { World } from '#server/world.ts'
import { readJson } from './read-plan.ts'

const groupSchema = z.array(
  z.object({
    name: z.string(),
    description: z.string(),
    members: z.array(z.string()),
    rule: z.object({ name: z.string(), priority: z.enum(priorities) }),
  }),
)

const by = { kind: 'system' } as const

/** Gives the demonstration body its groups of authors, and a rule that asks for each. */
export async function groupDemonstration(world: World, tenant: TenantId, folder: string): Promise<void> {
  for (const { rule, members, ...named } of groupSchema.parse(await readJson(folder, 'author-groups.json'))) {
    const group = { ...named, pasted: members.join('\n') }
    const made = await setAuthorGroup(world, tenant, { by, id: null, group, seen: null })
    if (!made.ok) throw new Error(`${named.name}: ${made.refusal}`)
    const asking = {
      id: world.newId<'routing-rule'>(),
      name: rule.name,
      active: true,
      conditions: [{ about: 'author', groups: [made.value], not: false }],
      effects: { ...noEffects, priority: rule.priority },
      stop: false,
    } as const
    const kept = await setRules(world, tenant, { by, change: { change: 'put', rule: asking }, seen: null })
    if (!kept.ok) throw new Error(`${rule.name}: ${kept.refusal}`)
  }
}
