import type { Office } from '#domain/offices/office.ts'
import { inLocale, type Locale } from '#domain/shared/words.ts'
import type { OfficeNode } from '#lib/components/offices/office-node.ts'
import { fill } from '#lib/messages/fill.ts'
import { rateable } from '../../rateable.server.ts'
import type { PageServerLoad } from './$types'
import { crumbsToOffices } from './crumbs.server.ts'

/** The offices that work, as a tree. */
export const load: PageServerLoad = async ({ locals, url }) => {
  const { directory, locale, words } = locals
  const { list } = words.officePages
  const working = [...directory.offices.values()].filter(({ active }) => active)
  return {
    words: list,
    crumbs: crumbsToOffices(locals),
    offices: nodesOf(
      null,
      Map.groupBy(working, ({ parent }) => parent),
      locale,
    ),
    pageTitle: fill(words.site.title, { page: list.title, body: directory.tenant.settings.name }),
    canonical: `${url.origin}/amministrazione/uffici`,
    rateable: await rateable(locals, {
      kind: 'page',
      key: 'offices',
      path: '/amministrazione/uffici',
      title: ({ officePages }) => officePages.list.title,
    }),
  }
}

function nodesOf(
  parent: Office['parent'],
  below: ReadonlyMap<Office['parent'], readonly Office[]>,
  locale: Locale,
): readonly OfficeNode[] {
  return (below.get(parent) ?? [])
    .map(({ id, code, name, competences }) => ({
      href: `/amministrazione/uffici/${code}`,
      name: inLocale(name, locale),
      competences: inLocale(competences, locale),
      below: nodesOf(id, below, locale),
    }))
    .toSorted((one, other) => one.name.localeCompare(other.name, locale))
}
