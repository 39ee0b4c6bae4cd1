import { fill } from '#lib/messages/fill.ts'
import { readRevision } from '#server/storage/open311.ts'
import { answer } from './answer.ts'
import type { Call, Handler } from './call.ts'

/** Says where the service is, whom to ask, and by its changeset whether a client has to look at the services again. */
export const showDiscovery: Handler = async ({ installation, directory, words, origin }: Call) => {
  const { id, settings } = directory.tenant
  const { since, revision } = await installation.world.read(id, readRevision)
  const changeset = `${since.toISOString().slice(0, 16).replace('T', ' ')} r${String(revision).padStart(8, '0')}`
  return answer('discovery', {
    changeset,
    contact: fill(words.contact, { name: settings.name, email: settings.email, phone: settings.phone }),
    key_service: fill(words.keyService, { email: settings.email }),
    endpoints: [
      {
        specification: 'http://wiki.open311.org/GeoReport_v2',
        url: `${origin}/open311/v2`,
        changeset,
        type: 'production',
        formats: ['text/xml', 'application/json'],
      },
    ],
  })
}
