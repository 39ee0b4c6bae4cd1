import { sheetPath } from '#domain/services/sheet-path.ts'
import { inLocale } from '#domain/shared/words.ts'
import type { FoundServices, ServiceCardProps } from '#lib/components/services/service-card.ts'
import { count } from '#lib/messages/fill.ts'
import { listServices, type ServiceCard, type ServiceFilter } from '#server/queries/public/list-services.ts'

const step = 12
/** Whoever asks for more of the list is given all of it. */
const most = 1200
const longestText = 100

/** A service as cards show it. */
export function presentCard(
  { code, title, description, category }: ServiceCard,
  { locale, words }: App.Locals,
): ServiceCardProps {
  return {
    href: sheetPath(category, code),
    title: inLocale(title, locale),
    description: inLocale(description, locale),
    category: words.vocabularies.categories[category],
  }
}

/** The list that an address asks for: as much of it as was loaded, how many there are, and the way to more. */
export async function loadServices(locals: App.Locals, url: URL, filter: ServiceFilter): Promise<FoundServices> {
  const { installation, directory, locale, words } = locals
  const text = (url.searchParams.get('q') ?? '').trim().slice(0, longestText)
  const asked = Number(url.searchParams.get('mostra'))
  const size = Number.isSafeInteger(asked) && asked > step ? Math.min(asked, most) : step
  const { cards, found } = await installation.world.read(directory.tenant.id, (reader) =>
    listServices(reader, { ...filter, text }, size),
  )
  const { list } = words.services
  const next = new URLSearchParams({ ...(text && { q: text }), mostra: String(size + step) })
  return {
    text,
    cards: cards.map((card) => presentCard(card, locals)),
    count: count(locale, text ? list.foundByText : list.found, found),
    more: found > cards.length ? { href: `${url.pathname}?${next}#servizi`, label: list.more } : null,
  }
}
