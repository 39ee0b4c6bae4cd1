import type { AreaId, Id } from '#domain/shared/id.ts'
import { toMercator } from '#domain/shared/mercator.ts'
import { searchText } from '#domain/shared/search-text.ts'
import type { PlannedArea, PlannedStreet } from '#domain/tenants/plan.ts'
import type { Tenant } from '#domain/tenants/tenant.ts'
import { saveArea } from './areas.ts'
import type { Tx } from './database.ts'

/** Writes the body itself and the hosts it answers to. */
export async function insertTenant(tx: Tx, tenant: Tenant, hosts: readonly string[], now: Date): Promise<void> {
  const { id, slug, settings } = tenant
  await tx.db
    .insertInto('tenant')
    .values({ id, slug, settings: JSON.stringify(settings), revision: 1, created_at: now })
    .execute()
  for (const host of hosts) await tx.db.insertInto('tenant_host').values({ host, tenant_id: id }).execute()
}

export async function insertArea(tx: Tx, id: AreaId, parent: AreaId | null, position: number, area: PlannedArea): Promise<void> {
  const { code, name, geometry } = area
  await saveArea(tx, id, { parent, code, name, geometry, position, active: true })
}

/** Writes streets; each is found by name and by nearness to its line. */
export async function insertStreets(tx: Tx, streets: readonly PlannedStreet[], newId: () => Id<'street'>): Promise<void> {
  if (streets.length === 0) return
  await tx.db
    .insertInto('street')
    .values(
      streets.map((street) => {
        const [longitude, latitude] = street.line[Math.floor(street.line.length / 2)] ?? [0, 0]
        return {
          tenant_id: tx.tenant,
          id: newId(),
          name: street.name,
          search: searchText(street.name),
          postcode: street.postcode,
          line: JSON.stringify(street.line),
          first_number: street.from,
          last_number: street.to,
          longitude,
          latitude,
          extent: boxAround(street.line),
        }
      }),
    )
    .execute()
}

function boxAround(line: PlannedStreet['line']): string {
  const points = line.map(([longitude, latitude]) => toMercator({ longitude, latitude }))
  const [xs, ys] = [points.map(({ x }) => x), points.map(({ y }) => y)]
  return `(${Math.max(...xs)},${Math.max(...ys)}),(${Math.min(...xs)},${Math.min(...ys)})`
}
