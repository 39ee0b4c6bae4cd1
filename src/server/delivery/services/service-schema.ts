import { z } from 'zod'
import { contactKinds } from '#domain/offices/contact-point.ts'
import type { FiledService } from '#domain/services/filed-service.ts'
import { businessEvents, lifeEvents } from '#domain/services/life-event.ts'
import { type ServiceFile, serviceStates, spanUnits } from '#domain/services/service.ts'
import { serviceCategories } from '#domain/services/service-category.ts'
import { topics } from '#domain/services/topic.ts'

/** In Italian and perhaps in English; how long a text may be is a rule, and not asked here. */
const text = z.strictObject({ it: z.string(), en: z.string().optional() }).transform(({ it, en }) => ({ it, ...(en && { en }) }))

/** What a file leaves out is not told. */
const untold = text.default({ it: '' })
const span = z.strictObject({ amount: z.number(), unit: z.enum(spanUnits) })
const link = z.strictObject({ label: text, href: z.string() })
const picture = z.strictObject({ href: z.string(), alt: text.nullable() })
const phase = z.strictObject({
  title: text,
  subtitle: untold,
  when: z
    .union([span, z.strictObject({ date: z.string() })])
    .nullable()
    .default(null),
})
const contact = z.strictObject({ kind: z.enum(contactKinds), value: z.string(), note: untold })

const sheetSchema = z.strictObject({
  title: text,
  subtitle: untold,
  active: z.boolean().default(true),
  statusReason: untold,
  categories: z.array(z.enum(serviceCategories)).default([]),
  topics: z.array(z.enum(topics)).default([]),
  lifeEvents: z.array(z.enum(lifeEvents)).default([]),
  businessEvents: z.array(z.enum(businessEvents)).default([]),
  synonyms: z.array(z.string()).default([]),
  description: untold,
  picture: picture.nullable().default(null),
  extended: untold,
  audience: untold,
  applicants: untold,
  coverage: untold,
  howTo: untold,
  needed: untold,
  neededList: z.array(text).default([]),
  achieved: untold,
  procedures: untold,
  terms: untold,
  phases: z.array(phase).default([]),
  responseTime: span.nullable().default(null),
  costs: untold,
  payment: untold,
  constraints: untold,
  specialCases: untold,
  access: untold,
  online: link.nullable().default(null),
  offices: z.array(z.string()).default([]),
  booking: z.boolean().default(false),
  conditions: link.nullable().default(null),
  conditionsText: untold,
  responsible: z.string().nullable().default(null),
  contacts: z.array(contact).default([]),
  documents: z.array(link).default([]),
  further: untold,
  related: z.array(z.string()).default([]),
  ipaCode: z.string().default(''),
  nace: z.array(z.string()).default([]),
})

const fields = {
  code: z.string(),
  state: z.enum(serviceStates).default('published'),
  featured: z.boolean().default(false),
  sheet: sheetSchema,
}

/** A service as the files of a plan have it, which may say more of it: its shape, in the order in which files say it; whether it is right, `checkSheet` tells. */
export const serviceSchema: z.ZodType<ServiceFile> = z.object(fields)

/** The same in a file of the catalogue, with what is being written beside what was published. */
export const filedServiceSchema: z.ZodType<FiledService> = z.strictObject({
  ...fields,
  draft: z.strictObject({ featured: z.boolean().default(false), sheet: sheetSchema }).optional(),
})
