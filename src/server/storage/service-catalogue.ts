import { createHash } from 'node:crypto'
import type { Office } from '#domain/offices/office.ts'
import { fileService } from '#domain/services/filed-service.ts'
import { type Catalogue, type FileLine, type PlannedLine, planImport } from '#domain/services/plan-import.ts'
import type { ServiceId } from '#domain/services/service.ts'
import type { OfficeId } from '#domain/shared/id.ts'
import { listBodyFileIds } from './body-files.ts'
import type { Reader } from './database.ts'
import { readOffices } from './offices.ts'
import { readWrittenServices } from './service-drafts.ts'

/** The catalogue as files have it, and whose codes they are. */
type KeptCatalogue = Catalogue & {
  readonly offices: ReadonlyMap<string, Office>
  readonly serviceIds: ReadonlyMap<string, ServiceId>
  readonly officeIds: ReadonlyMap<string, OfficeId>
}

/** Every service of the body and every office, by code. */
export async function readCatalogue(reader: Reader): Promise<KeptCatalogue> {
  const [written, offices] = [await readWrittenServices(reader), await readOffices(reader)]
  const officeCodes = new Map(offices.map(({ id, code }) => [id, code]))
  const serviceCodes = new Map(written.map(({ id, code }) => [id, code]))
  const kept = written.map((service) => ({ service: fileService(service, officeCodes, serviceCodes), version: service.version }))
  return {
    services: new Map(kept.map((one) => [one.service.code, one])),
    offices: new Map(offices.map((office) => [office.code, office])),
    files: await listBodyFileIds(reader),
    serviceIds: new Map(written.map(({ id, code }) => [code, id])),
    officeIds: new Map(offices.map(({ id, code }) => [code, id])),
  }
}

/** What an import would do now, and a stamp that any change of it would change. */
export function stampImport(
  lines: readonly FileLine[],
  catalogue: Catalogue,
): { readonly plan: readonly PlannedLine[]; readonly stamp: string } {
  const plan = planImport(lines, catalogue)
  return { plan, stamp: createHash('sha256').update(JSON.stringify(plan)).digest('base64url') }
}
