import type { Jobs } from '#server/jobs/catalogue.ts'
import { readWrittenService } from '#server/storage/service-drafts.ts'
import { missPublication } from '#server/use-cases/services/miss-publication.ts'
import { publishService } from '#server/use-cases/services/publish-service.ts'
import type { World } from '#server/world.ts'

/** Publishes a draft at the instant that was set for it; one that was written on, published or called off since has none any more, or another. */
export async function publishScheduled(world: World, { tenant, service: id, at }: Jobs['services.publish']): Promise<void> {
  const service = await world.read(tenant, (reader) => readWrittenService(reader, id))
  if (service?.publishAt?.toISOString() !== at) return
  // The queue goes by the database's clock: where this machine's is behind it, the job comes again.
  if (world.now() < service.publishAt) throw new Error('it is not yet time to publish')
  const published = await publishService(world, tenant, { by: { kind: 'system' }, id, seen: service.version })
  if (!published.ok && published.refusal !== 'old_version') await missPublication(world, tenant, { id, at: service.publishAt })
}
