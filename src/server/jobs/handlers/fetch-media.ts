import type { MediaRefusal } from '#domain/reports/event.ts'
import type { ImageRefusal } from '#server/gateways/images.ts'
import type { RemoteMedia, RemoteMediaRefusal } from '#server/gateways/remote-media.ts'
import type { Jobs } from '#server/jobs/catalogue.ts'
import { listReportAttachments } from '#server/storage/attachments.ts'
import { readEvent } from '#server/storage/events.ts'
import { attachRemotePhoto } from '#server/use-cases/reports/attach-remote-photo.ts'
import { noteRefusedMedia } from '#server/use-cases/reports/note-refused-media.ts'
import { discardPhotos, storePhoto } from '#server/use-cases/reports/store-photo.ts'
import type { World } from '#server/world.ts'

/** A server that did not answer for this long, over several tries, is given up. */
const patience = 6 * 3_600_000

type Outside = { readonly world: World; readonly fetchMedia: RemoteMedia }

const remoteProblems = {
  'url-refused': 'address_forbidden',
  'too-large': 'too_large',
  'too-slow': 'not_reachable',
  'not-found': 'not_reachable',
  unreachable: 'not_reachable',
} as const satisfies Record<RemoteMediaRefusal, MediaRefusal>

const imageProblems = {
  'image-too-large': 'too_large',
  'image-type': 'not_an_image',
  'image-damaged': 'damaged',
  'image-too-many-pixels': 'too_large',
  'heic-unreadable': 'damaged',
} as const satisfies Record<ImageRefusal, MediaRefusal>

/** Fetches a picture that an Open311 client named; what will never be a picture is noted in the history, what may come is tried again. */
export async function fetchMedia({ world, fetchMedia: fetch }: Outside, job: Jobs['media.fetch']): Promise<void> {
  const asked = await world.read(job.tenant, async (reader) => ({
    named: await readEvent(reader, job.event),
    attachments: await listReportAttachments(reader, job.report),
  }))
  if (!asked.named || asked.attachments.some(({ sourceUrl }) => sourceUrl === job.url)) return
  const fetched = await fetch(job.url)
  if (!fetched.ok) {
    const mayCome = fetched.refusal === 'unreachable' || fetched.refusal === 'too-slow'
    if (mayCome && world.now().getTime() - asked.named.at.getTime() < patience) throw new Error(`media ${fetched.refusal}`)
    return note(world, job, remoteProblems[fetched.refusal])
  }
  const photo = { bytes: fetched.value, name: nameOf(job.url), sourceUrl: job.url, position: job.position }
  const stored = await storePhoto(world, photo)
  if (!stored.ok) return note(world, job, imageProblems[stored.refusal])
  const attached = await attachRemotePhoto(world, job.tenant, { report: job.report, event: job.event, photo: stored.value })
  if (!attached.ok) await discardPhotos(world, [stored.value])
}

async function note(world: World, { tenant, report, event, url, position }: Jobs['media.fetch'], refusal: MediaRefusal) {
  const host = URL.canParse(url) ? new URL(url).hostname : ''
  await noteRefusedMedia(world, tenant, report, { host, refusal, follows: event, position })
}

function nameOf(url: string): string {
  const last = new URL(url).pathname.split('/').at(-1) ?? ''
  return /^[\w.-]{1,80}$/.test(last) ? last : 'photo.jpg'
}
