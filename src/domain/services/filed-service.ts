import { renamed, type Service, type ServiceDraft, type ServiceFile, type ServiceSheet } from './service.ts'
import { type Typed, writeDraft } from './sheet-form.ts'

/** What is written of a service, as a file has it. */
export type FiledDraft = Pick<ServiceDraft, 'featured'> & { readonly sheet: ServiceSheet<string, string> }

/** A service as a file of the catalogue has it: of one that was never published, what is written so far; else what everybody reads, and what is being written beside it. */
export type FiledService = ServiceFile & { readonly draft?: FiledDraft | undefined }

type Codes<Key extends string> = ReadonlyMap<Key, string>

/** What of a service goes into a file. */
type Kept = Pick<Service, 'code' | 'state' | 'featured' | 'sheet'> & { readonly draft: ServiceDraft | null }

/** A service of the body as a file of the catalogue has it, without when it changed and how. An office or service that is gone is left out. */
export function fileService(
  { code, state, featured, sheet, draft }: Kept,
  offices: Codes<ServiceSheet['offices'][number]>,
  services: Codes<Service['id']>,
): FiledService {
  const named = (kept: ServiceDraft): FiledDraft => ({
    featured: kept.featured,
    sheet: withCodes(kept.sheet, offices, services),
  })
  if (state === 'draft') return { code, state, ...named(draft ?? { featured, sheet }) }
  return { code, state, ...named({ featured, sheet }), ...(draft && { draft: named(draft) }) }
}

function withCodes(
  sheet: ServiceSheet,
  offices: Codes<ServiceSheet['offices'][number]>,
  services: Codes<Service['id']>,
): ServiceSheet<string, string> {
  const known = {
    ...sheet,
    offices: sheet.offices.filter((id) => offices.has(id)),
    responsible: sheet.responsible !== null && offices.has(sheet.responsible) ? sheet.responsible : null,
    related: sheet.related.filter((id) => services.has(id)),
  }
  return renamed(
    known,
    (id) => offices.get(id) ?? '',
    (id) => services.get(id) ?? '',
  )
}

/** Choices whose order says nothing. */
const unordered = ['categories', 'topics', 'lifeEvents', 'businessEvents']

/** The fields by which two writings of a service differ, by the names that its form gives them. */
export function changedFields(before: FiledDraft, after: FiledDraft): readonly string[] {
  const [one, other] = [writeDraft(before), writeDraft(after)]
  return Object.keys({ ...one, ...other }).filter((name) => saidIn(one, name) !== saidIn(other, name))
}

function saidIn(typed: Typed, name: string): string {
  const said = typed[name] ?? []
  return JSON.stringify(unordered.includes(name) ? said.toSorted() : said)
}
