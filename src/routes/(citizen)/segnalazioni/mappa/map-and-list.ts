import type { ComponentProps } from 'svelte'
import type { Locale } from '#domain/shared/words.ts'
import type LazyMap from '#lib/map/LazyMap.svelte'
import type ReportLinks from '#lib/map/ReportLinks.svelte'
import type { Dictionary } from '#lib/messages/dictionary.ts'

type Map = ComponentProps<typeof LazyMap>

/** What the map and the list beside it are given by the server, and again in the browser. */
export type MapAndListProps = Pick<Map, 'box' | 'query' | 'reports'> & {
  readonly cards: ComponentProps<typeof ReportLinks>['list']
  readonly results: string
  readonly filterForm: string
  readonly kept: string
  readonly picture: string
  readonly locale: Locale
  readonly words: { readonly map: Dictionary['map']; readonly list: Dictionary['publicPages']['list'] }
}
