import type { OfficeSetting } from '#domain/offices/office.ts'
import { renamed, type ServiceId } from '#domain/services/service.ts'
import type { AreaId, CategoryId, OfficeId, TenantId } from '#domain/shared/id.ts'
import type { PlannedOffice, TenantPlan } from '#domain/tenants/plan.ts'
import { saveCalendar } from '#server/storage/appointments/calendars.ts'
import { saveCategory } from '#server/storage/categories.ts'
import type { Tx } from '#server/storage/database.ts'
import { saveFaq } from '#server/storage/faqs.ts'
import { saveOffice } from '#server/storage/offices.ts'
import { saveProfile } from '#server/storage/profiles.ts'
import { saveService } from '#server/storage/services.ts'
import { saveTemplate } from '#server/storage/templates.ts'
import { insertArea, insertStreets, insertTenant } from '#server/storage/tenants.ts'
import { saveVenue } from '#server/storage/venues.ts'
import type { World } from '#server/world.ts'

/** How far apart two reports may lie and still tell of one problem, until somebody sets it. */
const likeMetres = 150

/** A body comes with its offices, categories, areas and streets in one piece, or not at all; parents stand before children. */
export async function foundTenant(world: World, plan: TenantPlan): Promise<TenantId> {
  const id = world.newId<'tenant'>()
  return world.transaction(id, async (tx) => {
    await insertTenant(tx, { id, slug: plan.slug, settings: plan.settings }, plan.hosts, world.now())
    const offices = await foundOffices(world, tx, plan)
    await foundPeopleAndVenues(world, tx, plan, offices)
    const categories = await foundCategories(world, tx, plan, offices)
    await foundAreas(world, tx, plan)
    await insertStreets(tx, plan.streets, () => world.newId<'street'>())
    await foundTemplates(world, tx, plan, categories)
    await foundFaqs(world, tx, plan, await foundServices(world, tx, plan, offices))
    await foundCalendars(world, tx, plan, offices)
    return id
  })
}

async function foundOffices(world: World, tx: Tx, plan: TenantPlan): Promise<ReadonlyMap<string, OfficeId>> {
  const ids = new Map<string, OfficeId>()
  for (const office of plan.offices) {
    const id = world.newId<'office'>()
    await saveOffice(tx, id, settingOf(office, office.parent === undefined ? null : known(ids, office.parent)))
    ids.set(office.code, id)
  }
  return ids
}

/** What a plan leaves out is not told. */
function settingOf(planned: PlannedOffice, parent: OfficeId | null): OfficeSetting {
  const { code, name, competences, hours, desk, access = { it: '' } } = planned
  const {
    kind = 'office',
    points = [],
    opening = null,
    email = null,
    phone = null,
    pec = null,
    address = null,
    place = null,
  } = planned
  return {
    parent,
    code,
    name,
    competences,
    hours,
    opening,
    desk,
    email,
    phone,
    pec,
    address,
    place,
    access,
    documents: [],
    kind,
    points,
    active: true,
  }
}

async function foundPeopleAndVenues(world: World, tx: Tx, plan: TenantPlan, ids: ReadonlyMap<string, OfficeId>): Promise<void> {
  for (const venue of plan.venues ?? []) {
    const offices = venue.offices.map((code) => known(ids, code))
    await saveVenue(tx, world.newId<'venue'>(), { ...venue, offices, picture: null, active: true })
  }
  for (const profile of plan.profiles ?? []) {
    const posts = profile.posts.map((post) => ({ ...post, office: known(ids, post.office) }))
    await saveProfile(tx, world.newId<'profile'>(), { ...profile, posts, photo: null, cv: null, account: null, active: true })
  }
}

async function foundCategories(
  world: World,
  tx: Tx,
  plan: TenantPlan,
  offices: ReadonlyMap<string, OfficeId>,
): Promise<ReadonlyMap<string, CategoryId>> {
  const ids = new Map<string, CategoryId>()
  let position = 0
  for (const group of plan.categories) {
    const parent = world.newId<'category'>()
    for (const [index, category] of [group, ...group.children].entries()) {
      const id: CategoryId = index === 0 ? parent : world.newId<'category'>()
      const place = { parent: index === 0 ? null : parent, office: known(offices, category.office), position: position++ }
      await saveCategory(tx, id, { ...category, ...place, likeMetres, active: true })
      ids.set(category.code, id)
    }
  }
  return ids
}

async function foundTemplates(world: World, tx: Tx, plan: TenantPlan, ids: ReadonlyMap<string, CategoryId>): Promise<void> {
  for (const { categories, ...template } of plan.templates ?? [])
    await saveTemplate(tx, world.newId<'template'>(), { ...template, categories: categories.map((code) => known(ids, code)) })
}

async function foundCalendars(world: World, tx: Tx, plan: TenantPlan, offices: ReadonlyMap<string, OfficeId>): Promise<void> {
  for (const { office, ...calendar } of plan.calendars ?? []) {
    const setting = { ...calendar, office: known(offices, office), address: null, email: null, closures: [], active: true }
    await saveCalendar(tx, world.newId<'booking-calendar'>(), setting, world.newId<'feed'>())
  }
}

/** Services may name each other in any order. */
async function foundServices(
  world: World,
  tx: Tx,
  plan: TenantPlan,
  offices: ReadonlyMap<string, OfficeId>,
): Promise<ReadonlyMap<string, ServiceId>> {
  const services = plan.services ?? []
  const ids = new Map(services.map(({ code }): [string, ServiceId] => [code, world.newId<'service'>()]))
  for (const service of services) {
    const sheet = renamed(
      service.sheet,
      (code) => known(offices, code),
      (code) => known(ids, code),
    )
    await saveService(tx, known(ids, service.code), { ...service, sheet, updatedAt: world.now() })
  }
  return ids
}

async function foundFaqs(world: World, tx: Tx, plan: TenantPlan, services: ReadonlyMap<string, ServiceId>): Promise<void> {
  for (const [position, { category = null, service, ...faq }] of (plan.faqs ?? []).entries()) {
    const about = { category, service: service === undefined ? null : known(services, service) }
    await saveFaq(tx, world.newId<'faq'>(), { ...faq, ...about, position, published: true })
  }
}

async function foundAreas(world: World, tx: Tx, plan: TenantPlan): Promise<void> {
  const ids = new Map<string, AreaId>()
  for (const [position, area] of plan.areas.entries()) {
    const id = world.newId<'area'>()
    await insertArea(tx, id, area.parent === undefined ? null : known(ids, area.parent), position, area)
    ids.set(area.code, id)
  }
}

function known<Of>(ids: ReadonlyMap<string, Of>, code: string): Of {
  const id = ids.get(code)
  if (id === undefined) throw new Error(`the plan names "${code}" before it is there`)
  return id
}
