import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import sharp from 'sharp'
import { z } from 'zod'
import { fileAddress } from '#domain/files/body-file.ts'
import type { Staff } from '#domain/people/actor.ts'
import type { Link } from '#domain/shared/link.ts'
import type { Result } from '#domain/shared/result.ts'
import { renderReceipt } from '#server/delivery/pdf/receipt.ts'
import type { Directory } from '#server/storage/directory.ts'
import { readWrittenServices } from '#server/storage/service-drafts.ts'
import { keepFile } from '#server/use-cases/files/keep-file.ts'
import { setOffice } from '#server/use-cases/offices/set-office.ts'
import { setProfile } from '#server/use-cases/offices/set-profile.ts'
import { setVenue } from '#server/use-cases/offices/set-venue.ts'
import { publishService } from '#server/use-cases/services/publish-service.ts'
import { saveDraftOfService } from '#server/use-cases/services/save-draft-of-service.ts'
import type { World } from '#server/world.ts'
import { readJson } from './read-plan.ts'

const code = z.string()
const file = z.string().regex(/^[a-z0-9-]+\.(svg|json)$/)
const words = z.object({ it: z.string(), en: z.string() })
const picture = z.object({ file, alt: words.nullable() })
const document = z.object({ file, label: words })
const schema = z.object({
  services: z.array(z.object({ code, picture, documents: z.array(document).default([]), conditions: document.optional() })),
  venues: z.array(z.object({ code, picture })),
  offices: z.array(z.object({ code, documents: z.array(document) })),
  people: z.array(z.object({ code, photo: file, cv: file })),
})
const paper = z.object({
  title: z.string(),
  rows: z.array(z.object({ label: z.string(), value: z.string() })),
  paragraphs: z.array(z.string()),
})

type Plan = z.infer<typeof schema>
type Keep = (file: string) => Promise<string>
type Setting = { readonly world: World; readonly directory: Directory; readonly by: Staff; readonly keep: Keep }

/** Gives the demonstration its pictures and documents, drawn and printed here, as an administrator would. */
export async function fileDemonstration(world: World, directory: Directory, by: Staff, folder: string): Promise<void> {
  const plan = schema.parse(await readJson(folder, 'files.json'))
  const keep: Keep = async (name) => {
    const bytes = await make(join(folder, 'files'), name, directory)
    const kind = name.endsWith('.svg') ? 'picture' : 'document'
    return fileAddress(must(name, await keepFile(world, directory.tenant.id, { by, kind, name, bytes })))
  }
  const setting = { world, directory, by, keep }
  for (const service of plan.services) await fileService(setting, service)
  await filePlacesAndPeople(setting, plan)
}

/** A drawing becomes a picture, a text a tagged PDF. */
async function make(folder: string, name: string, { tenant }: Directory): Promise<Uint8Array> {
  if (name.endsWith('.svg'))
    return sharp(await readFile(join(folder, name)))
      .png()
      .toBuffer()
  const { name: body } = tenant.settings
  return renderReceipt({ ...paper.parse(await readJson(folder, name)), lang: 'it', body, footer: body })
}

async function fileService({ world, directory, by, keep }: Setting, planned: Plan['services'][number]): Promise<void> {
  const { id: tenant } = directory.tenant
  const service = find(await world.read(tenant, readWrittenServices), planned.code)
  const { picture, conditions } = planned
  const draft = {
    featured: service.featured,
    sheet: {
      ...service.sheet,
      picture: { href: await keep(picture.file), alt: picture.alt },
      documents: [...service.sheet.documents, ...(await keepAll(keep, planned.documents))],
      conditions: conditions ? { label: conditions.label, href: await keep(conditions.file) } : service.sheet.conditions,
    },
  }
  const { id, version: seen } = service
  must(planned.code, await saveDraftOfService(world, tenant, { by, id, draft, seen }))
  must(planned.code, await publishService(world, tenant, { by, id, seen: seen + 1 }))
}

async function filePlacesAndPeople({ world, directory, by, keep }: Setting, plan: Plan): Promise<void> {
  const { tenant, venues, offices, profiles } = directory
  for (const { code: asked, picture } of plan.venues) {
    const { id, ...venue } = find(venues, asked)
    const pictured = { ...venue, picture: { href: await keep(picture.file), alt: picture.alt } }
    must(asked, await setVenue(world, tenant.id, { by, id, venue: pictured, seen: null }))
  }
  for (const { code: asked, documents } of plan.offices) {
    const { id } = find([...offices.values()], asked)
    const ask = { by, id, setting: { documents: await keepAll(keep, documents) }, seen: null }
    must(asked, await setOffice(world, tenant.id, ask))
  }
  for (const { code: asked, photo, cv } of plan.people) {
    const { id, ...profile } = find(profiles, asked)
    const shown = { ...profile, photo: await keep(photo), cv: await keep(cv) }
    must(asked, await setProfile(world, tenant.id, { by, id, profile: shown, seen: null }))
  }
}

async function keepAll(keep: Keep, documents: readonly z.infer<typeof document>[]): Promise<readonly Link[]> {
  const links: Link[] = []
  for (const { file, label } of documents) links.push({ label, href: await keep(file) })
  return links
}

function find<Of extends { readonly code: string }>(all: readonly Of[], asked: string): Of {
  const found = all.find((one) => one.code === asked)
  if (!found) throw new Error(`no ${asked}`)
  return found
}

function must<Value>(of: string, result: Result<Value, string>): Value {
  if (!result.ok) throw new Error(`${of}: ${result.refusal}`)
  return result.value
}
