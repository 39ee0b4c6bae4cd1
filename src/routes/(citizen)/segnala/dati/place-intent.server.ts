import { atPlace, type DraftContent, withoutPlace } from '#domain/reports/draft.ts'
import type { Attachment } from '#server/storage/attachments.ts'
import { textOf } from '../../../read-form.server.ts'
import { nameOfPlace, tappedPlace } from './map-view.server.ts'

type Locals = Pick<App.Locals, 'installation' | 'directory'>

/** What a button about the place asks: a tap on the picture of the map, the place of a photo, a wider map, no place. */
export async function applyPlaceIntent(
  { installation, directory }: Locals,
  content: DraftContent,
  files: readonly Attachment[],
  form: FormData,
): Promise<DraftContent> {
  const { world } = installation
  const intent = textOf(form, 'do')
  if (form.has('map.x')) {
    const { place, zoom } = tappedPlace(directory, content, Number(textOf(form, 'map.x')), Number(textOf(form, 'map.y')))
    return { ...atPlace(content, place, await nameOfPlace(world, directory, place)), zoom }
  }
  if (intent.startsWith('photo-place:')) {
    const place = files.find(({ id }) => id === intent.slice('photo-place:'.length))?.foundPlace
    return place ? atPlace(content, place, await nameOfPlace(world, directory, place)) : content
  }
  if (intent === 'map-wider') return { ...content, zoom: Math.max(9, (content.zoom ?? 16) - 2) }
  return intent === 'no-place' ? withoutPlace(content) : content
}
