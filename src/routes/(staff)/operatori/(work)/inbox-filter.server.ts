import { type NextAction, nextActions } from '#domain/reports/next-action.ts'
import { stages } from '#domain/reports/stage.ts'
import type { AccountId } from '#domain/shared/id.ts'
import type { InboxFilter, InboxMark } from '#server/queries/desk/inbox.ts'
import type { Directory } from '#server/storage/directory.ts'

const longestText = 100

/** Reads the filter of the address; what it does not know is left out. */
export function readInboxFilter(search: URLSearchParams, directory: Directory, me: AccountId): InboxFilter {
  const office = search.get('ufficio')
  return {
    action: nextActions.find((action) => action === search.get('azione')) ?? null,
    stage: stages.find((stage) => stage === search.get('stato')) ?? null,
    office: [...directory.offices.values()].find(({ code }) => code === office)?.id ?? null,
    person: search.has('mie') ? me : null,
    text: (search.get('q') ?? '').trim().slice(0, longestText),
    after: readMark(search.get('dopo') ?? ''),
  }
}

/** The inbox with the same office and person, and another group; or with the same filter, further on. */
export function hrefOf(url: URL, to: { readonly action: NextAction | null } | { readonly after: InboxMark | null }): string {
  const kept = 'after' in to ? ['azione', 'q', 'stato', 'ufficio', 'mie'] : ['ufficio', 'mie']
  const search = new URLSearchParams([...url.searchParams].filter(([name, value]) => kept.includes(name) && value !== ''))
  if ('after' in to && to.after) search.set('dopo', writeMark(to.after))
  if ('action' in to && to.action) search.set('azione', to.action)
  return search.size > 0 ? `/operatori?${search}` : '/operatori'
}

function writeMark({ action, due, number }: InboxMark): string {
  return `${action}.${due.getTime()}.${number}`
}

function readMark(text: string): InboxMark | null {
  const [, name, due, number] = /^(\w+)\.(\d{1,14})\.(\d{1,12})$/.exec(text) ?? []
  const action = nextActions.find((one) => one === name)
  return action ? { action, due: new Date(Number(due)), number: Number(number) } : null
}
