import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { parseAreas } from '#domain/areas/parse-areas.ts'
import { isAssetPattern } from '#domain/categories/asset-number.ts'
import { questionTypes } from '#domain/categories/question.ts'
import { checkCalendar } from '#domain/clocks/check-calendar.ts'
import { templateActs } from '#domain/conversations/template.ts'
import { contactKinds } from '#domain/offices/contact-point.ts'
import { officeKinds } from '#domain/offices/office.ts'
import { subjectKinds } from '#domain/ratings/subject.ts'
import { notedChanges } from '#domain/reports/forced-notes.ts'
import { reportKinds } from '#domain/reports/kind.ts'
import { stages } from '#domain/reports/stage.ts'
import { checkSheet } from '#domain/services/check-sheet.ts'
import type { ServiceFile } from '#domain/services/service.ts'
import { serviceCategories } from '#domain/services/service-category.ts'
import type { PlannedCategory, PlannedLeaf, TenantPlan } from '#domain/tenants/plan.ts'
import { networks, sitePages } from '#domain/tenants/site.ts'
import type { TenantSettings } from '#domain/tenants/tenant.ts'
import { serviceSchema } from '#server/delivery/services/service-schema.ts'

const words = z.object({ it: z.string().min(1), en: z.string().optional() })
const code = z.string().regex(/^[A-Za-z0-9_-]{1,60}$/)
const term = z.object({ amount: z.number().int().positive(), unit: z.enum(['working_hours', 'working_days']) })
const interval = z.object({ from: z.string(), to: z.string() })
const position = z.tuple([z.number().min(-180).max(180), z.number().min(-90).max(90)])

const siteSchema = z.object({
  links: z.partialRecord(z.enum(sitePages), z.url()).default({}),
  networks: z.partialRecord(z.enum(networks), z.url()).default({}),
  statements: z.record(z.string(), z.url()).default({}),
  euFunded: z.boolean().default(false),
})

const bodySchema = z.object({
  slug: z.string(),
  name: z.string(),
  region: z.string(),
  tagline: words,
  address: z.string(),
  taxCode: z.string(),
  phone: z.string(),
  tollFree: z.string().optional(),
  whatsapp: z.string().optional(),
  email: z.email(),
  pec: z.email(),
  site: siteSchema.optional(),
  hosts: z.array(z.string()),
  timezone: z.string(),
  patron: z.string().nullable(),
  weekly: z.record(z.string(), z.array(interval)),
  closures: z.array(interval),
  centre: z.object({ longitude: z.number(), latitude: z.number() }),
  kinds: z.array(z.enum(reportKinds)).min(1),
  publication: z.enum(['never', 'after_approval', 'at_once']).default('after_approval'),
  anonymousReports: z.boolean().default(false),
  authorReopens: z.boolean().default(true),
  reopenDays: z.number().int().positive().default(30),
  waitingDays: z.number().int().positive().default(15),
  forcedNotes: z.array(z.enum(notedChanges)).default([]),
  shownRatings: z.array(z.enum(subjectKinds)).optional(),
  ratingMails: z.enum(['on', 'off']).optional(),
  emergencyNotice: words,
  privacyNotice: words,
  terms: words,
  accessibilityStatementUrl: z.url(),
})

const weekly = z.record(z.enum(['1', '2', '3', '4', '5', '6', '7']), z.array(interval))
const pointSchema = z.object({ kind: z.enum(contactKinds), value: z.string(), note: z.string().default('') })

const officeSchema = z.object({
  code,
  parent: code.optional(),
  name: words,
  competences: words,
  hours: words.extend({ it: z.string() }),
  opening: weekly.optional(),
  desk: z.boolean(),
  email: z.email().optional(),
  phone: z.string().optional(),
  pec: z.email().optional(),
  address: z.string().optional(),
  place: z.object({ longitude: z.number(), latitude: z.number() }).optional(),
  access: words.optional(),
  kind: z.enum(officeKinds).optional(),
  points: z.array(pointSchema).optional(),
})

const text = z.object({ it: z.string(), en: z.string().optional() })

const venueSchema = z.object({
  code,
  name: words,
  description: words,
  access: words,
  address: z.string(),
  postcode: z.string(),
  place: z.object({ longitude: z.number(), latitude: z.number() }),
  opening: weekly.nullable().default(null),
  hours: text.default({ it: '' }),
  points: z.array(pointSchema).min(1),
  offices: z.array(code),
})

const profileSchema = z.object({
  code,
  firstName: z.string().min(1),
  lastName: z.string().min(1),
  posts: z.array(z.object({ office: code, title: words, inCharge: z.boolean().default(false) })).min(1),
  competences: text.default({ it: '' }),
  points: z.array(pointSchema).default([]),
})

const questionSchema = z.object({
  code,
  label: words,
  type: z.enum(questionTypes),
  required: z.boolean(),
  options: z.array(z.object({ code, label: words })).default([]),
  help: words.optional(),
  least: z.number().optional(),
  most: z.number().optional(),
  unit: words.optional(),
  pattern: z.string().refine(isAssetPattern).optional(),
  shownIf: z.object({ question: code, answers: z.array(code).min(1) }).optional(),
  stops: z.array(z.object({ answers: z.array(code).min(1), referral: words, contact: z.string().optional() })).optional(),
  public: z.boolean().optional(),
})

const leafSchema = z.object({
  code,
  name: words,
  description: words.optional(),
  kinds: z.array(z.enum(reportKinds)).optional(),
  keywords: z.array(z.string()).default([]),
  office: code.optional(),
  officesMayReply: z.boolean().default(false),
  firstReply: term.optional(),
  resolution: term.optional(),
  questions: z.array(questionSchema).default([]),
})

const categorySchema = leafSchema.extend({
  kinds: z.array(z.enum(reportKinds)).min(1),
  office: code,
  firstReply: term,
  resolution: term,
  children: z.array(leafSchema),
})

const streetSchema = z.object({
  name: z.string().min(1),
  postcode: z.string().nullable(),
  line: z.array(position).min(1),
  from: z.number().int().nullable(),
  to: z.number().int().nullable(),
})

const templateSchema = z.object({
  name: z.string().min(1),
  acts: z.array(z.enum(templateActs)).min(1),
  categories: z.array(code),
  kinds: z.array(z.enum(reportKinds)),
  stages: z.array(z.enum(stages)),
  text: words,
  active: z.boolean(),
})

const faqSchema = z.object({
  question: words,
  answer: words,
  category: z.enum(serviceCategories).optional(),
  service: code.optional(),
})

const count = z.number().int().nonnegative()

const calendarSchema = z.object({
  office: code,
  title: words,
  mode: z.enum(['place', 'online']),
  bring: words,
  opening: weekly,
  seats: z.number().int().positive(),
  reasons: z.array(z.object({ code, name: words, minutes: count, buffer: count, services: z.array(code) })).min(1),
  leadHours: count,
  firstDay: count,
  lastDay: count,
  noticeHours: count,
  extra: z.array(interval.extend({ date: z.iso.date() })),
})

/** Reads a body's plan from a folder of files, shaped as in `demo/`. */
export async function readPlan(folder: string): Promise<TenantPlan> {
  const body = bodySchema.parse(await readJson(folder, 'body.json'))
  const areas = parseAreas(await readJson(folder, 'areas.geojson'), { name: 'name', code: 'code', parent: 'parent' })
  if (!areas.ok) throw new Error(`areas.geojson: ${areas.refusal}`)
  return {
    slug: body.slug,
    hosts: body.hosts,
    settings: settingsOf(body),
    offices: z.array(officeSchema).parse(await readJson(folder, 'offices.json')),
    venues: z.array(venueSchema).parse(await readJson(folder, 'venues.json')),
    profiles: z.array(profileSchema).parse(await readJson(folder, 'people.json')),
    categories: z
      .array(categorySchema)
      .parse(await readJson(folder, 'categories.json'))
      .map(plannedCategory),
    areas: areas.value,
    streets: z.array(streetSchema).parse(await readJson(folder, 'streets.json')),
    templates: z.array(templateSchema).parse(await readJson(folder, 'templates.json')),
    services: z
      .array(serviceSchema)
      .parse(await readJson(folder, 'services.json'))
      .map(plannedService),
    faqs: z.array(faqSchema).parse(await readJson(folder, 'faqs.json')),
    calendars: z.array(calendarSchema).parse(await readJson(folder, 'calendars.json')),
  }
}

function plannedService(service: ServiceFile): ServiceFile {
  const checked = checkSheet(service.sheet)
  if (!checked.ok) throw new Error(`services.json: ${service.code}: ${checked.refusal} (${checked.field ?? ''})`)
  return service
}

/** Reads one JSON file of a folder. */
export async function readJson(folder: string, name: string): Promise<unknown> {
  return JSON.parse(await readFile(join(folder, name), 'utf8'))
}

function settingsOf(body: z.infer<typeof bodySchema>): TenantSettings {
  const { slug: _slug, hosts: _hosts, timezone, patron, weekly, closures, accessibilityStatementUrl, ...rest } = body
  const day = (n: number) => weekly[String(n)] ?? []
  const week = { 1: day(1), 2: day(2), 3: day(3), 4: day(4), 5: day(5), 6: day(6), 7: day(7) }
  const calendar = checkCalendar({ zone: timezone, weekly: week, patron, closures })
  if (!calendar.ok) throw new Error(`body.json: ${calendar.refusal}`)
  return { ...rest, calendar: calendar.value, accessibilityStatement: accessibilityStatementUrl }
}

/** What a sub-category does not say it has from its category. */
function plannedCategory({ children, ...group }: z.infer<typeof categorySchema>): PlannedCategory {
  const parent: PlannedLeaf = { ...group, description: group.description ?? group.name }
  return { ...parent, children: children.map((child) => inherit(parent, child)) }
}

function inherit(parent: PlannedLeaf, child: z.infer<typeof leafSchema>): PlannedLeaf {
  return {
    ...child,
    description: child.description ?? child.name,
    kinds: child.kinds ?? parent.kinds,
    office: child.office ?? parent.office,
    firstReply: child.firstReply ?? parent.firstReply,
    resolution: child.resolution ?? parent.resolution,
  }
}
