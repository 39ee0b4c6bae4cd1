import { detailsOf } from '#domain/citizens/adopt.ts'
import { nameOf } from '#domain/citizens/citizen.ts'
import type { ShownApplicant } from '#lib/components/applicant.ts'
import type { NavLink } from '#lib/components/shell/types.ts'
import { keepDetails } from '#server/use-cases/citizens/keep-details.ts'
import { addressOf, ownAddressOf } from '../own-pages.server.ts'
import { textOf } from '../read-form.server.ts'

const home = '/area-personale'

/** The pages of a flow: whoever signs in from one of them goes on there. */
const inFlow = /^\/(?:segnala|assistenza|prenota-appuntamento|amministrazione\/uffici\/[\w-]+\/scrivi)(?:\/|$)/

/** Where the header leads whoever is not known yet: the personal area that the body has elsewhere, else our way to be known. */
export function personalAreaOf(locals: App.Locals, { pathname, search }: URL): string | undefined {
  const area = addressOf('personalArea', locals)
  if (area !== ownAddressOf('personalArea')) return area
  return inFlow.test(pathname) ? signInAt(pathname + search) : '/accedi'
}

/** The way to be known, and back to a page. */
export function signInAt(page: string): string {
  return `/accedi?torna=${encodeURIComponent(page)}`
}

/** Who has signed in, with what the menu of their name leads to. */
export function personOf({ citizen, words }: App.Locals, { pathname }: URL) {
  return citizen && { name: nameOf(citizen), links: areaLinks(words, pathname), words: words.citizens.account }
}

/** Who fills in a form, as its card shows them. */
export function applicantOf({ citizen, words }: App.Locals): ShownApplicant {
  return { email: citizen?.email ?? null, words: words.citizens.known }
}

/** Keeps what a form says of whoever is signed in, where they chose so; what is malformed is told beside its field anyway. */
export async function keepIfAsked(
  { installation, directory, citizen }: App.Locals,
  form: FormData,
  content: From,
): Promise<void> {
  if (!citizen || textOf(form, 'keep') !== 'always') return
  await keepDetails(installation.world, directory.tenant.id, citizen, detailsOf(content, citizen))
}

type From = Parameters<typeof detailsOf>[0]

/** The parts of the personal area. */
export function areaLinks({ citizens }: App.Locals['words'], pathname: string): readonly NavLink[] {
  const { tabs, title } = citizens.area
  const links: readonly NavLink[] = [
    { href: home, label: title },
    { href: `${home}/richieste`, label: tabs.reports },
    { href: `${home}/appuntamenti`, label: tabs.appointments },
    { href: `${home}/impostazioni`, label: tabs.settings },
  ]
  return links.map((link) => ({ ...link, current: link.href === pathname }))
}
