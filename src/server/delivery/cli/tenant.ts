import { parseArgs } from 'node:util'
import { foundTenant } from '#server/use-cases/tenants/found-tenant.ts'
import { type Command, WrongUsage } from './command.ts'
import { readPlan } from './read-plan.ts'

const usage = `tenant create --from FOLDER [--json]
    founds a body from a folder that holds body.json, offices.json, venues.json, people.json, categories.json, areas.geojson,
    streets.json, templates.json, services.json, faqs.json and calendars.json,
    shaped as in demo/; prints its short name`

/** `./filo tenant create`: a body is founded whole from a folder of files. */
export const tenant: Command = {
  usage,
  run: async ([action, ...args], tools) => {
    if (action !== 'create') throw new WrongUsage('say what to do with a tenant')
    const { values } = parseArgs({ args, options: { from: { type: 'string' }, json: { type: 'boolean' } } })
    if (!values.from) throw new WrongUsage('--from is missing')
    const plan = await readPlan(values.from)
    const { world } = await tools.open()
    if (await world.directories.ofSlug(plan.slug)) {
      tools.say(`there is a tenant ${plan.slug} already`)
      return 1
    }
    const id = await foundTenant(world, plan)
    tools.print(values.json ? JSON.stringify({ id, slug: plan.slug }) : plan.slug)
    return 0
  },
}
