import { buckets } from '#domain/reports/inbox.ts'
import { priorities } from '#domain/reports/priority.ts'
import { stages } from '#domain/reports/stage.ts'
import type { InboxFilter, InboxMark } from '#server/queries/desk/inbox.ts'
import { deskOfficeOf } from '#server/storage/directory.ts'
import { readsFor } from '#server/storage/read-marks.ts'

const longestText = 100

/** Reads the filter of the address; what it does not know is left out. */
export function readInboxFilter(
  search: URLSearchParams,
  { directory }: App.Locals,
  me: NonNullable<App.Locals['staff']>,
): InboxFilter {
  const office = search.get('ufficio')
  return {
    bucket: buckets.find((bucket) => bucket === search.get('azione')) ?? 'open',
    stage: stages.find((stage) => stage === search.get('stato')) ?? null,
    office: [...directory.offices.values()].find(({ code }) => code === office)?.id ?? null,
    person: search.has('mie') ? me.account : null,
    text: (search.get('q') ?? '').trim().slice(0, longestText),
    reader: readsFor(me, deskOfficeOf(directory)),
    after: readMark(search.get('dopo') ?? ''),
  }
}

const names = ['azione', 'q', 'stato', 'ufficio', 'mie', 'dopo']

/** What of an address belongs to the list, so that it stays while reports are opened beside it. */
export function keptSearch(search: URLSearchParams, but: readonly string[] = []): URLSearchParams {
  return new URLSearchParams([...search].filter(([name, value]) => names.includes(name) && !but.includes(name) && value !== ''))
}

/** An address with a search, or without one where nothing is searched for. */
export function withSearch(path: string, search: URLSearchParams): string {
  return search.size > 0 ? `${path}?${search}` : path
}

export function writeMark({ priority, due, number }: InboxMark): string {
  return `${priority}.${due.getTime()}.${number}`
}

function readMark(text: string): InboxMark | null {
  const [, name, due, number] = /^(\w+)\.(\d{1,14})\.(\d{1,12})$/.exec(text) ?? []
  const priority = priorities.find((one) => one === name)
  return priority ? { priority, due: new Date(Number(due)), number: Number(number) } : null
}
