import type { BookingCalendar, CalendarId } from '#domain/appointments/booking-calendar.ts'
import type { Area } from '#domain/areas/area.ts'
import { type AreaIndex, buildAreaIndex } from '#domain/areas/area-index.ts'
import type { Category } from '#domain/categories/category.ts'
import type { Template } from '#domain/conversations/template.ts'
import type { Office } from '#domain/offices/office.ts'
import type { Profile } from '#domain/offices/profile.ts'
import type { Venue } from '#domain/offices/venue.ts'
import type { RoutingRule } from '#domain/routing/rule.ts'
import type { AreaId, AuthorGroupId, CategoryId, OfficeId, TenantId } from '#domain/shared/id.ts'
import type { Tenant } from '#domain/tenants/tenant.ts'
import { readCalendars } from './appointments/calendars.ts'
import { readAreas } from './areas.ts'
import { listAuthorGroups, type NamedAuthorGroup } from './author-groups.ts'
import { readCategories } from './categories.ts'
import type { Database, Reader } from './database.ts'
import { type Colleague, listColleagues } from './mentions.ts'
import { readOffices } from './offices.ts'
import { readProfiles } from './profiles.ts'
import { readRoutingRules } from './routing-rules.ts'
import { readTemplates } from './templates.ts'
import { readVenues } from './venues.ts'
import { listRecorders, listWorkers, type Recorder, type Workers } from './workers.ts'

/** What a body has set up and what changes seldom: kept in memory and read again when its revision moves. */
export type Directory = {
  readonly tenant: Tenant
  /** The names by which its pages are asked for; a body that is alone on the installation may have none. */
  readonly hosts: readonly string[]
  readonly offices: ReadonlyMap<OfficeId, Office>
  /** Where they are found, by code, and who works in them as everybody may know, by family name. */
  readonly venues: readonly Venue[]
  readonly profiles: readonly Profile[]
  readonly categories: ReadonlyMap<CategoryId, Category>
  readonly areas: ReadonlyMap<AreaId, Area>
  /** When people are received by appointment, calendars out of use too. */
  readonly calendars: ReadonlyMap<CalendarId, BookingCalendar>
  readonly areaIndex: AreaIndex
  /** The standard texts, by name. */
  readonly templates: readonly Template[]
  /** The groups of authors that rules may ask for, by name, without who belongs to them. */
  readonly authorGroups: ReadonlyMap<AuthorGroupId, NamedAuthorGroup>
  /** The rules by which reports find their office, in their order. */
  readonly routing: readonly RoutingRule[]
  /** Who may be given a report, and who can be named in a note. */
  readonly workers: Workers
  readonly colleagues: readonly Colleague[]
  /** Who writes down what others say. */
  readonly recorders: readonly Recorder[]
}

export type Directories = {
  ofHost(host: string): Promise<Directory | null>
  ofSlug(slug: string): Promise<Directory | null>
  of(tenant: TenantId): Promise<Directory>
}

/** The desk's own office: it owns what nobody else does. */
export function deskOfficeOf({ offices }: Pick<Directory, 'offices'>): OfficeId {
  const desk = [...offices.values()].find((office) => office.desk)
  if (!desk) throw new Error('a body without desk')
  return desk.id
}

type Known = { readonly revision: number; readonly directory: Promise<Directory> }

/** Finds bodies by host, name or id; a single body answers to any host. Revisions are looked at once a second at most. */
export function openDirectories(database: Database, now: () => Date): Directories {
  const known = new Map<TenantId, Known>()
  let tenants: Promise<readonly TenantRow[]> | null = null
  let lookedAt = 0

  const rows = (): Promise<readonly TenantRow[]> => {
    if (tenants === null || now().getTime() - lookedAt > 1000) {
      lookedAt = now().getTime()
      tenants = readTenants(database)
      tenants.catch(() => {
        tenants = null
      })
    }
    return tenants
  }
  const open = (row: TenantRow): Promise<Directory> => {
    const held = known.get(row.tenant.id)
    if (held && held.revision === row.revision) return held.directory
    const directory = database.read(row.tenant.id, (reader) => readDirectory(reader, row))
    known.set(row.tenant.id, { revision: row.revision, directory })
    directory.catch(() => known.delete(row.tenant.id))
    return directory
  }
  const find = async (wanted: (row: TenantRow, all: readonly TenantRow[]) => boolean): Promise<Directory | null> => {
    const all = await rows()
    const row = all.find((one) => wanted(one, all))
    return row ? open(row) : null
  }
  return {
    ofHost: (host) => find((row, all) => all.length === 1 || row.hosts.includes(host)),
    ofSlug: (slug) => find((row) => row.tenant.slug === slug),
    of: async (tenant) => {
      const directory = await find((row) => row.tenant.id === tenant)
      if (directory === null) throw new Error('no such tenant')
      return directory
    },
  }
}

type TenantRow = { readonly tenant: Tenant; readonly revision: number; readonly hosts: readonly string[] }

async function readTenants(database: Database): Promise<readonly TenantRow[]> {
  const [tenants, hosts] = await Promise.all([
    database.shared.selectFrom('tenant').select(['tenant.id', 'tenant.slug', 'tenant.settings', 'tenant.revision']).execute(),
    database.shared.selectFrom('tenant_host').select(['tenant_host.host', 'tenant_host.tenant_id']).execute(),
  ])
  return tenants.map(({ id, slug, settings, revision }) => ({
    tenant: { id, slug, settings },
    revision,
    hosts: hosts.filter(({ tenant_id }) => tenant_id === id).map(({ host }) => host),
  }))
}

async function readDirectory(reader: Reader, { tenant, hosts }: TenantRow): Promise<Directory> {
  const offices = await readOffices(reader)
  const categories = await readCategories(reader)
  const areas = await readAreas(reader)
  const calendars = await readCalendars(reader)
  return {
    tenant,
    hosts,
    offices: new Map(offices.map((office) => [office.id, office])),
    venues: await readVenues(reader),
    profiles: await readProfiles(reader),
    categories: new Map(categories.map((category) => [category.id, category])),
    areas: new Map(areas.map((area) => [area.id, area])),
    calendars: new Map(calendars.map((calendar) => [calendar.id, calendar])),
    areaIndex: buildAreaIndex(areas.filter(({ active }) => active)),
    templates: await readTemplates(reader),
    authorGroups: new Map((await listAuthorGroups(reader)).map((group) => [group.id, group])),
    routing: await readRoutingRules(reader),
    workers: await listWorkers(reader),
    colleagues: await listColleagues(reader),
    recorders: await listRecorders(reader),
  }
}
