import { openSupplierLink } from '#server/queries/suppliers/open-supplier-link.ts'
import { photoKey } from '#server/storage/attachments.ts'
import type { RequestHandler } from './$types'

/** A photo that was chosen for whoever holds the link, as long as the link opens anything. */
export const GET: RequestHandler = async ({ locals, params, url }) => {
  const { world } = locals.installation
  const opened = await openSupplierLink(world, locals.directory.tenant.id, params.token)
  const photo = opened?.photos.find(({ id }) => id === params.photo)
  const bytes =
    photo && (await world.files.get(photoKey(photo.key, url.searchParams.get('misura') === 'medium' ? 'medium' : 'large')))
  if (!photo || !bytes) return new Response(null, { status: 404, headers: { 'cache-control': 'private, no-store' } })
  return new Response(Buffer.from(bytes), {
    headers: {
      'content-type': photo.mediaType,
      'cache-control': 'private, max-age=300',
      'x-content-type-options': 'nosniff',
      'x-robots-tag': 'noindex, nofollow',
      'content-security-policy': "default-src 'none'; sandbox",
    },
  })
}
