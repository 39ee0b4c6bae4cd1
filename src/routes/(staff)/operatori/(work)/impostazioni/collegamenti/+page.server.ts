import { networks, type SitePage, type SiteSettings, sitePages } from '#domain/tenants/site.ts'
import { fill } from '#lib/messages/fill.ts'
import { ownAddressOf } from '../../../../../own-pages.server.ts'
import { textOf } from '../../../../../read-form.server.ts'
import { bodyActions, readBody } from '../body-settings.server.ts'
import type { Actions, PageServerLoad } from './$types'

const groups = {
  menu: ['management', 'news', 'services', 'live', 'topics', 'search', 'personalArea'],
  help: ['faq', 'assistance', 'appointment', 'reportInefficiency'],
  legal: ['transparency', 'mediaPolicy', 'improvementPlan'],
} as const satisfies Readonly<Record<string, readonly SitePage[]>>

const none: SiteSettings = { links: {}, networks: {}, statements: {}, euFunded: false }

/** Where menus, footer and contact box lead; one field for each page, network and host. */
export const load: PageServerLoad = async (event) => {
  const { settings, page } = await readBody(event, 'collegamenti')
  const { directory, words } = event.locals
  const { site } = words.body
  const { links, networks: followed, statements, euFunded } = settings.site ?? none
  const linkField = (one: SitePage) => {
    const ours = ownAddressOf(one)
    return { name: `links-${one}`, label: site.page[one], value: links[one], help: ours && fill(site.here, { page: ours }) }
  }
  const networkFields = networks.map((one) => ({
    name: `networks-${one}`,
    label: words.site.networks[one],
    value: followed[one],
    help: undefined,
  }))
  const statementFields = directory.hosts.map((host) => ({
    name: `statements-${host}`,
    label: fill(site.statement, { host }),
    value: statements[host],
    help: undefined,
  }))
  return {
    ...page,
    euFunded,
    groups: [
      { id: 'menu', label: site.menu, help: undefined, fields: groups.menu.map(linkField) },
      { id: 'help', label: site.help, help: undefined, fields: groups.help.map(linkField) },
      { id: 'legal', label: site.legal, help: undefined, fields: groups.legal.map(linkField) },
      { id: 'networks', label: site.networks, help: undefined, fields: networkFields },
      { id: 'statements', label: site.statements, help: site.statementsHelp, fields: statementFields },
    ].filter(({ fields }) => fields.length > 0),
  }
}

export const actions: Actions = bodyActions((form) => ({
  site: {
    links: linksOf(form, 'links', sitePages),
    networks: linksOf(form, 'networks', networks),
    statements: linksOf(form, 'statements', [...form.keys()].flatMap(hostOf)),
    euFunded: form.has('euFunded'),
  },
}))

function hostOf(field: string): string | [] {
  return field.startsWith('statements-') ? field.slice('statements-'.length) : []
}

/** The addresses that a form gives under the names of a group; an empty one is none. */
function linksOf<Name extends string>(form: FormData, group: string, names: readonly Name[]): Partial<Record<Name, string>> {
  const given = names.map((name) => [name, textOf(form, `${group}-${name}`).trim()] as const)
  return Object.fromEntries(given.filter(([, link]) => link !== '')) as Partial<Record<Name, string>>
}
