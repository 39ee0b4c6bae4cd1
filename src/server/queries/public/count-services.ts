import { sql } from 'kysely'
import type { BusinessEvent, LifeEvent } from '#domain/services/life-event.ts'
import type { Topic } from '#domain/services/topic.ts'
import type { Reader } from '#server/storage/database.ts'

/** How many published services have each topic; topics without any are left out. */
export function countByTopic(reader: Reader): Promise<ReadonlyMap<Topic, number>> {
  return countBy<Topic>(reader, 'topics')
}

/** How many published services are for each event in the life of a person or a business. */
export function countByEvent(reader: Reader): Promise<ReadonlyMap<LifeEvent | BusinessEvent, number>> {
  return countBy<LifeEvent | BusinessEvent>(reader, 'events')
}

async function countBy<Of extends string>({ db, tenant }: Reader, column: 'topics' | 'events'): Promise<ReadonlyMap<Of, number>> {
  const words = sql.ref(`service.${column}`)
  const { rows } = await sql<{ of: Of; services: number }>`
    select named.of, count(*)::int as services
    from service cross join unnest(${words}) as named (of)
    where service.tenant_id = ${tenant} and service.state = 'published' and cardinality(service.categories) > 0
    group by named.of`.execute(db)
  return new Map(rows.map(({ of, services }) => [of, services]))
}
