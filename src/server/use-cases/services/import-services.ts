import { type Actor, holds } from '#domain/people/actor.ts'
import { blankSheet } from '#domain/services/blank-sheet.ts'
import { changedFields, type FiledDraft, type FiledService } from '#domain/services/filed-service.ts'
import { type Becoming, type FileLine, sameDraft } from '#domain/services/plan-import.ts'
import { renamed, type ServiceDraft, type ServiceId, type ServiceState } from '#domain/services/service.ts'
import type { OfficeId, TenantId } from '#domain/shared/id.ts'
import { done, type Result, refuse } from '#domain/shared/result.ts'
import type { Tx } from '#server/storage/database.ts'
import { readCatalogue, stampImport } from '#server/storage/service-catalogue.ts'
import { saveServiceDraft } from '#server/storage/service-drafts.ts'
import { findServiceImport, insertServiceImport, type ServiceImport } from '#server/storage/service-imports.ts'
import { saveService } from '#server/storage/services.ts'
import { changeSetting, lockBody } from '#server/storage/settings/change-setting.ts'
import type { World } from '#server/world.ts'

export type ImportServices = {
  readonly by: Actor
  /** A UUID made by whoever sends: the same key twice is one import. */
  readonly key: string
  readonly lines: readonly FileLine[]
  /** The stamp of the trial that was seen. */
  readonly seen: string
}

export type ImportServicesRefusal = 'not_yours' | 'catalogue_changed'

type Import = {
  readonly world: World
  readonly tx: Tx
  readonly by: Actor
  readonly idOf: (code: string) => ServiceId
  readonly officeOf: (code: string) => OfficeId
}

/**
 * Brings in what a file says of the catalogue, in one piece and just as its trial showed: refused where anything of it changed since.
 * Lines that were refused are left out. What citizens read of a service becomes a version of it; what only staff read, its draft.
 */
export async function importServices(
  world: World,
  tenant: TenantId,
  { by, key, lines, seen }: ImportServices,
): Promise<Result<ServiceImport, ImportServicesRefusal>> {
  if (!holds(by, 'administrator') && by.kind !== 'system') return refuse('not_yours')
  return world.transaction(tenant, async (tx): Promise<Result<ServiceImport, ImportServicesRefusal>> => {
    await lockBody(tx)
    const before = await findServiceImport(tx, key)
    if (before) return done(before)
    const catalogue = await readCatalogue(tx)
    const { plan, stamp } = stampImport(lines, catalogue)
    if (stamp !== seen) return refuse('catalogue_changed')
    const taken = plan.flatMap((line) => (line.does === 'make' || line.does === 'change' ? [line] : []))
    const ids = new Map(catalogue.serviceIds)
    for (const { does, code } of taken) if (does === 'make') ids.set(code, world.newId<'service'>())
    const job = { world, tx, by, idOf: of(ids), officeOf: of(catalogue.officeIds) }
    for (const line of taken) await bring(job, line)
    const made = taken.filter(({ does }) => does === 'make').length
    const came = { made, changed: taken.length - made }
    await insertServiceImport(tx, key, { ...came, by: accountOf(by), at: world.now() })
    return done(came)
  })
}

async function bring(job: Import, { before, after }: Becoming): Promise<void> {
  if (after.state === 'published') return publish(job, before, after)
  if (before === null) await begin(job, after)
  if (before?.state === 'published') {
    await set(job, before, 'draft')
    if (changedFields(before, after).length === 0) return write(job, after.code, null)
  }
  await write(job, after.code, after)
}

/** Nothing is left over of what was being written of a service that nobody read yet: this is it. */
async function publish(job: Import, before: FiledService | null, after: FiledService): Promise<void> {
  const stood = before?.state === 'published' ? before : null
  if (stood === null || changedFields(stood, after).length > 0) await set(job, after, 'published')
  if (stood === null ? before !== null || after.draft : !sameDraft(stood.draft, after.draft))
    await write(job, after.code, after.draft ?? null)
}

/** As any service begins: with its title alone. */
async function begin({ world, tx, idOf }: Import, { code, sheet }: FiledService): Promise<void> {
  const service = { code, state: 'draft', featured: false, sheet: { ...blankSheet, title: sheet.title } } as const
  await saveService(tx, idOf(code), { ...service, updatedAt: world.now() })
}

async function set(job: Import, service: FiledService, state: ServiceState): Promise<void> {
  const { world, tx, by, idOf } = job
  const value = { code: service.code, state, ...draftOf(job, service) }
  const ask = { subject: 'service', id: idOf(service.code), by, value, seen: null } as const
  const changed = await changeSetting(world, tx, ask)
  if (!changed.ok) throw new Error(`${service.code}: ${changed.refusal}`)
}

async function write(job: Import, code: string, draft: FiledDraft | null): Promise<void> {
  const { world, tx, by, idOf } = job
  await saveServiceDraft(tx, idOf(code), draft && { draft: draftOf(job, draft), at: world.now(), by: accountOf(by) })
}

function draftOf({ officeOf, idOf }: Import, { featured, sheet }: FiledDraft): ServiceDraft {
  return { featured, sheet: renamed(sheet, officeOf, idOf) }
}

function accountOf(by: Actor) {
  return by.kind === 'staff' ? by.account : null
}

function of<Id>(ids: ReadonlyMap<string, Id>): (code: string) => Id {
  return (code) => {
    const id = ids.get(code)
    if (id === undefined) throw new Error(`the plan of an import named ${code}, which is not there`)
    return id
  }
}
