import { error, redirect } from '@sveltejs/kit'
import type { Service } from '#domain/services/service.ts'
import type { ServiceCategory } from '#domain/services/service-category.ts'
import { sheetPath } from '#domain/services/sheet-path.ts'
import { findService } from '#server/storage/services.ts'

type FoundSheet = { readonly service: Service; readonly category: ServiceCategory }

/** The published service that an address asks for; under another category than its first it is shown the way. */
export async function findSheet(
  { category: asked, service: code }: { category: string; service: string },
  { installation, directory, words }: App.Locals,
  below = '',
): Promise<FoundSheet> {
  const service = await installation.world.read(directory.tenant.id, (reader) => findService(reader, code))
  const [category] = service?.sheet.categories ?? []
  if (service?.state !== 'published' || !category) error(404, words.errors.notFound)
  if (category !== asked) redirect(301, `${sheetPath(category, code)}${below}`)
  return { service, category }
}
