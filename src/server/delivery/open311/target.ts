import type { Format } from './answer.ts'

/** What an address names: a resource, perhaps one thing of it, and the format if it says one. */
export type Target = { readonly resource: string; readonly item: string | null; readonly format: Format | null }

const base = '/open311/v2'

/** Reads an address such as `/open311/v2/requests/12.json`; null where it names nothing of ours. The bare base is the discovery. */
export function readTarget(path: string): Target | null {
  if (path === base || path === `${base}/`) return { resource: 'discovery', item: null, format: null }
  if (!path.startsWith(`${base}/`)) return null
  const parts = decode(path.slice(base.length + 1))
  if (parts === null) return null
  const [, stem = '', format] = /^(.*?)(?:\.(json|xml))?$/is.exec(parts.at(-1) ?? '') ?? []
  const [resource = '', item = null] = parts.length === 1 ? [stem] : parts.length === 2 ? [parts[0], stem] : []
  return { resource, item, format: format === undefined ? null : format.toLowerCase() === 'json' ? 'json' : 'xml' }
}

function decode(path: string): readonly string[] | null {
  try {
    return path.split('/').map(decodeURIComponent)
  } catch {
    return null
  }
}

/** The format that a client takes where the address names none; XML is the one that the standard requires. Null: none of ours. */
export function negotiate(accept: string | undefined): Format | null {
  const ranges = (accept ?? '*/*').split(',').map((range) => range.split(';')[0]?.trim().toLowerCase() ?? '')
  for (const range of ranges) {
    if (range === 'application/json') return 'json'
    if (['*/*', 'text/*', 'application/*', 'text/xml', 'application/xml'].includes(range)) return 'xml'
  }
  return null
}
