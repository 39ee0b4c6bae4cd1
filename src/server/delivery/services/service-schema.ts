import { z } from 'zod'
import { contactKinds } from '#domain/offices/contact-point.ts'
import { businessEvents, lifeEvents } from '#domain/services/life-event.ts'
import { type ServiceFile, serviceStates, sheetLengths, spanUnits } from '#domain/services/service.ts'
import { serviceCategories } from '#domain/services/service-category.ts'
import { topics } from '#domain/services/topic.ts'

const code = z.string().regex(/^[a-z0-9-]{1,60}$/)
const officeCode = z.string().regex(/^[A-Za-z0-9_-]{1,60}$/)

function words(longest: number) {
  return z.object({ it: z.string().max(longest), en: z.string().max(longest).optional() })
}

/** What a file leaves out is not told. */
const text = words(sheetLengths.text).default({ it: '' })
const line = words(sheetLengths.line)
const span = z.object({ amount: z.number().int().positive(), unit: z.enum(spanUnits) })
const link = z.object({ label: line, href: z.string().regex(/^(https:\/\/|\/(?!\/))\S+$/) })

const sheetSchema = z.object({
  title: words(sheetLengths.title),
  subtitle: line.default({ it: '' }),
  active: z.boolean().default(true),
  statusReason: text,
  categories: z.array(z.enum(serviceCategories)).default([]),
  topics: z.array(z.enum(topics)).default([]),
  lifeEvents: z.array(z.enum(lifeEvents)).default([]),
  businessEvents: z.array(z.enum(businessEvents)).default([]),
  synonyms: z.array(z.string().max(sheetLengths.line)).default([]),
  description: words(sheetLengths.description).default({ it: '' }),
  extended: text,
  audience: text,
  applicants: text,
  coverage: text,
  howTo: text,
  needed: text,
  neededList: z.array(line).default([]),
  achieved: text,
  procedures: text,
  terms: text,
  phases: z
    .array(
      z.object({
        title: line,
        subtitle: line.default({ it: '' }),
        when: z
          .union([span, z.object({ date: z.iso.date() })])
          .nullable()
          .default(null),
      }),
    )
    .default([]),
  responseTime: span.nullable().default(null),
  costs: text,
  payment: text,
  constraints: text,
  specialCases: text,
  access: text,
  online: link.nullable().default(null),
  offices: z.array(officeCode).default([]),
  booking: z.boolean().default(false),
  conditions: link.nullable().default(null),
  conditionsText: text,
  responsible: officeCode.nullable().default(null),
  contacts: z
    .array(
      z.object({ kind: z.enum(contactKinds), value: z.string().min(1).max(sheetLengths.line), note: line.default({ it: '' }) }),
    )
    .default([]),
  documents: z.array(link).default([]),
  further: text,
  related: z.array(code).default([]),
  ipaCode: z.string().max(60).default(''),
  nace: z.array(z.string().regex(/^[A-U]?\d{0,2}(\.\d{1,2})?$/)).default([]),
})

/** A service as files of the catalogue have it; a sheet need not be complete. */
export const serviceSchema: z.ZodType<ServiceFile> = z.object({
  code,
  state: z.enum(serviceStates).default('published'),
  featured: z.boolean().default(false),
  sheet: sheetSchema,
})
