import type { AttachmentId, CategoryId, TenantId } from '#domain/shared/id.ts'
import type { Place } from '#domain/shared/place.ts'
import { type LinkRefusal, linkRefusal, type SupplierLink, type SupplierLinkId } from '#domain/suppliers/supplier-link.ts'
import { readSupplierToken } from '#server/gateways/secrets.ts'
import { listReportAttachments } from '#server/storage/attachments.ts'
import { readReport } from '#server/storage/reports.ts'
import { readSupplierLink } from '#server/storage/supplier-links.ts'
import type { World } from '#server/world.ts'

/** What somebody outside sees of a report: what was chosen for them and nothing else. */
export type OpenedLink = {
  readonly link: SupplierLink
  readonly refusal: LinkRefusal | null
  readonly number: number
  readonly category: CategoryId
  readonly place: Place | null
  readonly address: string | null
  readonly photos: readonly { readonly id: AttachmentId; readonly key: string; readonly mediaType: string }[]
}

/** What a supplier's link opens; null if it is not ours. A link that was taken back or is too old tells nothing but that. */
export async function openSupplierLink(world: World, tenant: TenantId, token: string): Promise<OpenedLink | null> {
  const id = readSupplierToken(world.secret, tenant, token) as SupplierLinkId | null
  if (id === null) return null
  return world.read(tenant, async (reader) => {
    const link = await readSupplierLink(reader, id)
    const report = link && (await readReport(reader, link.report))
    if (!link || !report) return null
    const refusal = linkRefusal(link, report, world.now())
    const files = refusal ? [] : await listReportAttachments(reader, report.id)
    const shows = link.showsPlace && refusal === null
    return {
      link,
      refusal,
      number: report.number,
      category: report.category,
      place: shows ? report.place : null,
      address: shows ? report.address : null,
      photos: files
        .filter(({ id: file, kind }) => kind === 'photo' && link.photos.includes(file))
        .map(({ id: file, key, mediaType }) => ({ id: file, key, mediaType })),
    }
  })
}
