import { type DraftContent, isSearching, settleSearch } from '#domain/reports/draft.ts'
import type { Option } from '#lib/forms/field.ts'
import { searchStreets } from '#server/queries/places/search-streets.ts'

type Locals = Pick<App.Locals, 'installation' | 'directory'>

const mostPlaces = 6

/** What was typed, at the one place that its address can mean, if there is but one. */
export async function placed(locals: Locals, content: DraftContent): Promise<DraftContent> {
  if (!isSearching(content)) return content
  const found = await search(locals, content)
  const [only, another] = found
  if (!only || another) return settleSearch(content, found)
  return { ...settleSearch(content, [{ ...only, label: content.search }]), address: only.label, search: only.label }
}

/** The places that a typed address may mean, to choose from; none where it is settled. */
export async function placesFor(locals: Locals, content: DraftContent): Promise<readonly Option[]> {
  const found = isSearching(content) ? await search(locals, content) : []
  return found.map(({ label, place }) => ({ value: `${place.longitude},${place.latitude},${label}`, label }))
}

function search({ installation, directory }: Locals, content: DraftContent) {
  return installation.world.read(directory.tenant.id, (reader) => searchStreets(reader, content.search, mostPlaces))
}
